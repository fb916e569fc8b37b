import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { readView, type StoredView } from '../../actions/readViews.ts';
import type { Place } from '../../actions/watchRoute.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { Notice } from '../triage/layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { isFollowed, setFollowed } from './followed.ts';

interface Props {
  /** The link itself: followed again, it is looked up again. */
  place: Place;
  onFound: (view: StoredView) => void;
}

/** A link to a saved view: the list shows it, or what kept it from being shown. */
export function LinkedView({ place, onFound }: Props) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const [missed, setMissed] = useState<'gone' | 'private' | Failure | null>(null);
  const [tries, setTries] = useState(0);
  const found = useRef(onFound);
  found.current = onFound;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try, and each press of the link, looks anew
  useEffect(() => {
    let isOver = false;
    setMissed(null);
    if (isFollowed(place)) return;
    readView(app, place.id).then(
      (result) => {
        if (isOver) return;
        setFollowed(place);
        if (result.kind !== 'found') return setMissed(result.kind);
        found.current(result.view);
        announce(t('saved.opened', { name: result.view.name }));
      },
      (cause) => {
        if (!isOver) setMissed(asFailure(cause));
      },
    );
    return () => {
      isOver = true;
    };
  }, [app, place, tries]);
  if (missed === null) return null;
  if (typeof missed !== 'string') {
    const onRetry = () => setTries((count) => count + 1);
    return (
      <Notice>
        <FailureNote kind={missed.kind} title={t('saved.link_failed')} onRetry={onRetry} />
      </Notice>
    );
  }
  return (
    <Notice>
      <Line>
        <Quiet role="status">{t(missed === 'gone' ? 'saved.link_gone' : 'saved.link_private')}</Quiet>
        <Button isLink size="small" onClick={() => setMissed(null)}>
          {t('saved.understood')}
        </Button>
      </Line>
    </Notice>
  );
}
