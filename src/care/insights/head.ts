/**
 * The head: which chunks there are, and up to when they hold everything. One record, so that it is read and written
 * whole: every head is a true picture as of its own `until`, whoever wrote it.
 */
import * as v from 'valibot';
import { chunkVersion, momentOfPlace, mostRows, mostText, type Placed } from './chunk.ts';
import type { Period } from './question.ts';

export interface ChunkEntry {
  id: string;
  /** Place of its first row; the chunk reaches to the next one's. */
  first: number;
  n: number;
  /** Earliest and latest `at` of its rows, seconds. */
  from: number;
  to: number;
}

export interface Head {
  /** Another one with every writing. */
  id: string;
  /** In order of `first`. */
  chunks: ChunkEntry[];
  /** Where a reading that was broken off goes on; `null` once it had come to its end. */
  cursor: string | null;
  /** All that changed before is in it; epoch milliseconds, as the others. */
  until: number;
  /** When it was written. */
  asOf: number;
  byId: string;
  /** The settings rows were made by, and the version of the configuration that had them. */
  rulesPrint: string;
  settings: number;
  /** Feedbacks from before were left out for want of room; `null` while none are. */
  since: number | null;
  /** Records with a place below are left out. */
  floor: number;
  /** Chunks no head has named since. */
  gone: { id: string; at: number }[];
}

export const emptyHead = (rulesPrint: string, settings: number): Head => ({
  id: '',
  chunks: [],
  cursor: null,
  until: 0,
  asOf: 0,
  byId: '',
  rulesPrint,
  settings,
  since: null,
  floor: 0,
  gone: [],
});

const whole = v.pipe(v.number(), v.integer());
const bodySchema = v.object({
  v: v.literal(chunkVersion),
  id: v.string(),
  chunks: v.string(),
  cursor: v.nullable(v.string()),
  until: whole,
  asOf: whole,
  byId: v.string(),
  rulesPrint: v.string(),
  settings: whole,
  since: v.nullable(whole),
  floor: whole,
  gone: v.string(),
});
export type HeadBody = v.InferOutput<typeof bodySchema>;

const short = (value: number) => value.toString(36);
const long = (text: string | undefined): number => {
  const value = Number.parseInt(text ?? '', 36);
  if (Number.isNaN(value)) throw new RangeError('no number');
  return value;
};

const secondOf = (place: number) => Math.floor(momentOfPlace(place) / 1000);

export function packHead(head: Head): HeadBody {
  let before = 0;
  const chunks = head.chunks.map(({ id, first, n, from, to }) => {
    const members = [first - before, n, from - secondOf(first), to - from].map(short);
    before = first;
    return [id, ...members].join(',');
  });
  const gone = head.gone.map(({ id, at }) => `${id},${short(Math.floor(at / 1000))}`);
  return { ...head, v: chunkVersion, chunks: chunks.join(';'), gone: gone.join(';') };
}

/** `newer` where a later version of this app keeps it, `null` where there is none or it cannot be read. */
export function parseHead(body: unknown): Head | 'newer' | null {
  const version = v.safeParse(v.object({ v: v.number() }), body);
  if (version.success && version.output.v > chunkVersion) return 'newer';
  const read = v.safeParse(bodySchema, body);
  if (!read.success) return null;
  const { v: _, ...head } = read.output;
  try {
    return { ...head, chunks: chunksIn(head.chunks), gone: goneIn(head.gone) };
  } catch {
    return null;
  }
}

function chunksIn(text: string): ChunkEntry[] {
  let first = 0;
  return partsOf(text).map(([id = '', add, n, from, span]) => {
    first += long(add);
    const earliest = secondOf(first) + long(from);
    return { id, first, n: long(n), from: earliest, to: earliest + long(span) };
  });
}

const goneIn = (text: string) => partsOf(text).map(([id = '', at]) => ({ id, at: long(at) * 1000 }));

const partsOf = (text: string) => (text === '' ? [] : text.split(';').map((part) => part.split(',')));

/** As one record holds it: forgets chunks that are gone first, then leaves out the oldest feedbacks. */
export function fitted(head: Head, most = mostText): Head {
  let fit = head;
  const excess = () => JSON.stringify(packHead(fit)).length - most;
  for (let over = excess(); over > 0 && fit.gone.length > 0; over = excess())
    fit = { ...fit, gone: fit.gone.slice(countFor(over)) };
  for (let over = excess(); over > 0 && fit.chunks.length > 1; over = excess())
    fit = withoutOldest(fit, Math.min(countFor(over), fit.chunks.length - 1));
  return fit;
}

/** Entries that surely take no more than so many characters, and one at least. */
const countFor = (characters: number) => Math.max(1, Math.floor(characters / 60));

function withoutOldest(head: Head, count: number): Head {
  const chunks = head.chunks.slice(count);
  const left = head.chunks.slice(0, count).map(({ to }) => (to + 1) * 1000);
  return {
    ...head,
    chunks,
    floor: chunks[0]?.first ?? head.floor,
    since: Math.max(head.since ?? 0, ...left),
  };
}

/** The chunks that may hold rows of a period. */
export const chunksOfPeriod = ({ chunks }: Head, period: Period): ChunkEntry[] =>
  chunks.filter(({ from, to }) => to * 1000 >= period.from && from * 1000 < period.to);

/** Where in `chunks` a record of that place is, or belongs; several where one millisecond made more than a chunk holds. */
export function chunksAt(chunks: readonly ChunkEntry[], place: number): number[] {
  const after = countUntil(chunks, place + 1);
  const last = Math.max(0, after - 1);
  let first = last;
  while (first > 0 && (chunks[first]?.first ?? 0) >= place) first -= 1;
  return chunks.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** How many chunks begin before that place. */
function countUntil(chunks: readonly ChunkEntry[], place: number): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunks[middle]?.first ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two neighbours are put together where both have so few rows. */
const small = mostRows * 0.6;

/** Places of the neighbours that are to be packed together with those. */
export function neighboursOf(chunks: readonly ChunkEntry[], touched: ReadonlySet<number>): number[] {
  const isSmall = (one: number, other: number) =>
    (chunks[one]?.n ?? small) + (chunks[other]?.n ?? small) <= small;
  return [...touched]
    .flatMap((index) => [index - 1, index + 1].filter((other) => isSmall(index, other)))
    .filter((index) => index >= 0 && index < chunks.length && !touched.has(index));
}

/** `rows` in order, at least one. */
export function entryOf(id: string, rows: readonly Placed[]): ChunkEntry {
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { row } of rows) {
    from = Math.min(from, row.at);
    to = Math.max(to, row.at);
  }
  return { id, first: rows[0]?.place ?? 0, n: rows.length, from, to };
}
