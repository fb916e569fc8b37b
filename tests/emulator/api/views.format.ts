/** Views and their rows as Zendesk's answers show them. */
import type { Ticket, View } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { iso, isoOrNull, urlOf } from './stamps.ts';
import { columnTitles } from './viewDefinitions.ts';

export function formatView(world: World, view: View) {
  const { output, created_at, updated_at, ...rest } = view;
  return {
    url: urlOf(world, `views/${view.id}.json`),
    ...rest,
    raw_title: view.title,
    default: false,
    execution: {
      ...withoutColumns(output),
      group: sorting(output.group_by, output.group_order),
      sort: sorting(output.sort_by, output.sort_order),
      columns: columnsOf(world, view),
      fields: [],
      custom_fields: [],
    },
    created_at: iso(created_at),
    updated_at: iso(updated_at),
  };
}

const withoutColumns = ({ columns: _columns, ...order }: View['output']) => order;

const sorting = (id: string | null, order: string) =>
  id === null ? null : { id, title: columnTitles[id] ?? id, order };

/** Custom fields carry their number, type and address. */
export function columnsOf(world: World, { output }: View) {
  return output.columns.map((id) => {
    const field = /^\d+$/.test(id) ? world.ticketFields.get(Number(id)) : undefined;
    if (!field) return { id, title: columnTitles[id] ?? id };
    const url = urlOf(world, `ticket_fields/${field.id}.json`);
    return { id: field.id, title: field.title, type: field.type, url };
  });
}

/** One row of an executed view: its columns and a little of the ticket. */
export function rowOf(world: World, { output }: View, ticket: Ticket): Record<string, unknown> {
  const { id, subject, status, type, priority } = ticket;
  const description = ticket.comments[0]?.body ?? '';
  const url = urlOf(world, `tickets/${id}.json`);
  const cells = output.columns.flatMap((column) => {
    const value = cellOf(ticket, column);
    return value === undefined ? [] : [[column === 'description' ? 'subject' : column, value]];
  });
  return {
    ticket_id: id,
    ticket: { id, subject, description, status, type, priority, url },
    ...Object.fromEntries(cells),
  };
}

function cellOf(ticket: Ticket, column: string): unknown {
  if (/^\d+$/.test(column)) return ticket.custom_fields[Number(column)] ?? null;
  const cells: Record<string, unknown> = {
    nice_id: ticket.id,
    description: ticket.subject,
    status: ticket.status,
    type: ticket.type,
    priority: ticket.priority,
    satisfaction_score: ticket.rating.score,
    created: iso(ticket.created_at),
    updated: iso(ticket.updated_at),
    solved: isoOrNull(ticket.solved_at),
  };
  const ids: Record<string, string> = {
    group: 'group_id',
    assignee: 'assignee_id',
    requester: 'requester_id',
    organization: 'organization_id',
    brand: 'brand_id',
    submitter: 'submitter_id',
  };
  const idName = ids[column];
  return idName ? (ticket as unknown as Record<string, unknown>)[idName] : cells[column];
}
