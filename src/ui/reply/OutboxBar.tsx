/** What replies are doing whose case is not open any more: they go on, and can be undone, wherever one is. */
import { useEffect } from 'react';
import styled from 'styled-components';
import type { Written } from '../../actions/record.ts';
import type { Reply } from '../../care/replying.ts';
import { Line, Quiet } from '../layout.ts';
import { narrow } from '../triage/layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { useSingleKeys } from '../useSingleKeys.ts';
import { barHeight } from '../views/Sheet.tsx';
import { Head } from './Head.tsx';
import { ReplyActions } from './ReplyActions.tsx';
import { headOf, reasonOf } from './sentences.ts';
import { useFinished, useOutbox } from './useOutbox.ts';
import { useUndoKey } from './useUndoKey.ts';

/** In the flow at the page's end: it covers nothing. On a phone it stands on the bar for the thumb. */
const Bars = styled.div`
  position: sticky;
  bottom: 0;
  z-index: 3;
  ${narrow} { bottom: ${barHeight}px; margin-bottom: ${barHeight}px; }
  border-top: 1px solid var(--fl-edge);
  background: var(--fl-bg);
`;

const One = styled(Line)`
  justify-content: space-between;
  padding: 8px 20px;
  & + & { border-top: 1px solid var(--fl-line); }
`;

interface Props {
  names: Record<string, string>;
  /** Where only one case is worked on. */
  onlyKey?: string;
  onWritten: (written: Written) => void;
  /** Leads to the case; absent where it is here. */
  onOpen?: (key: string) => void;
}

export function OutboxBar({ names, onlyKey, onWritten, onOpen }: Props) {
  const app = useApp();
  const { t } = app;
  const announce = useAnnounce();
  const { outbox, replies } = useOutbox();
  const { isOn } = useSingleKeys();
  useEffect(() => void outbox.resume(onlyKey), [outbox, onlyKey]);
  useFinished((finished) => {
    onWritten(finished.written);
    announce(t('reply.sent', { name: finished.reply.customer }));
  });
  const held = replies.find(({ state }) => state === 'held');
  const undo = () => held && announce(t(outbox.undo(held.key) ? 'reply.undone_said' : 'reply.too_late'));
  useUndoKey(held ? undo : null, isOn);
  const shown = replies
    .filter(hasNews)
    .filter((reply) => !outbox.isAttended(reply.key) && reply.key === (onlyKey ?? reply.key));
  return shown.length === 0 ? null : (
    <Bars role="region" aria-label={t('reply.outbox')}>
      {shown.map((reply) => (
        <Bar key={reply.key} reply={reply} names={names} onOpen={onOpen && (() => onOpen(reply.key))} />
      ))}
    </Bars>
  );
}

/** Somebody who took a reply back, and has the text again, needs no word of it. */
const hasNews = ({ state, problem }: Reply) => state !== 'stopped' || problem !== null;

function Bar({ reply, names, onOpen }: { reply: Reply; names: Record<string, string>; onOpen?: () => void }) {
  const app = useApp();
  const announce = useAnnounce();
  const { outbox } = useOutbox();
  const reason = reasonOf(reply, app, names);
  const head = headOf(reply, app);
  const hasTrouble = reply.problem !== null || reply.state === 'absent';
  useEffect(() => {
    if (hasTrouble) announce([head, reason].filter(Boolean).join(' '));
  }, [announce, hasTrouble, head, reason]);
  return (
    <One>
      <div>
        <Head reply={reply} />
        {reason && <Quiet>{reason}</Quiet>}
      </div>
      <ReplyActions reply={reply} outbox={outbox} onOpen={onOpen} />
    </One>
  );
}
