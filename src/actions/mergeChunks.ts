/** Puts changed feedbacks into the chunks of a head: those that change are written anew, the others stay. */
import { Failure } from '../care/failure.ts';
import { type Feedback, ticketOfKey } from '../care/feedback.ts';
import { type Chunk, inOrder, type Placed, placedIn } from '../care/insights/chunk.ts';
import { type ChunkEntry, chunksAt, entryOf, type Head, neighboursOf } from '../care/insights/head.ts';
import { mostRev, nowhere, type Row, type RowPlace, rowOf } from '../care/insights/row.ts';
import { type Part, splitRows } from '../care/insights/split.ts';
import { type RecordChange, readRecordPlaces } from '../zendesk/feedbackExport.ts';
import type { Http } from '../zendesk/http.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTicketPlaces } from './readTicketPlaces.ts';
import { newChunkId, readChunks, writeChunks } from './rollupRecords.ts';

export interface MergeOptions {
  /** Chunks to look at beside those that change, so that one which is gone is found. */
  verified: number;
  /** Another head whose rows know where their tickets are from. */
  former: Head | null;
}

/** A chunk the head names is gone or cannot be read: what it held is in the feedbacks' records alone. */
export class ChunkMissing extends Failure {
  constructor(id: string) {
    super('notFound', { status: 404, message: `the chunk ${id} is missing` });
  }
}

export interface Merged {
  chunks: ChunkEntry[];
  /** Ids of those that were written for it. */
  written: string[];
}

/** Chunks unpacked at once: ninety thousand rows. */
const mostLoaded = 60;

/** A lot of changes of neighbouring records after the other. Throws `Failure`, `ChunkMissing` among them. */
export async function mergeAll(
  app: Outside,
  head: Head,
  changes: readonly RecordChange[],
  options: MergeOptions,
): Promise<Merged> {
  const own = changes.filter(({ place }) => place >= head.floor).sort((a, b) => a.place - b.place);
  let { chunks } = head;
  const written: string[] = [];
  let [rest, isFirst] = [own, true];
  while (rest.length > 0 || isFirst) {
    const touched = new Set<number>();
    const isBeyond = ({ place }: RecordChange) => {
      for (const index of chunksAt(chunks, place)) touched.add(index);
      return touched.size > mostLoaded;
    };
    const end = rest.findIndex(isBeyond);
    const lot = end < 1 ? rest : rest.slice(0, end);
    const merged = await merge(app, chunks, lot, { ...options, verified: isFirst ? options.verified : 0 });
    written.push(...merged.written);
    ({ chunks } = merged);
    rest = rest.slice(lot.length);
    isFirst = false;
  }
  return { chunks, written };
}

/** Rows of a chunk by key; `null` for a chunk that was not read. */
type Rows = (Map<string, Placed> | null)[];

/** The chunks after these changes. */
async function merge(
  app: Outside,
  chunks: readonly ChunkEntry[],
  changes: readonly RecordChange[],
  { verified, former }: MergeOptions,
): Promise<Merged> {
  const { http } = app.zendesk;
  const touched = new Set(changes.flatMap(({ place }) => chunksAt(chunks, place)));
  const besides = neighboursOf(chunks, touched);
  const loaded = await loadChunks(http, chunks, [...touched, ...besides], verified, app.now());
  const rows = loaded.map((chunk) => chunk && rowsIn(chunk));
  const dirty = new Set<number>();
  const current = await rowsOf(app, changes, await knownRows(http, former, changes, rows));
  const fresh: Placed[] = [];
  for (const { place, feedback } of changes) {
    if (feedback === null) continue;
    const row = current.get(feedback.key) ?? null;
    const indices = chunksAt(chunks, place);
    const index = indices.find((one) => rows[one]?.has(feedback.key)) ?? indices.at(-1);
    if (index !== undefined) putRow(rows, dirty, index, feedback.key, row && { place, row });
    else if (row) fresh.push({ place, row });
  }
  await removeDeleted(http, chunks, changes, rows, dirty);
  return layOut(http, chunks, rows, dirty, new Set(besides), fresh);
}

const rowsIn = (chunk: Chunk) => new Map(placedIn(chunk).map((placed) => [placed.row.key, placed]));

/** By their place in the head; `null` for those nobody asked for. A few others are looked at, another lot each time. */
async function loadChunks(
  http: Http,
  chunks: readonly ChunkEntry[],
  asked: readonly number[],
  verified: number,
  now: number,
): Promise<(Chunk | null)[]> {
  const start = Math.floor(now / 60_000);
  const all = new Set(asked);
  for (let step = 0; step < chunks.length && step < verified; step += 1)
    all.add((start + step) % chunks.length);
  const entries = [...all].flatMap((index) => chunks[index] ?? []);
  const found = await readChunks(http, entries, 'background');
  for (const { id } of entries) if (!found.has(id)) throw new ChunkMissing(id);
  return chunks.map(({ id }, index) => (all.has(index) ? (found.get(id) ?? null) : null));
}

