/** CSAT × CES: who liked the team and found it hard. */
import { csat } from '../metrics/csat.ts';
import { easy } from '../metrics/easy.ts';
import { type Figure, noFigure } from '../metrics/metric.ts';
import type { Columns } from './columns.ts';
import { byPart, figuresOf, measuring } from './figure.ts';
import { keysOf } from './keys.ts';
import type { Dimension, Question } from './question.ts';
import { flags } from './row.ts';
import { rowsWhere, splitBy } from './rows.ts';

export interface MapPart {
  /** The value in the dimension; `null` for none. */
  value: string | null;
  /** Feedbacks, answered or not. */
  n: number;
  csat: Figure;
  /** Share that found it easy. */
  easy: Figure;
  /** Keys of those that liked the team and found it hard, newest first. */
  keys: string[];
}

/** Most feedbacks first. */
export function mapOf(columns: Columns, question: Question, by: Dimension): MapPart[] {
  const rows = rowsWhere(columns, question.period, question);
  const { split, values } = splitBy(columns, rows, by);
  const of = measuring(columns, split, Math.floor(question.now / 1000));
  const [liked, found] = [figuresOf(csat, of).parts, figuresOf(easy, of).parts];
  return byPart(rows, rows, split).map((own, part) => ({
    value: values[part] ?? null,
    n: own.length,
    csat: liked[part] ?? noFigure,
    easy: found[part] ?? noFigure,
    keys: keysOf(
      columns,
      own.filter((index) => ((columns.flags[index] ?? 0) & flags.isNiceButHard) !== 0),
    ),
  }));
}
