/** Gathers the monthly pack: figures from the month's columns, comments live from the tickets. */
import type { App } from '../app.ts';
import { asFailure } from '../care/failure.ts';
import type { Period } from '../care/insights/question.ts';
import type { Impact } from '../care/issues/impact.ts';
import type { StoredIssue } from '../care/issues/issue.ts';
import type { IssueQuestion } from '../care/issues/issueFigures.ts';
import { type Pack, type PackEntry, packOf } from '../care/issues/pack.ts';
import type { Watch } from '../care/issues/watch.ts';
import type { Counter } from './counter.ts';
import { findIssueTickets } from './findIssueTickets.ts';
import { readVerbatims } from './readVerbatims.ts';

export interface PackQuestion {
  /** `periodOf('month', …)` and the one before; the counter's columns hold both. */
  month: Period;
  before: Period;
  asOf: number;
  hasSuspected: boolean;
  issues: readonly StoredIssue[];
  watches: Readonly<Record<string, Watch>>;
  /** Also what customers wrote, which is read from their tickets. */
  hasVerbatims?: boolean;
}

/** Topics nobody made an issue of that are told of at most. */
const mostTopics = 10;

/** Throws `Failure` where nothing can be counted; a search or comments that cannot be had are said to be missing. */
export async function readPack(app: App, ask: Counter['ask'], asked: PackQuestion): Promise<Pack> {
  const { month, before, asOf, hasSuspected, issues, watches, hasVerbatims = true } = asked;
  const impact = await ask('impact', { period: month, before, filters: {}, hasSuspected, now: asOf });
  const told = [...issues.map(ofIssue), ...unclaimed(impact, issues).map(ofTopic)];
  const read = await Promise.all(told.map((one) => readEntry(app, ask, asked, one)));
  const lists = read.map(({ keys }) => keys);
  const verbatims = hasVerbatims ? await readVerbatims(app, lists).catch(() => null) : null;
  const zone = app.user.timeZone ?? 'UTC';
  const entries = read.map(({ entry }) => entry);
  return packOf({ period: month, zone, asOf, issues, watches, entries, impact, verbatims });
}

interface Told {
  issue: StoredIssue | null;
  name: string;
  topics: readonly string[];
}

const ofIssue = (issue: StoredIssue): Told => ({ issue, name: issue.name, topics: issue.topics });
const ofTopic = (topic: string): Told => ({ issue: null, name: topic, topics: [topic] });

/** Topics that pull the whole down and belong to no issue. */
function unclaimed({ ranked }: Impact, issues: readonly StoredIssue[]): string[] {
  const claimed = new Set(issues.flatMap(({ topics }) => topics));
  return ranked
    .filter(({ topic, pull }) => !claimed.has(topic) && (pull?.value ?? 0) < 0)
    .slice(0, mostTopics)
    .map(({ topic }) => topic);
}

async function readEntry(
  app: App,
  ask: Counter['ask'],
  { month, before, hasSuspected }: PackQuestion,
  { issue, name, topics }: Told,
): Promise<{ entry: PackEntry; keys: string[] }> {
  const both = { from: before.from, to: month.to };
  const query = issue?.query ?? null;
  const search = query === null ? null : await findIssueTickets(app, query, both).catch(asFailure);
  const isFailed = search instanceof Error;
  const question: IssueQuestion = { topics, found: isFailed ? null : search, period: month, hasSuspected };
  const [figures, past, keys] = await Promise.all([
    ask('issueFigures', question),
    ask('issueFigures', { ...question, period: before }),
    ask('issueKeys', question, 'bad'),
  ]);
  const searchFailure = isFailed ? search.kind : null;
  return { entry: { issue, name, figures, before: past, searchFailure }, keys };
}
