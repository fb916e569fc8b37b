/** Says on tickets what the ledger knows, where they do not say it yet. */
import { emptyFeedback, type Feedback, ticketOfKey } from '../care/feedback.ts';
import { fold } from '../care/fold.ts';
import { differences, isFrozen, isPast, isPraise, wantedValues } from '../care/mirror.ts';
import { mostNames, readFactsBehind, readStates } from '../zendesk/ledgers.ts';
import { type FieldWrite, writeFields, writeFieldsMany } from '../zendesk/mirror.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTicketRows, type Ticket } from '../zendesk/tickets.ts';
import type { WriteOutcome } from '../zendesk/ticketWrites.ts';

/** `rev` is the number of the last fact heard of. */
export interface MirrorItem {
  key: string;
  rev: number;
}

/** `same`: nothing to write. `unsaved`: somebody is typing there. `praise`: waits until there are more. */
export type MirrorOutcome = WriteOutcome | 'same' | 'unsaved' | 'praise';

export interface MirrorOptions {
  hasUnsaved: (ticket: Ticket) => Promise<boolean>;
  /** Praise goes in bulk only: `false` leaves it unless there are enough. */
  isPraiseDue: boolean;
  /** States read already. */
  known?: ReadonlyMap<string, Feedback>;
}

/** Names one round takes. */
export const mostMirrored = mostNames;

/** So many are written one by one; more go in a job. */
export const mostSingle = 3;

/**
 * What became of each, by key. Two reads for up to a hundred, another where the list is behind the ledger, then a call
 * for each of up to three tickets, or a job. Throws `Failure` where Zendesk did not come to decide; what it did until
 * then is found the next time.
 */
export async function mirrorTickets(
  app: Outside,
  items: readonly MirrorItem[],
  options: MirrorOptions,
): Promise<Map<string, MirrorOutcome>> {
  const { http } = app.zendesk;
  const states = await statesOf(app, items, options.known);
  const ids = items.flatMap(({ key }) => ticketOfKey(key) ?? []);
  const { tickets, unreadable } = await readTicketRows(http, ids, 'background');
  const outcomes = new Map<string, MirrorOutcome>();
  const open: Planned[] = [];
  for (const { key } of items) {
    const ticketId = ticketOfKey(key) ?? '';
    const ticket = tickets.find(({ id }) => id === ticketId);
    const state = states.get(key);
    if (!ticket || !state) outcomes.set(key, unreadable.has(ticketId) ? 'refused' : 'gone');
    else {
      const planned = await plan(app, ticket, state, options);
      if (typeof planned === 'string') outcomes.set(key, planned);
      else open.push(planned);
    }
  }
  for (const [key, outcome] of await write(app, open, options.isPraiseDue)) outcomes.set(key, outcome);
  return outcomes;
}

/** As the list knows them, and what the ledger has beyond where that is behind what was heard. */
async function statesOf(
  { zendesk: { http } }: Outside,
  items: readonly MirrorItem[],
  known: ReadonlyMap<string, Feedback> = new Map(),
): Promise<Map<string, Feedback>> {
  const asked = items.filter(({ key, rev }) => (known.get(key)?.rev ?? -1) < rev).map(({ key }) => key);
  const listed = asked.length > 0 ? await readStates(http, asked, 'background') : new Map();
  const states = new Map<string, Feedback>(
    items.map(({ key }) => [key, listed.get(key) ?? known.get(key) ?? emptyFeedback(key)]),
  );
  const behind = items.filter(({ key, rev }) => (states.get(key)?.rev ?? 0) < rev);
  if (behind.length === 0) return states;
  const places = behind.map(({ key }) => ({ key, rev: states.get(key)?.rev ?? 0 }));
  for (const [key, facts] of await readFactsBehind(http, places, 'background'))
    states.set(key, fold(states.get(key) ?? emptyFeedback(key), facts));
  return states;
}

interface Planned {
  key: string;
  isPraise: boolean;
  write: FieldWrite;
}

async function plan(
  { configuration }: Outside,
  ticket: Ticket,
  state: Feedback,
  { hasUnsaved }: MirrorOptions,
): Promise<Planned | MirrorOutcome> {
  const { mirror } = configuration;
  const wanted = wantedValues(state, configuration);
  const fields = differences(ticket, wanted, mirror);
  if (fields.length === 0 || isPast(state, configuration)) return 'same';
  if (isFrozen(ticket)) return ticket.status === 'closed' ? 'closed' : 'gone';
  if (await hasUnsaved(ticket)) return 'unsaved';
  const write = { ticketId: ticket.id, updatedAt: ticket.updated_at, fields };
  return { key: state.key, isPraise: isPraise(ticket, wanted, mirror), write };
}

async function write(
  { zendesk: { http } }: Outside,
  open: readonly Planned[],
  isPraiseDue: boolean,
): Promise<[key: string, outcome: MirrorOutcome][]> {
  const isBulk = open.length > mostSingle || (isPraiseDue && open.some(({ isPraise }) => isPraise));
  const outcomes: [string, MirrorOutcome][] = [];
  if (isBulk) {
    const writes = open.map((one) => one.write);
    const rows = await writeFieldsMany(http, writes);
    return open.map(({ key }, index) => [key, rows[index] ?? 'conflict']);
  }
  for (const { key, isPraise, write } of open)
    outcomes.push([key, isPraise ? 'praise' : await writeFields(http, write)]);
  return outcomes;
}
