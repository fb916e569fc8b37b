import { useEffect, useRef } from 'react';
import type { Reply } from '../../care/replying.ts';
import { Quiet, Stack } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useOnChange } from '../useOnChange.ts';
import { Head } from './Head.tsx';
import { ReplyActions } from './ReplyActions.tsx';
import { headOf, reasonOf } from './sentences.ts';
import { useOutbox } from './useOutbox.ts';
import { Words } from './Words.tsx';

/** A reply that was sent off here: what became of it so far, its text, and what can be done. */
export function OnItsWay({ reply, names }: { reply: Reply; names: Record<string, string> }) {
  const app = useApp();
  const { t } = app;
  const { outbox } = useOutbox();
  const announce = useAnnounce();
  const place = useRef<HTMLDivElement>(null);
  const { state, problem } = reply;
  // What was pressed has gone: the focus goes to the way back, or to what is said now.
  useOnChange(state, () => {
    if (document.activeElement !== document.body && !place.current?.contains(document.activeElement)) return;
    (place.current?.querySelector<HTMLElement>('[data-undo]') ?? place.current)?.focus();
  });
  const reason = reasonOf(reply, app, names);
  const said =
    state === 'held' ? t('reply.held_said') : [headOf(reply, app), reason].filter(Boolean).join(' ');
  const isSilent = state === 'sending' && problem === null;
  useEffect(() => {
    if (!isSilent) announce(said);
  }, [announce, said, isSilent]);
  return (
    <Stack ref={place} tabIndex={-1}>
      <p>
        <Head reply={reply} />
      </p>
      {reason && <Quiet>{reason}</Quiet>}
      <Words text={reply.text} label={t('reply.text')} />
      <ReplyActions reply={reply} outbox={outbox} />
    </Stack>
  );
}
