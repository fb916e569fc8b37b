/** The monthly pack for Product and Marketing, as data: a page, a text and a table are made of it. */
import type { FailureKind } from '../failure.ts';
import type { Period } from '../insights/question.ts';
import { type Difference, type Rate, rateOf } from '../rate.ts';
import { dayOf } from '../schedule.ts';
import { monthIn } from './calendar.ts';
import { type Impact, pullOf, trendOf, weightOf } from './impact.ts';
import type { StoredIssue } from './issue.ts';
import { leastRated } from './neededRatings.ts';
import { type IssueFigures, type Sentence, sentenceOf } from './sentence.ts';
import type { Watch } from './watch.ts';

export const promiseStates = ['done', 'declined', 'not_done', 'overdue'] as const;
export type PromiseState = (typeof promiseStates)[number];

export interface PackPromise {
  issue: StoredIssue;
  state: PromiseState;
  /** Whole days from the promise (of what was fixed unpromised, from when it was put down) until done, or until now. */
  ageDays: number;
  /** Promised in the pack's month: in its meeting. */
  isLastMonth: boolean;
  watch: Watch | null;
}

export interface Verbatim {
  /** Names, addresses and numbers cut out, on one line: see `verbatim.ts`. */
  text: string;
  key: string;
}

/** What was counted of one issue, or of a topic nobody made an issue of. */
export interface PackEntry {
  issue: StoredIssue | null;
  name: string;
  figures: IssueFigures;
  /** Of the month before. */
  before: IssueFigures;
  /** Why its search could not be run: its figures rest on its topics alone. */
  searchFailure: FailureKind | null;
}

export interface PackIssue extends PackEntry {
  sentence: Sentence;
  /** What it does to the CSAT of all: see `pullOf`; and volume times gap. */
  pull: Difference | null;
  weight: number | null;
  /** CSAT now minus the month before. */
  csatBefore: Rate;
  trend: Difference | null;
  verbatims: Verbatim[];
}

export interface Pack {
  /** `2026-05` */
  month: string;
  period: Period;
  asOf: number;
  /** What was promised in the month first, then what is older; the oldest first. */
  promises: PackPromise[];
  /** What pulls down most first. */
  ranked: PackIssue[];
  /** Too few ratings for a rank; most tickets first. */
  few: PackIssue[];
  /** Of all feedbacks of the month. */
  csat: Rate;
  volume: number;
  untopiced: number;
  /** Comments could be read. */
  hasVerbatims: boolean;
}

export interface PackParts {
  period: Period;
  /** IANA. */
  zone: string;
  asOf: number;
  issues: readonly StoredIssue[];
  watches: Readonly<Record<string, Watch>>;
  entries: readonly PackEntry[];
  impact: Impact;
  /** By the entry's place; `null` where comments could not be read. */
  verbatims: readonly (readonly Verbatim[])[] | null;
}

export function packOf(parts: PackParts): Pack {
  const { issues: all, watches, period, zone, asOf, entries, impact, verbatims } = parts;
  const issues = entries
    .map((entry, index) => packIssue(entry, verbatims?.[index] ?? []))
    .filter(({ figures }) => figures.handled > 0);
  const isRanked = ({ figures, pull }: PackIssue) =>
    pull !== null && !figures.isCut && Math.min(figures.own.n, figures.rest.n) >= leastRated;
  const byVolume = (a: PackIssue, b: PackIssue) =>
    b.figures.handled - a.figures.handled || (a.name < b.name ? -1 : 1);
  const byPull = (a: PackIssue, b: PackIssue) =>
    (a.pull?.value ?? 0) - (b.pull?.value ?? 0) || byVolume(a, b);
  return {
    month: monthIn(period.from, zone),
    period,
    asOf,
    promises: promisesOf(all, watches, period, asOf, zone),
    ranked: issues.filter(isRanked).sort(byPull),
    few: issues.filter((issue) => !isRanked(issue)).sort(byVolume),
    csat: impact.all,
    volume: impact.volume,
    untopiced: impact.untopiced,
    hasVerbatims: verbatims !== null,
  };
}

const nobody = { ask: '', ownerId: null, ownerName: '' };

function packIssue(entry: PackEntry, verbatims: readonly Verbatim[]): PackIssue {
  const sentence = sentenceOf(entry.figures, entry.issue ?? nobody);
  const { own, rest } = sentence;
  const csatBefore = rateOf(entry.before.own.k, entry.before.own.n);
  return {
    ...entry,
    sentence,
    pull: pullOf(own, rest),
    weight: weightOf(entry.figures.handled, own, rest),
    csatBefore,
    trend: trendOf(own, csatBefore),
    verbatims: [...verbatims],
  };
}

const dayMs = 86_400_000;

/**
 * What was promised by the end of the month and is open, and what was done or declined since the month began: what was
 * promised in that month, in its meeting, first, the oldest first. `now` in epoch milliseconds, `zone` is IANA.
 */
export function promisesOf(
  issues: readonly StoredIssue[],
  watches: Readonly<Record<string, Watch>>,
  period: Period,
  now: number,
  zone: string,
): PackPromise[] {
  const [month, today] = [monthIn(period.from, zone), dayOf(now, zone)];
  const promises = issues.flatMap((issue): PackPromise[] => {
    const end = endOf(issue);
    const since = issue.promisedAt ?? (issue.status === 'fixed' ? madeAt(issue) : null);
    if (since === null || since >= period.to || (end !== null && end < period.from)) return [];
    const ageDays = Math.max(0, Math.floor(((end ?? now) - since) / dayMs));
    const isLastMonth = issue.promisedIn === month;
    return [{ issue, state: stateOf(issue, today), ageDays, isLastMonth, watch: watches[issue.id] ?? null }];
  });
  const rank = ({ isLastMonth }: PackPromise) => (isLastMonth ? 0 : 1);
  return promises.sort(
    (a, b) => rank(a) - rank(b) || b.ageDays - a.ageDays || (a.issue.name < b.issue.name ? -1 : 1),
  );
}

function stateOf({ status, dueOn }: StoredIssue, today: string): PromiseState {
  if (status === 'fixed') return 'done';
  if (status === 'declined') return 'declined';
  return dueOn !== null && dueOn < today ? 'overdue' : 'not_done';
}

/** When it was done or declined; `null` while it is neither. */
function endOf({ status, fixedAt, history, updatedAt }: StoredIssue): number | null {
  if (status === 'fixed') return fixedAt ?? updatedAt;
  return status === 'declined' ? (history.findLast(({ to }) => to === 'declined')?.at ?? updatedAt) : null;
}

const madeAt = ({ history, updatedAt }: StoredIssue) => history[0]?.at ?? updatedAt;
