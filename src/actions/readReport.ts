/** What reports count, as columns: from the rollups and the newest changes, or from the records where there are none. */
import type { App } from '../app.ts';
import { asFailure, Failure, isRefused } from '../care/failure.ts';
import { type Feedback, ticketOfKey } from '../care/feedback.ts';
import type { Chunk } from '../care/insights/chunk.ts';
import { type Columns, columnsOf, keyAt } from '../care/insights/columns.ts';
import { chunksOfPeriod, type Head } from '../care/insights/head.ts';
import { joinColumns, type Lot, withoutRepeats } from '../care/insights/join.ts';
import type { Period } from '../care/insights/question.ts';
import { nowhere, type Row, type RowPlace, rowOf, rulesPrint } from '../care/insights/row.ts';
import { isLead } from '../care/lead.ts';
import { type ChangedFeedback, type Recent, readRecent } from '../zendesk/feedbackLists.ts';
import { readTicketPlaces } from './readTicketPlaces.ts';
import { type Heads, readChunks, readHeads } from './rollupRecords.ts';

/**
 * Where a report came from: the rollups; the records themselves, since nobody has built rollups yet, or since a newer
 * version of this app keeps them in a way this one does not know.
 */
export type ReportOrigin = 'rollups' | 'not_built' | 'newer_version';

export interface ReportData {
  /** Every feedback whose moment lies in the period asked for, the left out ones included (`flags.isLeftOut`). */
  columns: Columns;
  /** Everything up to here is in it; epoch milliseconds of the account's clock. */
  asOf: number;
  /** Feedbacks from before could not all be had; `null` where they could. */
  since: number | null;
  /** Counted by other settings than today's; they are being counted anew. */
  isFormer: boolean;
  /** Feedbacks that could not be read. */
  broken: number;
  origin: ReportOrigin;
  /** Whose app wrote the rollups last, and when; `null` without rollups. */
  keptBy: { userId: string; at: number } | null;
  /** Rollups are being built, or built anew: when they have come so far. */
  isBuilding: boolean;
}

/**
 * Four calls at most with rollups, for up to a hundred chunks and a hundred changes since they were written. Throws `Failure`; `forbidden` without any call
 * for those who lead nobody.
 */
export async function readReport(app: App, period: Period): Promise<ReportData> {
  if (!isLead(app.user, app.configuration)) throw new Failure('forbidden', { message: 'for leads alone' });
  const { http } = app.zendesk;
  const asOf = app.now();
  const [heads, recent] = await Promise.all([readOwnHeads(app), readRecent(http)]);
  const isBuilding = heads.build !== null;
  if (heads.head === 'newer' || heads.head === null) {
    const origin = heads.head === null ? 'not_built' : 'newer_version';
    return { ...(await fromRecords(app, period, recent)), asOf, origin, isBuilding };
  }
  const read = await fromRollups(app, heads.head, period, recent);
  return { ...read, asOf: Math.min(asOf, read.asOf), isBuilding };
}

/** Where documents may not be read, or do not exist, there are none. */
const readOwnHeads = (app: App): Promise<Heads> =>
  readHeads(app.zendesk.http, 'interactive').catch((cause: unknown) => {
    if (!isRefused(asFailure(cause).kind)) throw cause;
    return { head: null, build: null };
  });

const isIn = ({ at }: { at: number }, { from, to }: Period) => at * 1000 >= from && at * 1000 < to;

/** `asOf` infinite where nothing is missing. */
type Read = Omit<ReportData, 'isBuilding'>;

async function fromRollups(app: App, first: Head, period: Period, recent: Recent): Promise<Read> {
  const { head, chunks } = await chunksFor(app, first, period);
  const entries = chunksOfPeriod(head, period);
  const broken = entries.reduce((sum, { id, n }) => sum + (chunks.has(id) ? 0 : n), 0);
  const own = entries.flatMap(({ id }) => chunks.get(id)?.columns ?? []);
  const changed = await changesSince(app, recent, head.until);
  const newer = await newerRows(app, changed ?? [], own, period);
  const lots = [...own, columnsOf(newer)].map(wholeOf);
  const joined = withoutRepeats(lots).map((lot) => within(lot, period));
  return {
    columns: joinColumns(joined),
    asOf: changed ? Number.POSITIVE_INFINITY : head.until,
    since: head.since !== null && period.from < head.since ? head.since : null,
    isFormer: head.rulesPrint !== rulesPrint(app.configuration) && head.settings <= app.configuration.version,
    broken,
    origin: 'rollups',
    keptBy: { userId: head.byId, at: head.asOf },
  };
}

/** A thousand changes: what a backfill writes between two rounds of a keeper. */
const mostNewerPages = 10;

/** All that changed since; `null` where that is too much: some of it would be a picture of no moment at all. */
async function changesSince(app: App, recent: Recent, since: number): Promise<ChangedFeedback[] | null> {
  const found: ChangedFeedback[] = [];
  let read = recent;
  for (let page = 1; ; page += 1) {
    found.push(...read.rows);
    if (read.next === null || read.rows.some(({ updatedAt }) => updatedAt < since)) return found;
    if (page >= mostNewerPages) return null;
    read = await readRecent(app.zendesk.http, read.next);
  }
}

