/** What a rehearsal replays: the ratings of the last weeks, read and written down nowhere. Admins only. */
import type { App } from '../app.ts';
import { emptyFeedback, keyOfTicket } from '../care/feedback.ts';
import type { PastRating } from '../care/workflows/pastRating.ts';
import type { ExportedTickets } from '../zendesk/exportedTickets.ts';
import { readingOfLegacy, readLegacyRatingPages } from '../zendesk/legacyRatings.ts';
import { countRatedTickets, readRatedTickets } from '../zendesk/ratedTickets.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readUsers } from '../zendesk/users.ts';
import { observationOf, seenTicket } from './observe.ts';
import { callsAMinute, paced } from './paced.ts';
import { domainOf, readKnownDomains } from './readKnownDomain.ts';
import { readReadings, type TicketReadings } from './readReadings.ts';

const day = 86_400_000;
const longest = 30;
/** Tickets read at most; where there are more, fewer days are rehearsed. */
export const mostTickets = 5_000;

export interface Estimate {
  /** Rated tickets that changed within `days`, by Zendesk's count. */
  tickets: number;
  /** 1-30. */
  days: number;
  calls: number;
  /** At least 1. */
  minutes: number;
}

/** What reading the past would take. One call. Throws `Failure`. */
export async function estimateRehearsal(app: App): Promise<Estimate> {
  const all = await countRatedTickets(app.zendesk.http, app.now() - longest * day);
  const days = Math.max(1, Math.min(longest, Math.floor((longest * mostTickets) / Math.max(1, all))));
  const tickets = Math.min(mostTickets, all, Math.ceil((all * days) / longest));
  // A hundred tickets come in a call, and their answers in two; what tells of scanners in one or two more.
  const perHundred = app.configuration.survey === 'legacy' ? 2 : 3;
  const calls = Math.ceil(tickets / 100) * perHundred + 1;
  return { tickets, days, calls, minutes: Math.max(1, Math.ceil(calls / callsAMinute)) };
}

export interface Past {
  /** Answered within the time asked for. */
  ratings: PastRating[];
  /** Epoch milliseconds of the account's clock. */
  since: number;
  until: number;
  /** Rated tickets looked at, older answers included. */
  looked: number;
  /** Tickets or answers that could not be read. */
  broken: number;
  /** Somebody stopped it, or there were more tickets than are read. */
  isStopped: boolean;
  isCut: boolean;
}

export interface RehearsalControl {
  days: number;
  /** Asked before each hundred tickets are looked at. */
  isStopped: () => boolean;
  /** Hears how many rated tickets were looked at. */
  onProgress: (looked: number) => void;
  /** Milliseconds of any clock that runs. */
  clock: () => number;
}

/**
 * Reads ratings answered in the last `days`, at most `mostTickets` tickets, in the background, no faster than a call
 * a second. Reads only. Throws `Failure`.
 */
export async function readPast(app: App, control: RehearsalControl): Promise<Past> {
  const calm = paced(app, control.clock);
  const until = app.now();
  const since = until - control.days * day;
  const past: Past = { ratings: [], since, until, looked: 0, broken: 0, isStopped: false, isCut: false };
  const domains = await readKnownDomains(calm).catch(() => new Set<string>());
  for await (const batch of batchesOf(calm, since, until)) {
    past.isStopped = control.isStopped();
    past.isCut = past.looked + batch.tickets.length > mostTickets;
    if (past.isStopped) break;
    const kept = batch.tickets.slice(0, mostTickets - past.looked);
    const onBroken = (count: number) => {
      past.broken += count;
    };
    const readings = await batch.read(kept, onBroken);
    const flagged = await flaggedIn(calm, kept, readings, domains);
    for (const ticket of kept) {
      const rating = pastOf(ticket, readings.get(ticket.id) ?? new Map(), flagged.has(ticket.id));
      if (rating && rating.at >= since && rating.at <= until) past.ratings.push(rating);
    }
    past.looked += kept.length;
    past.broken += batch.broken;
    control.onProgress(past.looked);
    if (past.isCut) break;
  }
  return past;
}

