/** Ticket fields by the names apps use for them. */
import type { TicketFieldJson } from '../../desk.ts';

/** Framework names of system fields that `/api/v2/ticket_fields` calls otherwise. */
const systemNames: Record<string, string> = { tickettype: 'type', custom_status: 'customStatus' };
const systemTypes = [
  'subject',
  'description',
  'status',
  'tickettype',
  'priority',
  'group',
  'assignee',
  'custom_status',
  'basic_priority',
];

/** `status`, `type` … for system fields, `custom_field_<id>` for the account's own. */
export function fieldName(field: TicketFieldJson): string {
  if (!systemTypes.includes(field.type)) return `custom_field_${field.id}`;
  return systemNames[field.type] ?? field.type;
}

/** A custom field by `custom_field_<id>` or by its title. */
export function findField(fields: TicketFieldJson[], name: string): TicketFieldJson | undefined {
  const custom = fields.filter((field) => fieldName(field).startsWith('custom_field_'));
  return custom.find((field) => fieldName(field) === name) ?? custom.find(({ title }) => title === name);
}
