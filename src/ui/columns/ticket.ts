import { isolate } from '../formats.ts';
import type { Column } from '../triage/column.ts';

export const ticket: Column = {
  id: 'ticket',
  value: ({ ticket: found, ticketId }, { t }) =>
    found
      ? t('triage.ticket', { id: ticketId, subject: isolate(found.subject ?? '') })
      : t('triage.no_ticket', { id: ticketId }),
};
