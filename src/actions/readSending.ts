/** How many surveys went out, and how many came back: by month of sending and group, as whoever syncs counted it. */
import type { App } from '../app.ts';
import { monthsBetween } from '../care/coverage.ts';
import { others } from '../care/coverageBody.ts';
import type { Period } from '../care/insights/question.ts';
import { type Rate, rateOf } from '../care/rate.ts';
import { readDocs } from '../zendesk/docs.ts';
import { monthIn } from './readCoverage.ts';

export interface Sending {
  /** Answered, of those that can no longer be answered or were. */
  rate: Rate;
  /** May still be answered: not counted. */
  open: number;
  /** Months, `2026-11` in UTC, that were counted, oldest first; and those nobody counted. */
  months: string[];
  missing: string[];
  /** Only the beginning of the oldest was not counted. */
  isPartial: boolean;
  /** Groups asked for that were too small to be counted apart. */
  hasSmall: boolean;
}

/** Of whole months: every one the period touches. `groupIds` `null` for all. One call. Throws `Failure`. */
export async function readSending(
  app: App,
  { from, to }: Period,
  groupIds: readonly (string | null)[] | null,
): Promise<Sending> {
  const wanted = monthsBetween(from, Math.min(to, app.now()) - 1);
  const docs = await readDocs(app.zendesk.http, 'coverage', wanted);
  const months = docs.flatMap((doc) => monthIn(doc) ?? []).sort((a, b) => (a.month < b.month ? -1 : 1));
  const isAsked = (groupId: string | null) => groupIds === null || groupIds.includes(groupId);
  const tallies = months.flatMap(({ groups }) =>
    groups.filter(({ groupId }) => isAsked(groupId)).map(({ tally }) => tally),
  );
  const sum = (part: 'offered' | 'answered' | 'open') => tallies.reduce((all, tally) => all + tally[part], 0);
  const names = months.map(({ month }) => month);
  return {
    rate: rateOf(sum('answered'), sum('offered') - sum('open')),
    open: sum('open'),
    months: names,
    missing: wanted.filter((month) => !names.includes(month)),
    isPartial: months.some(({ isPartial }) => isPartial),
    hasSmall:
      groupIds !== null && months.some(({ groups }) => groups.some(({ groupId }) => groupId === others)),
  };
}
