/** Several lots of columns as one. */
import { type Columns, emptyColumns, keyAt, mostNames, numberColumns, textColumns } from './columns.ts';

/** All rows of some columns, or those at `rows`. */
export interface Lot {
  columns: Columns;
  rows: Uint32Array;
}

/** In their order. */
export function joinColumns(lots: readonly Lot[]): Columns {
  const joined = emptyColumns(lots.reduce((sum, { rows }) => sum + rows.length, 0));
  let start = 0;
  const known = new Map(textColumns.map((name) => [name, new Map<string, number>()]));
  for (const { columns, rows } of lots) {
    for (const name of numberColumns)
      for (let at = 0; at < rows.length; at += 1)
        joined[name][start + at] = columns[name][rows[at] ?? 0] ?? 0;
    for (const name of textColumns) {
      const places = columns.names[name].map((text) =>
        placeOfName(joined.names[name], known.get(name), text),
      );
      for (let at = 0; at < rows.length; at += 1)
        joined.texts[name][start + at] = places[columns.texts[name][rows[at] ?? 0] ?? 0] ?? 0;
    }
    for (let at = 0; columns.otherKeys.size > 0 && at < rows.length; at += 1) {
      const key = columns.otherKeys.get(rows[at] ?? 0);
      if (key !== undefined) joined.otherKeys.set(start + at, key);
    }
    start += rows.length;
  }
  return joined;
}

function placeOfName(names: string[], known: Map<string, number> | undefined, text: string): number {
  if (text === '') return 0;
  const place = known?.get(text);
  if (place !== undefined) return place;
  if (names.length >= mostNames) return 0;
  names.push(text);
  known?.set(text, names.length - 1);
  return names.length - 1;
}

/**
 * Rows of each lot without those of keys that come again: the highest `rev` stays, of equal ones the later one.
 * What nobody shares stays in its order.
 */
export function withoutRepeats(lots: readonly Lot[]): Lot[] {
  const repeated = repeatedKeys(lots);
  if (repeated.size === 0) return [...lots];
  const best = new Map<string, { lot: number; row: number; rev: number }>();
  for (const [lot, { columns, rows }] of lots.entries())
    for (const row of rows) {
      const key = keyAt(columns, row);
      if (!repeated.has(key)) continue;
      const rev = columns.rev[row] ?? 0;
      if (rev >= (best.get(key)?.rev ?? -1)) best.set(key, { lot, row, rev });
    }
  return lots.map(({ columns, rows }, lot) => ({
    columns,
    rows: rows.filter((row) => {
      const first = best.get(keyAt(columns, row));
      return first === undefined || (first.lot === lot && first.row === row);
    }),
  }));
}

/** Found by sorting numbers: a map of a million keys would take more than the rows do. */
function repeatedKeys(lots: readonly Lot[]): Set<string> {
  const repeated = new Set<string>();
  const others = new Set<string>();
  const tickets = new Float64Array(lots.reduce((sum, { rows }) => sum + rows.length, 0));
  let n = 0;
  for (const { columns, rows } of lots)
    for (const row of rows) {
      const other = columns.otherKeys.get(row);
      if (other === undefined) {
        tickets[n] = columns.ticket[row] ?? 0;
        n += 1;
      } else if (others.has(other)) repeated.add(other);
      else others.add(other);
    }
  const sorted = tickets.subarray(0, n).sort();
  for (let at = 1; at < n; at += 1) if (sorted[at] === sorted[at - 1]) repeated.add(`ticket:${sorted[at]}`);
  return repeated;
}
