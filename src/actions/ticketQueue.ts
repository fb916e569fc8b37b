/** Tickets on their way into the ledger: their survey answers are read fifty at a time, and recorded 99 at a time. */
import type { TicketChange } from '../care/replay.ts';
import type { Outside } from '../zendesk/outside.ts';
import { type Note, readingOfNotes } from '../zendesk/scoreReadings.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import {
  isGone,
  isRated,
  observedDated,
  observedGone,
  observedTicket,
  readReadings,
  type TicketReadings,
} from './readReadings.ts';
import { mostObserved, type Observed, type Recorded, recordMany } from './recordMany.ts';

export interface QueueOptions {
  /** Good and bad of the older CSAT by ticket, which dates them. */
  legacy?: ReadonlyMap<string, Reading>;
  notesOf?: (ticketId: string) => readonly Note[];
  /** Only what other survey tools left on tickets: Zendesk's own answers have been recorded already. */
  isForeignOnly?: boolean;
  /** Also tickets without any rating: they are known to have had one. */
  isEveryTicket?: boolean;
  /** What happened to a ticket, where that is being read anyway. */
  changesOf?: (ticketId: string) => readonly TicketChange[];
  /** A rating whose time only the ticket's history can tell. */
  onUndated: (ticketId: string) => void;
  onBroken: (reason: string) => void;
  onRecorded: (recorded: Recorded) => void;
  /** How far the sync has come now. */
  placeAt: ((reached: Reached, recorded: Recorded) => Place) | null;
  /** So many tickets of the pages reached may still be on their way; by default none. */
  mostPending?: number;
}

export interface Reached {
  /** The last page of which all tickets are recorded or pending; `null` for none of them. */
  mark: number | null;
  pending: string[];
}

export interface TicketQueue {
  /** Tickets of one page; `mark` is its number, 0, 1, 2 … Answers those without any rating. */
  add(tickets: readonly Ticket[], mark: number): Promise<{ ticket: Ticket; readings: TicketReadings }[]>;
  /** Tickets an earlier run left on their way: before all pages. Those that are gone since are recorded as deleted. */
  resume(ticketIds: readonly string[]): ReturnType<TicketQueue['add']>;
  /** Records what fills whole calls; the rest waits for the next page. */
  flushFull(): Promise<void>;
  /** Records everything; `mark` is that of the last page. */
  flushAll(mark: number): Promise<void>;
}

interface Waiting {
  ticket: Ticket;
  readings: TicketReadings;
  mark: number;
}

/** Subjects one call for survey answers takes. */
const mostSubjects = 50;