/** Puts a row over the one with its key, where there is one; `null` takes it out. */
function putRow(rows: Rows, dirty: Set<number>, index: number, key: string, next: Placed | null): void {
  const own = rows[index];
  const before = own?.get(key);
  if (!own || (before && next ? isSame(before, next) : !before && !next)) return;
  if (next) own.set(key, next);
  else own.delete(key);
  dirty.add(index);
}

const isSame = (a: Placed, b: Placed) =>
  a.place === b.place && (Object.keys(a.row) as (keyof Row)[]).every((name) => a.row[name] === b.row[name]);

/** What is known of the changed feedbacks, by key. */
async function knownRows(
  http: Http,
  former: Head | null,
  changes: readonly RecordChange[],
  rows: Rows,
): Promise<Map<string, Row>> {
  const keys = changes.flatMap(({ feedback }) => feedback?.key ?? []);
  const indices = former ? new Set(changes.flatMap(({ place }) => chunksAt(former.chunks, place))) : [];
  const entries = [...indices].flatMap((index) => former?.chunks[index] ?? []);
  const found = await readChunks(http, entries, 'background');
  const lots = [...rows, ...[...found.values()].map(rowsIn)];
  const known = new Map<string, Row>();
  for (const key of keys)
    for (const lot of lots) {
      const row = lot?.get(key)?.row;
      if (row) known.set(key, row);
    }
  return known;
}

/** By key; `null` for what no report counts. Tickets are read for what is new or has gone on. */
async function rowsOf(
  app: Outside,
  changes: readonly RecordChange[],
  known: ReadonlyMap<string, Row>,
): Promise<Map<string, Row | null>> {
  const feedbacks = changes.flatMap(({ feedback }) => feedback ?? []);
  const isUnknown = ({ key, rev }: Feedback) => {
    const row = known.get(key);
    return row === undefined || row.rev !== Math.min(rev, mostRev) || row.channel === null;
  };
  const ids = feedbacks.filter(isUnknown).flatMap(({ key }) => ticketOfKey(key) ?? []);
  const places = await readTicketPlaces(app.zendesk.http, ids);
  return new Map(
    feedbacks.map((feedback) => {
      const place = places.get(feedback.key) ?? placeIn(known.get(feedback.key));
      return [feedback.key, rowOf(feedback, place, app.configuration)];
    }),
  );
}

const placeIn = (row: Row | undefined): RowPlace =>
  row ? { channel: row.channel, brandId: row.brandId, groupId: row.groupId } : nowhere;

/** A deleted record does not tell whose it was: of the rows in its place those go whose record is no longer there. */
async function removeDeleted(
  http: Http,
  chunks: readonly ChunkEntry[],
  changes: readonly RecordChange[],
  rows: Rows,
  dirty: Set<number>,
): Promise<void> {
  const deleted = changes.filter(({ feedback }) => feedback === null);
  const places = new Set(deleted.map(({ place }) => place));
  const indices = [...new Set(deleted.flatMap(({ place }) => chunksAt(chunks, place)))];
  const doubted = indices.flatMap((index) =>
    [...(rows[index]?.values() ?? [])]
      .filter(({ place }) => places.has(place))
      .map(({ place, row }) => ({ index, place, row })),
  );
  const living = await readRecordPlaces(http, [...new Set(doubted.map(({ row }) => row.key))]);
  for (const { index, place, row } of doubted)
    if (living.get(row.key) !== place) putRow(rows, dirty, index, row.key, null);
}

/** Chunks that changed are written anew, neighbours together; the others stay as they are. */
async function layOut(
  http: Http,
  chunks: readonly ChunkEntry[],
  rows: Rows,
  dirty: ReadonlySet<number>,
  besides: ReadonlySet<number>,
  fresh: readonly Placed[],
): Promise<Merged> {
  const isDirty = (index: number) =>
    dirty.has(index) || (besides.has(index) && (dirty.has(index - 1) || dirty.has(index + 1)));
  const next: ChunkEntry[] = [];
  const parts: (Part & { id: string })[] = [];
  const write = async (some: Placed[], isLast: boolean) => {
    for (const part of await splitRows(some.sort(inOrder), isLast)) {
      const id = newChunkId();
      parts.push({ ...part, id });
      next.push(entryOf(id, part.rows));
    }
  };
  let run: Placed[] = [];
  for (const [index, entry] of chunks.entries()) {
    if (isDirty(index)) {
      run.push(...(rows[index]?.values() ?? []));
      continue;
    }
    if (run.length > 0) await write(run, false);
    run = [];
    next.push(entry);
  }
  run.push(...fresh);
  if (run.length > 0) await write(run, true);
  await writeChunks(http, parts);
  return { chunks: next, written: parts.map(({ id }) => id) };
}
