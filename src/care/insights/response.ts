/** Response rates: surveys answered of those sent, from the counts of coverage. Months are UTC. */
import { sumOf, type Tally } from '../coverage.ts';
import { type Figure, noFigure } from '../metrics/metric.ts';
import { rateOf } from '../rate.ts';

/** As much of a month's coverage as is asked here. */
export interface SentMonth {
  /** `2026-11`: the surveys sent in it, whenever they were answered. */
  month: string;
  total: Tally;
  groups: readonly { groupId: string | null; tally: Tally }[];
}

export interface ResponseOfMonth {
  month: string;
  figure: Figure;
  /** Not answered and may still be: in neither part of the share. */
  open: number;
}

/** Of several months together, and of each; `groupIds` `null` for all groups. */
export function responseOf(months: readonly SentMonth[], groupIds: readonly (string | null)[] | null) {
  const tallyOf = ({ total, groups }: SentMonth): Tally =>
    groupIds === null
      ? total
      : sumOf(groups.filter(({ groupId }) => groupIds.includes(groupId)).map(({ tally }) => tally));
  const tallies = months.map((month) => ({ month: month.month, tally: tallyOf(month) }));
  const each = tallies.map(({ month, tally }): ResponseOfMonth => ({ month, ...responseIn(tally) }));
  return { whole: responseIn(sumOf(tallies.map(({ tally }) => tally))), months: each };
}

function responseIn({ answered, offered, open }: Tally): Omit<ResponseOfMonth, 'month'> {
  const { value, n, k, interval } = rateOf(answered, offered - open);
  return { figure: { ...noFigure, value, n, k, interval }, open };
}
