import type { Column } from '../triage/column.ts';

export const brand: Column = {
  id: 'brand',
  width: 'minmax(64px, 1fr)',
  value: ({ ticket }, { places }) =>
    ticket?.brand_id ? (places[`brand:${ticket.brand_id}`] ?? ticket.brand_id) : '—',
  sortValue: ({ ticket }, { places }) =>
    ticket?.brand_id ? (places[`brand:${ticket.brand_id}`] ?? ticket.brand_id) : null,
  needsDetails: () => true,
};
