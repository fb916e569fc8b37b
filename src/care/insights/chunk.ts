/**
 * A chunk: some hundred rows of neighbouring records, packed into one record of the account. Column after column,
 * each number as what it adds to the one it follows, then deflated. Ids, numbers and times; no words of anybody.
 */
import * as v from 'valibot';
import { ByteReader, ByteWriter, deflate, fromBase64, inflate, toBase64 } from './bytes.ts';
import { type Columns, emptyColumns, numberColumns, rowAt, textColumns } from './columns.ts';
import type { Row, RowNumbers } from './row.ts';

/** Bumped whenever what is packed, or the meaning of a row's members, changes. */
export const chunkVersion = 2;

/** Characters of a record's text: Zendesk takes 32 KB a record, its name and other fields included. */
export const mostText = 30_000;
/** Rows of a chunk. */
export const mostRows = 1_500;

/** A row and where its record stands among all: see `placeOf`. */
export interface Placed {
  place: number;
  row: Row;
}

export interface Chunk {
  /** Ascending, of each row. */
  places: Float64Array;
  columns: Columns;
}

/** 2020-01-01, epoch milliseconds: no record is older. */
const firstMoment = 1_577_836_800_000;
/** Records of one millisecond are told apart by so much. */
export const placesPerMs = 1024;

/** Of a record made at that moment, epoch milliseconds; `rest` 0-1023. A feedback's place never changes. */
export const placeOf = (madeAt: number, rest = 0): number =>
  Math.max(0, madeAt - firstMoment) * placesPerMs + rest;

/** Epoch milliseconds. */
export const momentOfPlace = (place: number): number => Math.floor(place / placesPerMs) + firstMoment;

export const inOrder = (a: Placed, b: Placed): number =>
  a.place - b.place || (a.row.key < b.row.key ? -1 : a.row.key > b.row.key ? 1 : 0);

const bodySchema = v.object({
  v: v.literal(chunkVersion),
  z: v.picklist(['deflate-raw', 'plain']),
  data: v.string(),
});
export type ChunkBody = v.InferOutput<typeof bodySchema>;

/** Instants of a case follow others; 0 stays 0. */
const after: Partial<Record<keyof RowNumbers, keyof RowNumbers>> = {
  ratedAt: 'at',
  openedAt: 'at',
  dueAt: 'openedAt',
  firstActionAt: 'openedAt',
  closedAt: 'openedAt',
};

/** `rows` in order. */
export async function packChunk(rows: readonly Placed[]): Promise<ChunkBody> {
  const bytes = bytesOf(rows);
  const deflated = await deflate(bytes);
  const data = toBase64(deflated ?? bytes);
  return { v: chunkVersion, z: deflated ? 'deflate-raw' : 'plain', data };
}

/** As a record's text. */
export const sizeOf = (body: ChunkBody): number => JSON.stringify(body).length;

function bytesOf(rows: readonly Placed[]): Uint8Array<ArrayBuffer> {
  const to = new ByteWriter();
  to.number(rows.length);
  let before = 0;
  for (const { place } of rows) {
    to.number(place - before);
    before = place;
  }
  before = 0;
  for (const { row } of rows) {
    to.signed(row.ticket - before);
    before = row.ticket;
  }
  for (const { place, row } of rows) to.signed(row.at - secondOf(place));
  for (const name of numberColumns)
    if (name !== 'ticket' && name !== 'at')
      for (const { row } of rows) writeNumber(to, row[name], baseOf(row, name));
  for (const name of textColumns) writeTexts(to, rows, name);
  for (const { row } of rows) if (row.ticket === 0) to.text(row.key);
  return to.done();
}

const secondOf = (place: number) => Math.floor(momentOfPlace(place) / 1000);

/** What an instant follows; `null` for numbers that stand alone. */
function baseOf(row: RowNumbers, name: keyof RowNumbers): number | null {
  const followed = after[name];
  return followed === undefined ? null : row[followed] || row.at;
}

function writeNumber(to: ByteWriter, value: number, base: number | null): void {
  if (base === null || value === 0) to.number(value);
  else to.number(1 + (value < base ? 2 * (base - value) - 1 : 2 * (value - base)));
}

function readNumber(from: ByteReader, base: number | null): number {
  const value = from.number();
  if (base === null || value === 0) return value;
  const distance = value - 1;
  return distance % 2 === 0 ? base + distance / 2 : base - (distance + 1) / 2;
}

function writeTexts(to: ByteWriter, rows: readonly Placed[], name: (typeof textColumns)[number]): void {
  const places = new Map<string, number>();
  for (const { row } of rows) {
    const text = row[name];
    if (text !== null && !places.has(text)) places.set(text, places.size + 1);
  }
  to.number(places.size);
  for (const text of places.keys()) to.text(text);
  for (const { row } of rows) to.number(row[name] === null ? 0 : (places.get(row[name]) ?? 0));
}

/** `null` for what another version wrote, what is broken, and in browsers that cannot inflate. */
export async function unpackChunk(body: unknown): Promise<Chunk | null> {
  const read = v.safeParse(bodySchema, body);
  if (!read.success) return null;
  try {
    const bytes = fromBase64(read.output.data);
    return chunkOf(new ByteReader(read.output.z === 'plain' ? bytes : await inflate(bytes)));
  } catch {
    return null;
  }
}

function chunkOf(from: ByteReader): Chunk {
  const n = from.number();
  // A broken number would ask for more memory than there is.
  if (n > 100 * mostRows) throw new RangeError('no chunk is as long as that');
  const columns = emptyColumns(n);
  const places = new Float64Array(n);
  let before = 0;
  for (let index = 0; index < n; index += 1) {
    before += from.number();
    places[index] = before;
  }
  before = 0;
  for (let index = 0; index < n; index += 1) {
    before += from.signed();
    columns.ticket[index] = before;
  }
  for (let index = 0; index < n; index += 1) columns.at[index] = secondOf(places[index] ?? 0) + from.signed();
  for (const name of numberColumns)
    if (name !== 'ticket' && name !== 'at')
      for (let index = 0; index < n; index += 1)
        columns[name][index] = readNumber(from, baseAt(columns, index, name));
  for (const name of textColumns) {
    const count = from.number();
    for (let place = 0; place < count; place += 1) columns.names[name].push(from.text());
    for (let index = 0; index < n; index += 1) columns.texts[name][index] = from.number();
  }
  for (let index = 0; index < n; index += 1)
    if (columns.ticket[index] === 0) columns.otherKeys.set(index, from.text());
  return { places, columns };
}

function baseAt(columns: Columns, index: number, name: keyof RowNumbers): number | null {
  const followed = after[name];
  return followed === undefined ? null : columns[followed][index] || (columns.at[index] ?? 0);
}

export const placedIn = ({ places, columns }: Chunk): Placed[] =>
  Array.from(places, (place, index) => ({ place, row: rowAt(columns, index) }));
