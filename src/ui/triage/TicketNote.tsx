import type { CaseRow } from '../../actions/listCases.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** What became of the ticket, or why this person sees none of it. */
export function TicketNote({ row, hasFailed }: { row: CaseRow; hasFailed: boolean }) {
  const { t, user } = useApp();
  const { feedback, ticketId, ticket } = row;
  const changed = feedback.ticket;
  if (changed?.state === 'deleted') return <Quiet>{t('ticket.deleted')}</Quiet>;
  if (changed?.state === 'merged')
    return <Quiet>{changed.into ? t('ticket.merged_into', { id: changed.into }) : t('ticket.merged')}</Quiet>;
  if (ticketId === null) return <Quiet>{t('panel.conversation')}</Quiet>;
  if (ticket || hasFailed) return null;
  return <Quiet>{t(user.isAdmin ? 'panel.gone' : 'panel.unseen')}</Quiet>;
}
