/** One figure of a report. Its file in this folder is all there is to it, and its string `metric.<id>`. */
import type { Columns } from '../insights/columns.ts';

/** Does a feedback, the `index`-th row, count? `now` in seconds of the account's clock. */
export type Test = (columns: Columns, index: number, now: number) => boolean;
type Measure = (columns: Columns, index: number, now: number) => number;

interface Any {
  id: string;
  /** Is more of it good news? `null` where it is neither. */
  isMoreBetter: boolean | null;
  /** The feedbacks it rests on: its n. */
  base: Test;
  /** A wider base of other metrics that every feedback of this one is in: saves asking all the others. */
  within?: Test;
}

/** How many there are; `of` a share names those that count; a score is a mean on 1-5; a span is told by its median. */
export type Metric = Any &
  (
    | { kind: 'count' }
    | { kind: 'share'; counts: Test }
    | { kind: 'score'; value: Measure }
    /** Seconds. `isOpen` tells those that have not come so far: shown beside it, never hidden. */
    | { kind: 'span'; value: Measure; isOpen: Test }
  );

export interface Figure {
  /** A count, a share 0-1, a mean 1-5, or a median in seconds; `null` where there is nothing to tell. */
  value: number | null;
  /** How many feedbacks it rests on. */
  n: number;
  /** Of a share: how many of those count. */
  k: number | null;
  /** 95 %, in the unit of the value: Wilson, the mean's normal one, order statistics for medians. */
  interval: readonly [number, number] | null;
  /** Of a span: its mean and 90th percentile in seconds, and how many have not come so far. */
  span: { mean: number | null; p90: number | null; open: number } | null;
}

export const noFigure: Figure = { value: null, n: 0, k: null, interval: null, span: null };
