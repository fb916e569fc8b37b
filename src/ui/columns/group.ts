import type { Column } from '../triage/column.ts';

export const group: Column = {
  id: 'group',
  width: 'minmax(64px, 1fr)',
  value: ({ ticket }, { places }) =>
    ticket?.group_id ? (places[`group:${ticket.group_id}`] ?? ticket.group_id) : '—',
  sortValue: ({ ticket }, { places }) =>
    ticket?.group_id ? (places[`group:${ticket.group_id}`] ?? ticket.group_id) : null,
  needsDetails: () => true,
};
