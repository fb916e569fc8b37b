/** The lead's list: cases with the names and tickets their rows show. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { type Lane, laneOf } from '../care/feedback.ts';
import { type ListedFeedback, readRecent, searchCases } from '../zendesk/feedbackLists.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';

export interface CaseRow extends ListedFeedback {
  /** `null` when this person may not see the ticket, or it is gone. */
  ticket: Ticket | null;
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
  const details = await withDetails(app, [...news, ...found.rows.filter((row) => !isOutdated(row))]);
  return { ...details, broken: found.broken, next: found.next, asOf: app.now() };
}

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

/**
 * The feedbacks changed last: what a visible list re-reads to hear of others' work. One call, three with news.
 * `since` is when the list was last read, account time in epoch milliseconds.
 */
export async function readChanges(
  app: App,
  knownRevs: Record<string, number>,
  since: number,
): Promise<Changes> {
  const recent = await readRecent(app.zendesk.http);
  const news = recent.rows.filter(({ feedback }) => {
    // A case that was withdrawn is news to a list that shows it; praise is none.
    const known = knownRevs[feedback.key];
    return (laneOf(feedback) !== 'none' || known !== undefined) && feedback.rev > (known ?? 0);
  });
  const details = await withDetails(app, news);
  const hasMissed = recent.isFull && recent.rows.every((row) => row.updatedAt > since);
  return { ...details, broken: 0, next: null, asOf: app.now(), hasMissed };
}

async function withDetails(
  app: App,
  rows: ListedFeedback[],
): Promise<Pick<CasePage, 'rows' | 'names' | 'partial'>> {
  const { http } = app.zendesk;
  const people = rows.flatMap(({ feedback, requesterId }) => [requesterId, feedback.case?.ownerId ?? null]);
  let partial: Failure | null = null;
  const orNothing =
    <T>(nothing: T) =>
    (cause: unknown) => {
      partial = asFailure(cause);
      return nothing;
    };
  const [tickets, names] = await Promise.all([
    readTickets(
      http,
      rows.flatMap((row) => row.ticketId ?? []),
    ).catch(orNothing<Ticket[]>([])),
    readNames(
      http,
      people.filter((id) => id !== null),
    ).catch(orNothing<Record<string, string>>({})),
  ]);
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return {
    rows: rows.map((row) => ({ ...row, ticket: byId.get(row.ticketId ?? '') ?? null })),
    names: { ...names, [app.user.id]: app.user.name },
    partial,
  };
}