interface Batch extends Pick<ExportedTickets, 'tickets' | 'broken'> {
  read(tickets: readonly Ticket[], onBroken: (count: number) => void): Promise<Map<string, TicketReadings>>;
}

async function* batchesOf(app: App, since: number, until: number): AsyncGenerator<Batch> {
  if (app.configuration.survey === 'legacy') return yield* legacyBatches(app, since, until);
  for await (const page of readRatedTickets(app.zendesk.http, since))
    yield { ...page, read: (tickets, onBroken) => readReadings(app, tickets, { onBroken }) };
}

/** A survey may be answered so long after it went out, by whose time the list is asked. */
const answerable = 28 * day;

/** Good and bad are dated by the list of ratings alone. */
async function* legacyBatches(app: App, since: number, until: number): AsyncGenerator<Batch> {
  const { http } = app.zendesk;
  const window = { from: since - answerable, to: until, isAnswered: true };
  for await (const page of readLegacyRatingPages(http, window)) {
    const inOrder = page.ratings.filter(({ updated_at }) => updated_at >= since).sort(byTime);
    const newest = new Map(inOrder.map((rating) => [rating.ticket_id, rating]));
    const tickets = await readTickets(http, [...newest.keys()], 'background');
    const read: Batch['read'] = async (kept, onBroken) => {
      const plain = await readReadings(app, kept, { without: ['survey_responses'], onBroken });
      return new Map(
        kept.map(({ id }) => {
          const rating = newest.get(id);
          const own = new Map(plain.get(id));
          return [id, rating ? own.set('legacy_ratings', readingOfLegacy(rating)) : own];
        }),
      );
    };
    yield { tickets, broken: page.broken, read };
  }
}

const byTime = (a: { updated_at: number }, b: { updated_at: number }) => a.updated_at - b.updated_at;

/** Tickets whose customer's mail domain people called a scanner's; asked only of bad ratings without a word. */
async function flaggedIn(
  app: App,
  tickets: readonly Ticket[],
  readings: ReadonlyMap<string, TicketReadings>,
  domains: ReadonlySet<string>,
): Promise<Set<string>> {
  const isBare = ({ id }: Ticket) => wordsIn(readings.get(id) ?? new Map()) === null;
  const asked = tickets.filter((ticket) => ticket.satisfaction_rating?.score === 'bad' && isBare(ticket));
  if (domains.size === 0 || asked.length === 0) return new Set();
  const ids = asked.flatMap(({ requester_id }) => requester_id ?? []);
  const people = await readUsers(app.zendesk.http, ids, 'background');
  const known = new Set(people.filter(({ email }) => domains.has(domainOf(email) ?? '')).map(({ id }) => id));
  return new Set(asked.filter(({ requester_id }) => known.has(requester_id ?? '')).map(({ id }) => id));
}

/** As the app would have recorded it, seen once and whole. `null` without a rating. */
function pastOf(ticket: Ticket, readings: TicketReadings, isDomainKnown: boolean): PastRating | null {
  const key = keyOfTicket(ticket.id);
  const observation = observationOf(emptyFeedback(key), seenTicket(ticket), readings, { isDomainKnown });
  const { ratings } = observation.sighting;
  if (ratings.length === 0) return null;
  const answers = ratings.flatMap(({ answeredAt }) => answeredAt ?? []);
  return {
    ticketId: ticket.id,
    groupId: ticket.group_id,
    brandId: ticket.brand_id,
    tags: ticket.tags,
    at: answers.length > 0 ? Math.max(...answers) : ticket.updated_at,
    isUndated: answers.length === 0,
    comment: wordsIn(readings),
    observation,
  };
}

function wordsIn(readings: ReadonlyMap<string, Reading>): string | null {
  const comments = [...readings.values()].flatMap(({ comment }) => comment?.trim() || []);
  return comments[0] ?? null;
}
