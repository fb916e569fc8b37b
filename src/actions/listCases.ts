/** The lead's list: cases with the names and tickets their rows show. */
import type { App } from '../app.ts';
import type { Failure } from '../care/failure.ts';
import { type Lane, laneOf } from '../care/feedback.ts';
import { type ListedFeedback, type Recent, readRecent, searchCases } from '../zendesk/feedbackLists.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import { readDetails } from './readDetails.ts';

export interface CaseRow extends ListedFeedback {
  /** `null` when this person may not see the ticket, or it is gone. */
  ticket: Ticket | null;
  /** Ticket and names were not read yet: that they are missing says nothing. */
  isBare?: boolean;
}

export interface CasePage {
  rows: CaseRow[];
  names: Record<string, string>;
  /** Records that could not be read. */
  broken: number;
  /** Tickets or names that could not be had; the rows themselves are complete. */
  partial: Failure | null;
  next: string | null;
  asOf: number;
}

/** So many changes the search index has not seen yet go with the first page; with its 80 rows, one call's names. */
const mostUnindexed = 10;

/**
 * Next due first, 80 a page, in three calls; the first page takes a fourth to include what the search index has
 * not seen yet, in no order. Throws `Failure` when the cases themselves cannot be had.
 */
export async function listCases(app: App, lanes: readonly Lane[], after: string | null): Promise<CasePage> {
  const { http } = app.zendesk;
  const recent = after === null ? readRecent(http).then(({ rows }) => rows) : Promise.resolve([]);
  const [found, changed] = await Promise.all([searchCases(http, lanes, after), recent]);
  const news = unindexed(changed, found.rows, lanes);
  const isOutdated = ({ feedback }: ListedFeedback) => news.some((row) => row.feedback.key === feedback.key);
  const details = await readDetails(app, [...news, ...found.rows.filter((row) => !isOutdated(row))]);
  return { ...details, broken: found.broken, next: found.next, asOf: app.now() };
}

/** So many a page once the first screen stands. */
const wholePage = 100;

/** The next page of records alone, in one call of the background. Throws `Failure`. */
export async function listMore(app: App, lanes: readonly Lane[], after: string): Promise<CasePage> {
  const options = { size: wholePage, priority: 'background' as const };
  const { rows, broken, next } = await searchCases(app.zendesk.http, lanes, after, options);
  return { rows: rows.map(bare), names: {}, broken, partial: null, next, asOf: app.now() };
}

const bare = ({ feedback, ticketId, requesterId }: ListedFeedback): CaseRow => ({
  feedback,
  ticketId,
  requesterId,
  ticket: null,
  isBare: true,
});

/** Feedbacks changed last that the search does not know, or knows in an older state. */
function unindexed(
  changed: ListedFeedback[],
  found: readonly ListedFeedback[],
  lanes: readonly Lane[],
): ListedFeedback[] {
  const revs = new Map(found.map(({ feedback }) => [feedback.key, feedback.rev]));
  const isNews = ({ feedback }: ListedFeedback) => feedback.rev > (revs.get(feedback.key) ?? 0);
  const isWanted = ({ feedback }: ListedFeedback) =>
    revs.has(feedback.key) || lanes.includes(laneOf(feedback));
  return changed.filter((row) => isNews(row) && isWanted(row)).slice(0, mostUnindexed);
}

export interface Changes extends CasePage {
  /** More changed since than one reading holds: read the lists again. */
  hasMissed: boolean;
}

/** Hundreds of changes read back at most. */
const mostPages = 5;

/**
 * The feedbacks changed last: what a visible list re-reads to hear of others' work. One call, three with news, one
 * more for each hundred changes since `since`, when the list was last read: account time in epoch milliseconds.
 */
export async function readChanges(
  app: App,
  knownRevs: Record<string, number>,
  since: number,
): Promise<Changes> {
  const { changed, hasMissed } = await changesSince(app, since);
  const news = changed.filter(({ feedback }) => {
    // A case that was withdrawn is news to a list that shows it; praise is none.
    const known = knownRevs[feedback.key];
    return (laneOf(feedback) !== 'none' || known !== undefined) && feedback.rev > (known ?? 0);
  });
  const details = await readDetails(app, news);
  return { ...details, broken: 0, next: null, asOf: app.now(), hasMissed };
}

async function changesSince(app: App, since: number) {
  const changed: ListedFeedback[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const recent: Recent = await readRecent(app.zendesk.http, after);
    changed.push(...recent.rows);
    const hasMore = recent.isFull && recent.rows.every((row) => row.updatedAt > since);
    // Without an earlier look there is nothing to go back to.
    if (!hasMore || recent.next === null || pages >= mostPages || since <= 0)
      return { changed, hasMissed: hasMore };
    after = recent.next;
  }
}
