import { Button } from '@zendeskgarden/react-buttons';
import type { ReplyOutbox } from '../../actions/replyOutbox.ts';
import type { Reply } from '../../care/replying.ts';
import { Line } from '../layout.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';

interface Props {
  reply: Reply;
  outbox: ReplyOutbox;
  /** Leads to the text; absent where it is here. */
  onOpen?: () => void;
}

/** What can be done with a reply on its way. */
export function ReplyActions({ reply, outbox, onOpen }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const { key, state, problem, customer } = reply;
  const isBusy = outbox.isBusy(key);
  const waits = { size: 'small' as const, 'aria-disabled': isBusy };
  const isUnreadable = state === 'unknown' && problem?.kind === 'unreadable';
  const isRetriable = isUnreadable || (state === 'sent' && problem !== null);
  const isStopped = state === 'stopped' && !onOpen;
  return (
    <Line>
      {state === 'held' && !isBusy && (
        <Button
          size="small"
          isPrimary
          data-undo
          aria-keyshortcuts="u"
          aria-label={t('reply.undo_of', { name: customer })}
          onClick={() => announce(t(outbox.undo(key) ? 'reply.undone_said' : 'reply.too_late'))}
        >
          {t('reply.undo')}
        </Button>
      )}
      {state === 'stopped' && problem?.kind === 'met' && (
        <Button {...waits} onClick={() => void outbox.sendAnyway(key)}>
          {t('reply.send_anyway')}
        </Button>
      )}
      {state === 'absent' && (
        <Button {...waits} isPrimary onClick={() => void outbox.sendAgain(key)}>
          {t('reply.send_again')}
        </Button>
      )}
      {isRetriable && (
        <Button {...waits} onClick={() => void outbox.retry(key)}>
          {t(state === 'sent' ? 'failure.retry' : 'reply.look_again')}
        </Button>
      )}
      {(state === 'absent' || isUnreadable || isStopped) && (
        <Button {...waits} isBasic onClick={() => outbox.drop(key)}>
          {t(isUnreadable ? 'reply.not_there' : isStopped ? 'reply.dismiss' : 'reply.back_to_text')}
        </Button>
      )}
      {onOpen && state !== 'held' && (
        <Button size="small" isBasic onClick={onOpen}>
          {t('reply.open_case')}
        </Button>
      )}
    </Line>
  );
}