/** Chunks that went since the head was read are named otherwise in the next one. */
async function chunksFor(
  app: App,
  head: Head,
  period: Period,
): Promise<{ head: Head; chunks: Map<string, Chunk> }> {
  const { http } = app.zendesk;
  const entries = chunksOfPeriod(head, period);
  const chunks = await readChunks(http, entries, 'interactive');
  if (entries.every(({ id }) => chunks.has(id))) return { head, chunks };
  const { head: current } = await readOwnHeads(app);
  if (current === null || current === 'newer' || current.id === head.id) return { head, chunks };
  return { head: current, chunks: await readChunks(http, chunksOfPeriod(current, period), 'interactive') };
}

const wholeOf = (columns: Columns): Lot => ({
  columns,
  rows: Uint32Array.from({ length: columns.n }, (_, index) => index),
});

const within = ({ columns, rows }: Lot, period: Period): Lot => ({
  columns,
  rows: rows.filter((row) => isIn({ at: columns.at[row] ?? 0 }, period)),
});

/**
 * Rows of what changed last: they stand over what the chunks say, also where that puts them into another period. Of
 * those no chunk of the period knows the tickets are asked.
 */
async function newerRows(
  app: App,
  changed: readonly ChangedFeedback[],
  known: readonly Columns[],
  period: Period,
): Promise<Row[]> {
  const places = knownPlaces(known, changed);
  const feedbacks = changed.map(({ feedback }) => feedback);
  const rows = rowsFrom(feedbacks, (key) => places.get(key) ?? nowhere, app);
  const fresh = rows.filter((row) => !places.has(row.key) && isIn(row, period));
  if (fresh.length === 0) return rows;
  const ids = fresh.flatMap(({ key }) => ticketOfKey(key) ?? []);
  // A report without the channel of what is minutes old is better than none.
  const found = await readTicketPlaces(app.zendesk.http, ids, 'interactive').catch(
    () => new Map<string, RowPlace>(),
  );
  return rowsFrom(feedbacks, (key) => places.get(key) ?? found.get(key) ?? nowhere, app);
}

/** A feedback a chunk knows keeps the place it has there. */
function knownPlaces(known: readonly Columns[], changed: readonly ChangedFeedback[]): Map<string, RowPlace> {
  const keys = new Set(changed.map(({ feedback }) => feedback.key));
  const tickets = new Set([...keys].map((key) => Number(ticketOfKey(key) ?? 0)));
  const places = new Map<string, RowPlace>();
  for (const columns of known)
    for (let index = 0; index < columns.n; index += 1) {
      if (!tickets.has(columns.ticket[index] ?? 0)) continue;
      const key = keyAt(columns, index);
      const text = (name: 'channel' | 'brandId' | 'groupId') =>
        columns.names[name][columns.texts[name][index] ?? 0] || null;
      if (keys.has(key))
        places.set(key, { channel: text('channel'), brandId: text('brandId'), groupId: text('groupId') });
    }
  return places;
}

const rowsFrom = (feedbacks: readonly Feedback[], placeOf: (key: string) => RowPlace, app: App): Row[] =>
  feedbacks.flatMap((feedback) => rowOf(feedback, placeOf(feedback.key), app.configuration) ?? []);

/** Of a hundred records each; what lies behind is left out, and said. */
const mostPages = 20;

async function fromRecords(app: App, period: Period, recent: Recent): Promise<Omit<Read, 'origin' | 'asOf'>> {
  const found = new Map<string, Feedback>();
  let read = recent;
  let broken = 0;
  const isReached = () => read.next === null || read.rows.some(({ updatedAt }) => updatedAt < period.from);
  for (let page = 1; ; page += 1) {
    for (const { feedback } of read.rows) if (!found.has(feedback.key)) found.set(feedback.key, feedback);
    broken += read.broken;
    if (isReached() || page >= mostPages) break;
    read = await readRecent(app.zendesk.http, read.next);
  }
  const feedbacks = [...found.values()];
  const rows = rowsFrom(feedbacks, () => nowhere, app).filter((row) => isIn(row, period));
  const keys = new Set(rows.map(({ key }) => key));
  const places = await readTicketPlaces(
    app.zendesk.http,
    [...keys].flatMap((key) => ticketOfKey(key) ?? []),
  );
  const placed = rowsFrom(
    feedbacks.filter(({ key }) => keys.has(key)),
    (key) => places.get(key) ?? nowhere,
    app,
  );
  // A feedback changes after its moment: what changed last before the oldest one read may belong here.
  const oldest = read.rows.at(-1)?.updatedAt ?? period.from;
  return {
    columns: columnsOf(placed),
    since: isReached() ? null : oldest,
    isFormer: false,
    broken,
    keptBy: null,
  };
}
