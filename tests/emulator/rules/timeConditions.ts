/** Conditions on how long ago something happened to a ticket, in whole hours; automations alone have them. */
import { businessMs, officeOf } from '../world/businessTime.ts';
import type { Condition, Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';

const hour = 3_600_000;

/** In the order in which Zendesk lists them. */
export const timeFields = [
  'NEW',
  'OPEN',
  'PENDING',
  'SOLVED',
  'CLOSED',
  'assigned_at',
  'updated_at',
  'requester_updated_at',
  'assignee_updated_at',
  'due_date',
  'until_due_date',
] as const;
export type TimeField = (typeof timeFields)[number];

const comparisons = ['is', 'less_than', 'greater_than'];
export const timeOperators = comparisons.flatMap((one) => [one, `${one}_business_hours`]);

export const isTimeField = (field: string): field is TimeField => timeFields.some((each) => each === field);

/**
 * Whether a time condition holds in the run at `at`. Hours count from the instant on they are full: one that is
 * `greater_than` 24 holds in the first run 24 hours later, and `is` 24 in that run alone.
 */
export function meetsTime(world: World, ticket: Ticket, { field, operator, value }: Condition, at: number) {
  const since = isTimeField(field) ? instantOf(ticket, field) : null;
  if (since === null) return false;
  const wanted = Number(value) * hour;
  const [from, to] = field === 'until_due_date' ? [at, since] : [since, at];
  const passed = elapsed(world, operator, from, to);
  if (to < from || passed === null) return false;
  switch (operator.replace('_business_hours', '')) {
    case 'less_than':
      return passed < wanted;
    case 'greater_than':
      return passed >= wanted;
    case 'is':
      return passed >= wanted && isFirstRun(world, operator, field, { since, at, wanted });
    default:
      return false;
  }
}

interface Run {
  since: number;
  at: number;
  wanted: number;
}

/** Hours to a due date grow less from run to run, all others more: either way only one run sees the hour. */
function isFirstRun(world: World, operator: string, field: string, { since, at, wanted }: Run): boolean {
  const isCountdown = field === 'until_due_date';
  const other = isCountdown
    ? elapsed(world, operator, at + hour, since)
    : elapsed(world, operator, since, at - hour);
  return (other ?? 0) < wanted;
}

/** `null` for business hours on an account that has none. */
function elapsed(world: World, operator: string, from: number, to: number): number | null {
  if (!operator.endsWith('_business_hours')) return to - from;
  const office = officeOf(world);
  return office ? businessMs(office, from, to) : null;
}

/** The instant a field counts from; `null` where it never came. */
function instantOf(ticket: Ticket, field: TimeField): number | null {
  switch (field) {
    case 'NEW':
      return ticket.created_at;
    case 'OPEN':
    case 'PENDING':
      return lastSet(ticket, 'status', (value) => value === field.toLowerCase());
    case 'SOLVED':
      return ticket.solved_at;
    case 'CLOSED':
      return ticket.closed_at;
    case 'assigned_at':
      return lastSet(ticket, 'assignee_id', (value) => value !== null && value !== '');
    case 'updated_at':
      return ticket.updated_at;
    case 'requester_updated_at':
      return lastBy(ticket, ticket.requester_id) ?? ticket.created_at;
    case 'assignee_updated_at':
      return lastBy(ticket, ticket.assignee_id);
    default:
      return ticket.type === 'task' ? ticket.due_at : null;
  }
}

function lastSet({ audits }: Ticket, field: string, isIt: (value: unknown) => boolean): number | null {
  const audit = audits.findLast(({ events }) =>
    events.some(
      (event) =>
        (event.type === 'Change' || event.type === 'Create') &&
        event.field_name === field &&
        isIt(event.value),
    ),
  );
  return audit?.created_at ?? null;
}

const lastBy = ({ audits }: Ticket, authorId: number | null): number | null =>
  audits.findLast((audit) => audit.author_id === authorId)?.created_at ?? null;
