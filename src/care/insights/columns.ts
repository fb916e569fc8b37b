/** Many rows as columns: what reports count. A million of them are 60 MB of numbers and no objects. */
import type { Row, RowNumbers, RowTexts } from './row.ts';

const numberArrays = {
  ticket: Float64Array,
  rev: Uint16Array,
  at: Uint32Array,
  csat: Uint16Array,
  ces: Uint16Array,
  verdict: Uint8Array,
  bucket: Uint8Array,
  status: Uint8Array,
  ratedAt: Uint32Array,
  openedAt: Uint32Array,
  dueAt: Uint32Array,
  firstActionAt: Uint32Array,
  closedAt: Uint32Array,
  firstActionOpen: Uint32Array,
  closeOpen: Uint32Array,
  dispute: Uint8Array,
  flags: Uint16Array,
} satisfies Record<keyof RowNumbers, unknown>;

export const numberColumns = Object.keys(numberArrays) as (keyof RowNumbers)[];
export const textColumns = [
  'topic',
  'groupId',
  'agentId',
  'bucketById',
  'ownerId',
  'source',
  'channel',
  'brandId',
] as const satisfies readonly (keyof RowTexts)[];
export type TextColumn = (typeof textColumns)[number];

/** Of each number of a row, in the same order in every column. */
export type Columns = { [K in keyof RowNumbers]: InstanceType<(typeof numberArrays)[K]> } & {
  n: number;
  /** Place of each row's text in `names`; 0 for none. */
  texts: Record<TextColumn, Uint16Array>;
  /** `names.topic[3]`; the first of each is the empty text and means none. */
  names: Record<TextColumn, string[]>;
  /** Keys of rows that name no ticket, by place. */
  otherKeys: Map<number, string>;
};

export function emptyColumns(n: number): Columns {
  const numbers = Object.fromEntries(numberColumns.map((name) => [name, new numberArrays[name](n)]));
  const each = <T>(make: () => T) =>
    Object.fromEntries(textColumns.map((name) => [name, make()])) as Record<TextColumn, T>;
  return {
    ...(numbers as unknown as { [K in keyof RowNumbers]: InstanceType<(typeof numberArrays)[K]> }),
    n,
    texts: each(() => new Uint16Array(n)),
    names: each(() => ['']),
    otherKeys: new Map(),
  };
}

/** Texts beyond the 65,535th of a column count as none. */
export const mostNames = 65_535;

export function columnsOf(rows: readonly Row[]): Columns {
  const columns = emptyColumns(rows.length);
  for (const name of numberColumns)
    for (const [index, row] of rows.entries()) columns[name][index] = row[name];
  for (const name of textColumns) {
    const places = new Map<string | null, number>([[null, 0]]);
    for (const [index, row] of rows.entries()) {
      const text = row[name];
      if (text !== null && !places.has(text) && places.size < mostNames) {
        places.set(text, columns.names[name].length);
        columns.names[name].push(text);
      }
      columns.texts[name][index] = places.get(text) ?? 0;
    }
  }
  for (const [index, { ticket, key }] of rows.entries()) if (ticket === 0) columns.otherKeys.set(index, key);
  return columns;
}

export const textAt = (columns: Columns, name: TextColumn, index: number): string | null =>
  columns.names[name][columns.texts[name][index] ?? 0] || null;

export const keyAt = (columns: Columns, index: number): string =>
  columns.otherKeys.get(index) ?? `ticket:${columns.ticket[index]}`;

export function rowAt(columns: Columns, index: number): Row {
  const numbers = Object.fromEntries(numberColumns.map((name) => [name, columns[name][index] ?? 0]));
  const texts = Object.fromEntries(textColumns.map((name) => [name, textAt(columns, name, index)]));
  return {
    ...(numbers as unknown as RowNumbers),
    ...(texts as unknown as RowTexts),
    key: keyAt(columns, index),
  };
}
