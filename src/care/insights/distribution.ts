/** How often each answer was given. */
import type { Columns } from './columns.ts';
import type { Question } from './question.ts';
import { rowsWhere } from './rows.ts';

export interface Distribution {
  /** 1 to 5, higher = better; answers of other scales at the nearest step. */
  steps: [number, number, number, number, number];
  /** Of CSAT: good or bad and no number. */
  good: number;
  bad: number;
  /** All of them. */
  n: number;
}

export function distributionOf(columns: Columns, question: Question, score: 'csat' | 'ces'): Distribution {
  const counts = new Uint32Array(8);
  for (const index of rowsWhere(columns, question.period, question)) {
    const value = columns[score][index] ?? 0;
    const bare = score === 'csat' ? (columns.verdict[index] ?? 0) : 0;
    const place = value > 0 ? Math.round(value / 100) : bare > 0 ? 5 + bare : 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const [, one = 0, two = 0, three = 0, four = 0, five = 0, bad = 0, good = 0] = counts;
  const n = one + two + three + four + five + bad + good;
  return { steps: [one, two, three, four, five], good, bad, n };
}
