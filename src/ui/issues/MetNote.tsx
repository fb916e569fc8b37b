import { Button } from '@zendeskgarden/react-buttons';
import { Title } from '@zendeskgarden/react-notifications';
import { useEffect, useRef } from 'react';
import { isolate, relative } from '../formats.ts';
import { Line } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import { entryText } from './entryText.ts';
import type { Met } from './useIssueWrite.ts';

interface Props {
  met: Met;
  onMine: () => void;
  onTheirs: () => void;
}

/** A colleague saved first: who and what, and what one typed oneself is still in its fields. */
export function MetNote({ met: { issue }, onMine, onTheirs }: Props) {
  const app = useApp();
  const { t, locale } = app;
  const note = useRef<HTMLDivElement>(null);
  const names = usePeople([issue?.byId ?? null]);
  useEffect(() => note.current?.focus(), []);
  const last = issue?.history.at(-1);
  return (
    <Note type="warning" role="alert" ref={note} tabIndex={-1}>
      <Title>
        {issue
          ? t('issues.met', {
              name: isolate(names[issue.byId] ?? t('people.someone')),
              when: relative(issue.updatedAt, app.now(), locale),
            })
          : t('issues.met_gone')}
      </Title>
      {last && <div>{entryText(app, last)}</div>}
      <div>{t('issues.met_kept')}</div>
      <Line style={{ marginTop: 8 }}>
        {issue && (
          <Button size="small" onClick={onMine}>
            {t('issues.save_mine')}
          </Button>
        )}
        <Button size="small" isBasic onClick={onTheirs}>
          {t('issues.take_theirs')}
        </Button>
      </Line>
    </Note>
  );
}
