/** What the scores screen shows: months of coverage with the names of groups and people. */
import type { App } from '../app.ts';
import { monthsBetween } from '../care/coverage.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { readGroupNames } from '../zendesk/groups.ts';
import { type Coverage, readCoverage } from './readCoverage.ts';
import { readPeople } from './readPeople.ts';

export interface Scores extends Coverage {
  groupNames: Record<string, string>;
  /** Of whose app counted. */
  people: Record<string, string>;
  /** Why groups go without their names. */
  partial: Failure | null;
}

/** Days, about as many as the months are long. */
const monthMs = 30 * 86_400_000;

/** The last `count` months of sending, this one included, the newest first. Throws `Failure`. */
export async function readScores(app: App, count: number): Promise<Scores> {
  const now = app.now();
  const wanted = monthsBetween(now - (count + 1) * monthMs, now).slice(-count);
  let partial: Failure | null = null;
  const [coverage, groupNames] = await Promise.all([
    readCoverage(app, wanted),
    readGroupNames(app.zendesk.http).catch((cause: unknown) => {
      partial = asFailure(cause);
      return {};
    }),
  ]);
  const people = await readPeople(app, [...new Set(coverage.months.map(({ byId }) => byId))]);
  return { ...coverage, months: [...coverage.months].reverse(), groupNames, people, partial };
}