export function createTicketQueue(app: Outside, options: QueueOptions): TicketQueue {
  const waiting = new Map<string, Waiting>();
  const observed = new Map<string, Observed & { id: string; mark: number }>();
  let lastMark = -1;

  const readPlain = async (tickets: readonly Ticket[]) => {
    const found = await readReadings(app, tickets, { without: ['survey_responses'] });
    return tickets.map((ticket) => ({
      ticket,
      readings: withMore(app, ticket, found.get(ticket.id), options),
    }));
  };
  const observe = ({ ticket, readings, mark }: Waiting) => {
    const changes = options.changesOf?.(ticket.id) ?? [];
    const seen =
      changes.length > 0
        ? observedTicket(ticket, readings, { changes })
        : observedDated(ticket, readings, options.onUndated);
    observed.set(seen.key, { ...seen, id: ticket.id, mark, ...(options.isForeignOnly && unjudged(seen)) });
  };
  const readSurveys = async (items: readonly Waiting[]) => {
    const onBroken = (count: number) => {
      for (let row = 0; row < count; row += 1) options.onBroken('survey_response');
    };
    const asked = items.map(({ ticket }) => ticket);
    const found = await readReadings(app, asked, { without: notSurveys, onBroken });
    for (const item of items) {
      const survey = found.get(item.ticket.id)?.get('survey_responses');
      const readings = new Map(item.readings);
      if (survey) readings.set('survey_responses', survey);
      waiting.delete(item.ticket.id);
      observe({ ...item, readings });
    }
  };
  const record = async (items: readonly Observed[], isLast: boolean) => {
    for (const { key } of items) observed.delete(key);
    const onTheirWay = [...observed.values(), ...[...waiting.values()].map(toRest)];
    const reached = reachedBy(onTheirWay, lastMark, options.mostPending ?? 0);
    const { placeAt } = options;
    const recorded = await recordMany(app, items, {
      isFresh: false,
      place: placeAt && ((so) => placeAt(reached, so)),
    });
    for (const { reason } of recorded.broken) options.onBroken(reason);
    if (!isLast || items.length > 0) options.onRecorded(recorded);
  };
  const flush = async (isAll: boolean) => {
    while (waiting.size >= (isAll ? 1 : mostSubjects))
      await readSurveys([...waiting.values()].slice(0, mostSubjects));
    while (observed.size >= (isAll ? 1 : mostObserved))
      await record([...observed.values()].slice(0, mostObserved), false);
  };
  const add: TicketQueue['add'] = async (tickets, mark) => {
    lastMark = mark;
    const plain: { ticket: Ticket; readings: TicketReadings }[] = [];
    for (const { ticket, readings } of await readPlain(tickets)) {
      const item = { ticket, readings, mark };
      // Seen on an earlier page too: the later sight counts, at the earlier one's place.
      const before = waiting.get(ticket.id)?.mark ?? mark;
      if (options.isForeignOnly) {
        if (isForeign(readings)) observe(item);
      } else if (ticket.status === 'deleted') observe({ ...item, readings: new Map() });
      else if (!options.isEveryTicket && !isRated(readings) && !isGone(ticket))
        plain.push({ ticket, readings });
      else if (hasSurvey(app, ticket)) waiting.set(ticket.id, { ...item, mark: before });
      else observe(item);
    }
    return plain;
  };
  return {
    add,
    async resume(ticketIds) {
      const tickets = await readTickets(app.zendesk.http, ticketIds, 'background');
      const found = new Set(tickets.map(({ id }) => id));
      const plain = await add(tickets, beforeAll);
      for (const id of ticketIds) {
        const gone = { ...observedGone(id, null, new Map()), id, mark: beforeAll };
        if (!found.has(id)) observed.set(gone.key, gone);
      }
      return plain;
    },
    flushFull: () => flush(false),
    async flushAll(mark) {
      lastMark = mark;
      await flush(true);
    },
  };
}

interface Rest {
  id: string;
  mark: number;
}

const toRest = ({ ticket, mark }: Waiting): Rest => ({ id: ticket.id, mark });

/** The mark of tickets that were on their way before the first page. */
const beforeAll = -1;

function reachedBy(rest: readonly Rest[], lastMark: number, mostPending: number): Reached {
  const inOrder = [...rest].sort((a, b) => a.mark - b.mark);
  const tooMany = inOrder[mostPending];
  const mark = tooMany ? tooMany.mark - 1 : lastMark;
  const pending = inOrder.filter((one) => one.mark <= mark).map(({ id }) => id);
  return { mark: mark > beforeAll ? mark : null, pending: [...new Set(pending)] };
}

/** Is there a score another survey tool left? */
const isForeign = (readings: TicketReadings) =>
  isRated(new Map([...readings].filter(([id]) => id.startsWith('ticket_') && id !== 'ticket_rating')));

/** Without the survey's answers nobody knows whether there was a comment: no ground to suspect anything. */
function unjudged({ observe }: Observed): Pick<Observed, 'observe'> {
  const seen = typeof observe === 'function' ? observe : () => observe;
  return { observe: (state) => ({ ...seen(state), evidence: null }) };
}

const notSurveys = ['ticket_field', 'ticket_tag', 'legacy_ratings', 'ticket_rating'] as const;

/** Is there an answer to Zendesk's own survey behind it? */
function hasSurvey({ configuration }: Outside, { satisfaction_rating: rating }: Ticket): boolean {
  if (configuration.survey === 'legacy') return false;
  if (configuration.survey === 'customizable') return true;
  return rating?.score === 'good' || rating?.score === 'bad';
}

function withMore(
  app: Outside,
  ticket: Ticket,
  found: TicketReadings | undefined,
  { legacy, notesOf }: QueueOptions,
): TicketReadings {
  const readings = new Map(found);
  const old = legacy?.get(ticket.id);
  if (old) readings.set('legacy_ratings', old);
  const notes = notesOf?.(ticket.id) ?? [];
  const noted = notes.length > 0 ? readingOfNotes(app.configuration, ticket, notes, false) : null;
  if (noted) readings.set('ticket_comment', noted);
  return readings;
}
