import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const ticket: Column = {
  id: 'ticket',
  width: 'minmax(140px, 3fr)',
  value: ({ ticket: found, ticketId, isBare }, { t }) => {
    if (ticketId === null) return t('triage.conversation');
    if (!found) return t(isBare ? 'triage.ticket_place' : 'triage.no_ticket', { id: ticketId });
    return t('triage.ticket', { id: ticketId, subject: isolate(found.subject ?? '') });
  },
  sortValue: ({ ticket: found }) => found?.subject ?? null,
  needsDetails: () => true,
};
