/** One row of the bench, how it is judged and how it is printed. */

export interface Row {
  name: string;
  value: number;
  unit: 'bytes' | 'ms' | 'calls' | 'files' | 'rows';
  /** The same measure of the floor page in the same run; `null` where the budget is absolute. */
  floor: number | null;
  /** `value / floor`, rounded to thousandths. */
  ratio: number | null;
  /** The largest ratio allowed where there is a floor, else the largest value. */
  budget: number;
  /** Measurements behind the value (its median) and behind the floor. */
  n: number;
}

/** A row with an absolute budget. */
export function absolute(name: string, unit: Row['unit'], value: number, budget: number, n = 1): Row {
  return { name, value, unit, floor: null, ratio: null, budget, n };
}

/** A row judged by its ratio to a floor measured beside it. @throws when the floor is not above 0. */
export function relative(
  name: string,
  unit: Row['unit'],
  measured: { value: number; floor: number; n: number },
  budget: number,
): Row {
  const { value, floor, n } = measured;
  if (!(floor > 0)) throw new Error(`${name}: the floor was not measured.`);
  return { name, value: round(value), unit, floor: round(floor), ratio: round(value / floor), budget, n };
}

export function isOver({ value, ratio, budget }: Row): boolean {
  return (ratio ?? value) > budget;
}

/** @throws when there is nothing to take the middle of. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

export function formatTable(rows: Row[]): string {
  const head = ['row', 'value', 'floor', 'ratio', 'budget', 'n', ''];
  const lines = rows.map((row) => [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    row.floor === null ? '-' : shown(row.floor),
    row.ratio === null ? '-' : row.ratio.toFixed(2),
    row.ratio === null ? `≤ ${shown(row.budget)} ${row.unit}` : `≤ ${row.budget} × floor`,
    String(row.n),
    isOver(row) ? 'OVER' : 'ok',
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  const format = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...lines].map(format).join('\n');
}

const shown = (value: number) => String(Number.isInteger(value) ? value : value.toFixed(1));
