import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const ticket: Column = {
  id: 'ticket',
  value: ({ ticket: found, ticketId }, { t }) => {
    if (ticketId === null) return t('triage.conversation');
    if (!found) return t('triage.no_ticket', { id: ticketId });
    return t('triage.ticket', { id: ticketId, subject: isolate(found.subject ?? '') });
  },
};
