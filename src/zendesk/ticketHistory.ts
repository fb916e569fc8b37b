/** What happened to one ticket, by its audits: agents may read them. Shapes: reference/support-api.md §1.5, §3.1. */
import * as v from 'valibot';
import type { TicketChange } from '../care/replay.ts';
import { id, instant, usableOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';
import { changesOf, idIn, type Update, type UpdateEvent } from './ticketChanges.ts';

const event = v.looseObject({ type: v.optional(v.unknown()) });
type Event = v.InferOutput<typeof event>;
const via = v.fallback(
  v.object({
    source: v.object({
      rel: v.optional(v.unknown()),
      from: v.optional(v.unknown()),
      to: v.optional(v.unknown()),
    }),
  }),
  { source: {} },
);
const audit = v.object({
  id: v.optional(id, '0'),
  created_at: instant,
  author_id: v.optional(v.unknown()),
  events: v.array(v.unknown()),
  via,
});
type Audit = v.InferOutput<typeof audit>;

const pageSchema = v.object({
  audits: v.array(v.unknown()),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** Pages of audits read at most: of a ticket with more than a thousand changes the newest are known. */
const mostPages = 10;

export interface HistoryOptions {
  /** Whose public comments are no replies: see `customers.ts`. */
  isCustomer: (userId: string) => boolean;
  priority?: Priority;
}

/** What a history with holes may still tell: that something happened, not who had the ticket then. */
const certain: readonly TicketChange['kind'][] = ['solved', 'offered', 'rated', 'merged'];

/**
 * Oldest first; begins with `created` only where the whole history was read. Where an update could not be read it
 * does not tell who had the ticket, and where the end is missing it tells nothing. Throws `Failure`.
 */
export async function readTicketHistory(
  http: Http,
  ticketId: string,
  { isCustomer, priority = 'interactive' }: HistoryOptions,
): Promise<TicketChange[]> {
  const { audits, isWhole, broken } = await readAudits(http, ticketId, priority);
  const isNewestFirst = isDescending(audits);
  // Newest first was asked for: where Zendesk did not honour it, what is missing is the end.
  if (!isWhole && !isNewestFirst) return [];
  const inOrder = isNewestFirst ? [...audits].reverse() : audits;
  const changes = inOrder
    .sort((a, b) => a.created_at - b.created_at)
    .flatMap((one) => changesOf(updateOf(ticketId, one), isCustomer));
  if (broken > 0) return changes.filter(({ kind }) => certain.includes(kind));
  return isWhole ? changes : changes.filter(({ kind }) => kind !== 'created');
}

async function readAudits(http: Http, ticketId: string, priority: Priority) {
  const audits: Audit[] = [];
  let rows = 0;
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      sort: '-created_at',
      ...(after && { 'page[after]': after }),
    };
    const url = `/api/v2/tickets/${ticketId}/audits.json`;
    const found: v.InferOutput<typeof pageSchema> = await http.get(url, pageSchema, { params, priority });
    audits.push(...usableOf(audit, found.audits));
    rows += found.audits.length;
    if (!found.meta.has_more || found.meta.after_cursor === null)
      return { audits, isWhole: true, broken: rows - audits.length };
    after = found.meta.after_cursor;
  }
  return { audits, isWhole: false, broken: rows - audits.length };
}

/** By time, and by number within a second: audits are numbered as they happen. */
function isDescending(audits: readonly Audit[]): boolean {
  const [first, last] = [audits[0], audits.at(-1)];
  if (!first || !last) return true;
  if (first.created_at !== last.created_at) return first.created_at > last.created_at;
  return Number(first.id) >= Number(last.id);
}

function updateOf(ticketId: string, { created_at, author_id, events, via: came }: Audit): Update {
  return {
    ticketId,
    at: created_at,
    events: events.flatMap((one) => {
      const read = v.safeParse(event, one);
      return read.success ? [eventOf(read.output, author_id)] : [];
    }),
    merge: mergeIn(ticketId, came.source),
  };
}

function eventOf(one: Event, auditAuthor: unknown): UpdateEvent {
  return {
    type: String(one.type ?? ''),
    field: typeof one.field_name === 'string' ? one.field_name : null,
    value: one.value,
    previous: one.previous_value,
    authorId: idIn(one.author_id ?? auditAuthor),
    isPublic: one.public === true,
    score: one.score,
  };
}

/** A merged ticket's update points to the one it went into; that one's names the tickets it took in. */
function mergeIn(ticketId: string, source: Audit['via']['source']): Update['merge'] {
  if (source.rel !== 'merge') return null;
  const into = ticketsIn(source.to).filter((other) => other !== ticketId);
  if (into.length > 0) return { ids: into, isInto: true };
  return { ids: ticketsIn(source.from).filter((other) => other !== ticketId), isInto: false };
}

function ticketsIn(place: unknown): string[] {
  const { ticket_id, ticket_ids } = (place ?? {}) as { ticket_id?: unknown; ticket_ids?: unknown };
  const named = Array.isArray(ticket_ids) ? ticket_ids : [ticket_id];
  return named.flatMap((one) => idIn(one) ?? []);
}

/** When the customer last answered, `null` where the history does not tell; epoch milliseconds. */
export function answeredAtIn(changes: readonly TicketChange[]): number | null {
  return changes.findLast(({ kind }) => kind === 'rated')?.at ?? null;
}
