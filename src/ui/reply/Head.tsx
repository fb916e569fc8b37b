import type { Reply } from '../../care/replying.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { Countdown } from './Countdown.tsx';
import { headOf } from './sentences.ts';
import { useOutbox } from './useOutbox.ts';

/** What a reply is doing now. Only the frame that holds it knows that it will go out. */
export function Head({ reply }: { reply: Reply }) {
  const app = useApp();
  const { outbox } = useOutbox();
  const name = isolate(reply.customer);
  if (reply.state !== 'held' || outbox.isBusy(reply.key)) return <>{headOf(reply, app)}</>;
  return outbox.isOwn(reply) ? (
    <Countdown until={reply.at} customer={name} />
  ) : (
    app.t('reply.held_elsewhere', { name })
  );
}
