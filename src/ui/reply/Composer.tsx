import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { newOperation } from '../../actions/newOperation.ts';
import type { ReplyPlace } from '../../actions/readReplyPlace.ts';
import type { Feedback } from '../../care/feedback.ts';
import { type Reply, refusalOfText, type SentWay, type TextRefusal } from '../../care/replying.ts';
import { isolate } from '../formats.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { DraftNote } from './DraftNote.tsx';
import { proposalFor } from './proposal.ts';
import { ReplyActions } from './ReplyActions.tsx';
import { ReplyField } from './ReplyField.tsx';
import { headOf, reasonOf } from './sentences.ts';
import { useOutbox } from './useOutbox.ts';
import { useReplyText } from './useReplyText.ts';

interface Props {
  feedback: Feedback;
  ticketId: string;
  place: ReplyPlace;
  way: SentWay;
  names: Record<string, string>;
  /** The last try, where it was stopped. */
  stopped: Reply | null;
  onClose: () => void;
}

/** Writes the customer an answer. Sent, it waits ten seconds in the outbox; the text stays until it has arrived. */
export function Composer({ feedback, ticketId, place, way, names, stopped, onClose }: Props) {
  const app = useApp();
  const { t } = app;
  const { outbox } = useOutbox();
  const box = useRef<HTMLTextAreaElement>(null);
  const proposal = proposalFor(t, feedback, place.name);
  const use = useReplyText(feedback, stopped?.text ?? proposal);
  const [refusal, setRefusal] = useState<TextRefusal | null>(null);
  const customer = place.name ?? t('people.customer');

  const isUndone = stopped?.problem?.kind === 'undone';
  useEffect(() => {
    if (isUndone) outbox.drop(feedback.key);
  }, [isUndone, outbox, feedback.key]);
  const send = (next: Reply['next']) => {
    const refused = refusalOfText(use.text, proposal);
    setRefusal(refused);
    if (refused) return box.current?.focus();
    const about = { key: feedback.key, ticketId, requesterId: place.requesterId, customer };
    const { subject } = place;
    // Kept before it is sent off, also where it was never changed since the frame began.
    use.type(use.text);
    outbox.hold({ id: newOperation(), ...about, way, subject, text: use.text, next, seenRev: use.seenRev });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send('keep');
  };
  const isClosed = feedback.case?.status === 'closed';
  return (
    <Stack as="form" onSubmit={onSubmit} $gap={10} noValidate>
      {stopped?.problem && stopped.problem.kind !== 'undone' && <Stopped reply={stopped} names={names} />}
      <ReplyField
        box={box}
        text={use.text}
        refusal={refusal}
        hint={t(`reply.goes_${way.kind}`, { name: isolate(customer), id: way.ticketId })}
        onType={use.type}
      />
      <Line>
        <Button size="small" isPrimary type="submit">
          {t(isClosed ? 'reply.send' : 'reply.send_keep')}
        </Button>
        {!isClosed && (
          <Button size="small" onClick={() => send('close')}>
            {t('reply.send_close')}
          </Button>
        )}
        <Button size="small" isBasic onClick={onClose}>
          {t('moves.cancel')}
        </Button>
        {use.isTyped && use.text !== proposal && (
          <Button
            size="small"
            isBasic
            onClick={() => {
              use.discard();
              box.current?.focus();
            }}
          >
            {t('reply.start_over')}
          </Button>
        )}
      </Line>
      <Quiet>
        {t('reply.hold_hint')} {!use.isTyped && t('reply.language_hint')}
      </Quiet>
      <DraftNote />
    </Stack>
  );
}

function Stopped({ reply, names }: { reply: Reply; names: Record<string, string> }) {
  const app = useApp();
  const { outbox } = useOutbox();
  const reason = reasonOf(reply, app, names);
  return (
    <Stack role="alert">
      <p>{headOf(reply, app)}</p>
      {reason && <Quiet>{reason}</Quiet>}
      <ReplyActions reply={reply} outbox={outbox} />
    </Stack>
  );
}
