import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { removedAt } from '../../care/feedback.ts';
import { clockTime } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';

/** What became of the rating and of its ticket since they were recorded. */
export function Changes({ data }: { data: TicketFeedback }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  const { ticket } = data.feedback;
  const goneAt = removedAt(data.feedback);
  // Of a ticket without feedback nothing is written down.
  const state = ticket?.state ?? data.ticketState;
  return (
    <>
      {goneAt !== null && (
        <Quiet>{t('score.gone', { time: clockTime(goneAt, now, locale, user.timeZone) })}</Quiet>
      )}
      {state === 'deleted' && <Quiet>{t('ticket.deleted')}</Quiet>}
      {state === 'merged' && (
        <Quiet>{ticket?.into ? t('ticket.merged_into', { id: ticket.into }) : t('ticket.merged')}</Quiet>
      )}
    </>
  );
}
