/** Everything that can be asked of columns, by name: pure functions of (columns, ...args), counted in a worker. */

import type { Reach } from '../coaching/reach.ts';
import {
  keysOfAgent,
  keysOfOthers,
  type RosterAgent,
  rosterOf,
  type Team,
  teamsOf,
} from '../coaching/roster.ts';
import { type Impact, impactOf } from '../issues/impact.ts';
import { type IssuePart, type IssueQuestion, issueFigures, issueKeys } from '../issues/issueFigures.ts';
import type { IssueFigures } from '../issues/sentence.ts';
import { taggersOf } from '../issues/taggers.ts';
import { type Watch, type WatchQuestion, watchOf } from '../issues/watch.ts';
import { metricOf } from '../metrics/index.ts';
import type { Figure } from '../metrics/metric.ts';
import type { Columns } from './columns.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { keysBehind, type Which } from './keys.ts';
import { type MapPart, mapOf } from './map.ts';
import type { Dimension, Period, Question, Step } from './question.ts';
import { type Report, reportOf, reportSteps } from './report.ts';
import { type TrendStep, trendOf } from './trend.ts';

export type { Distribution, Figure, MapPart, Period, TrendStep, Which };

export const asks = {
  report: (columns: Columns, question: Question): Report => reportOf(columns, question),
  /** Keys of the feedbacks behind a figure, newest first, at most `mostKeys`. */
  keys: (columns: Columns, question: Question, metricId: string, which: Which): string[] =>
    keysBehind(columns, question, metricOf(metricId), which),
  /** One figure for each step of the question's period. `zone` is IANA. */
  trend: (columns: Columns, question: Question, metricId: string, step: Step, zone: string): TrendStep[] =>
    trendOf(columns, question, metricOf(metricId), step, zone),
  /** How often each answer was given. */
  distribution: (columns: Columns, question: Question, score: 'csat' | 'ces'): Distribution =>
    distributionOf(columns, question, score),
  /** CSAT × CES of each value of a dimension, most feedbacks first. */
  map: (columns: Columns, question: Question, by: Dimension): MapPart[] => mapOf(columns, question, by),
  impact: (columns: Columns, question: Omit<Question, 'by'>): Impact => impactOf(columns, question),
  issueFigures: (columns: Columns, question: IssueQuestion): IssueFigures => issueFigures(columns, question),
  issueKeys: (columns: Columns, question: IssueQuestion, part: IssuePart): string[] =>
    issueKeys(columns, question, part),
  watch: (columns: Columns, question: WatchQuestion): Watch => watchOf(columns, question),
  taggers: (columns: Columns, topics: readonly string[]): string[] => taggersOf(columns, topics),
  /** The agents somebody leads. */
  roster: (columns: Columns, period: Period, reach: Reach): RosterAgent[] => rosterOf(columns, period, reach),
  /** Teams as sums, by group and as `all`. */
  teams: (columns: Columns, period: Period): Record<string, Team> => teamsOf(columns, period),
  /** Keys of what is credited to an agent, and of the newest rated of the others in their groups (`null` for all). */
  agent_keys: (columns: Columns, period: Period, agentId: string): string[] =>
    keysOfAgent(columns, period, agentId),
  others_keys: (columns: Columns, period: Period, agentId: string, groupIds: readonly string[] | null) =>
    keysOfOthers(columns, period, agentId, groupIds),
};

export type Asks = typeof asks;
export type AskName = keyof Asks;
/** What is said with an ask, the columns left out, and what is answered. */
export type AskArgs<N extends AskName> = Asks[N] extends (columns: Columns, ...args: infer A) => unknown
  ? A
  : never;
export type Answer<N extends AskName> = ReturnType<Asks[N]>;

/** An answer in steps: whoever counts can do something else in between, or stop. Small asks have one. */
export function* answerTo<N extends AskName>(
  columns: Columns,
  name: N,
  args: AskArgs<N>,
): Generator<void, Answer<N>> {
  if (name === 'report') {
    const [question] = args as unknown as AskArgs<'report'>;
    return (yield* reportSteps(columns, question)) as Answer<N>;
  }
  const ask = asks[name] as unknown as (columns: Columns, ...args: AskArgs<N>) => Answer<N>;
  return ask(columns, ...args);
}
