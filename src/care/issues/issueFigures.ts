/** What the sentence of an issue and a month rests on, and the tickets behind each of its numbers. */
import { type Columns, keyAt, textAt } from '../insights/columns.ts';
import type { Period } from '../insights/question.ts';
import { rowsWhere } from '../insights/rows.ts';
import type { IssueFigures } from './sentence.ts';

/** Tickets a search found; `createdAt` in epoch milliseconds. */
export interface FoundTickets {
  tickets: { id: number; createdAt: number }[];
  isCut: boolean;
}

export interface IssueQuestion {
  topics: readonly string[];
  /** `null` where the issue has no search, or it was not run. */
  found: FoundTickets | null;
  period: Period;
  hasSuspected: boolean;
}

export interface IssueTickets {
  /** Places of the period's feedbacks about it, and of all others. */
  own: number[];
  rest: number[];
  byTopic: number;
  /** Tickets found that were created in the period, and have no feedback in it. */
  silent: { id: number; createdAt: number }[];
  bySearch: number;
}

/**
 * A feedback is about an issue when its topic is one of the issue's, or the search found its ticket. A ticket the
 * search found that nobody said anything of belongs to the period it was created in.
 */
export function issueTickets(columns: Columns, question: IssueQuestion): IssueTickets {
  const { topics, found, period, hasSuspected } = question;
  const ids = new Set(found?.tickets.map(({ id }) => id) ?? []);
  const tickets: IssueTickets = { own: [], rest: [], byTopic: 0, silent: [], bySearch: 0 };
  const heard = new Set<number>();
  for (const index of rowsWhere(columns, period, { filters: {}, hasSuspected })) {
    const topic = textAt(columns, 'topic', index);
    const ticket = columns.ticket[index] ?? 0;
    const isNamed = topic !== null && topics.includes(topic);
    const isFound = ticket > 0 && ids.has(ticket);
    if (isNamed) tickets.byTopic += 1;
    if (isFound) tickets.bySearch += 1;
    if (isNamed || isFound) heard.add(ticket);
    (isNamed || isFound ? tickets.own : tickets.rest).push(index);
  }
  const isSilent = ({ id, createdAt }: { id: number; createdAt: number }) =>
    createdAt >= period.from && createdAt < period.to && !heard.has(id);
  const silent = found?.tickets.filter(isSilent) ?? [];
  return { ...tickets, silent, bySearch: tickets.bySearch + silent.length };
}

export function issueFigures(columns: Columns, question: IssueQuestion): IssueFigures {
  const { own, rest, silent, byTopic, bySearch } = issueTickets(columns, question);
  return {
    basis: question.found ? 'search' : 'topics',
    handled: own.length + silent.length,
    byTopic,
    bySearch,
    isCut: question.found?.isCut ?? false,
    own: goodOf(columns, own),
    rest: goodOf(columns, rest),
    all: own.length + rest.length + silent.length,
  };
}

/** Good of rated, as Zendesk counts. */
export function goodOf(columns: Columns, rows: Iterable<number>): { k: number; n: number } {
  let [k, n] = [0, 0];
  for (const index of rows) {
    const verdict = columns.verdict[index] ?? 0;
    if (verdict > 0) n += 1;
    if (verdict === 2) k += 1;
  }
  return { k, n };
}

export const issueParts = ['handled', 'rated', 'good', 'bad', 'rest', 'rest_good'] as const;
export type IssuePart = (typeof issueParts)[number];

/** Keys of the feedbacks behind a number, newest first; `rest` are the rated ones. */
export function issueKeys(columns: Columns, question: IssueQuestion, part: IssuePart): string[] {
  const { own, rest, silent } = issueTickets(columns, question);
  const verdicts = { handled: [0, 1, 2], rated: [1, 2], good: [2], bad: [1], rest: [1, 2], rest_good: [2] }[
    part
  ];
  const rows = part === 'rest' || part === 'rest_good' ? rest : own;
  const heard = rows
    .filter((index) => verdicts.includes(columns.verdict[index] ?? 0))
    .map((index) => ({ key: keyAt(columns, index), at: (columns.at[index] ?? 0) * 1000 }));
  const unheard = silent.map(({ id, createdAt }) => ({ key: `ticket:${id}`, at: createdAt }));
  return [...heard, ...(part === 'handled' ? unheard : [])].sort((a, b) => b.at - a.at).map(({ key }) => key);
}
