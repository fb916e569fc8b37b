/** Looks whether fixes held, and opens those again whose contacts came back. */
import type { App } from '../app.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { StoredIssue } from '../care/issues/issue.ts';
import { reopenedItself } from '../care/issues/issueChange.ts';
import { type Watch, type WatchQuestion, watchPeriod } from '../care/issues/watch.ts';
import { type Counter, createCounter } from './counter.ts';
import { findIssueTickets } from './findIssueTickets.ts';
import { bare, byNow, replaceIssue } from './issueDocs.ts';
import { newOperation } from './newOperation.ts';
import { readReport } from './readReport.ts';

export interface Promises {
  /** By issue id: of those fixed within half a year. Not of those whose search failed: see `failure`. */
  watches: Record<string, Watch>;
  /** Those opened again just now. */
  reopened: StoredIssue[];
  asOf: number;
  /** What kept one of them from being looked at or opened again; `null` where nothing did. */
  failure: Failure | null;
}

/** A fix older than that has held, or was opened again. */
const watchedFor = 26 * 7 * 86_400_000;

/** Also of issues opened again since: what their fix did. Throws `Failure` where nothing could be counted. */
export async function watchPromises(app: App, issues: readonly StoredIssue[]): Promise<Promises> {
  const now = app.now();
  const watched = issues.flatMap((issue) =>
    issue.fixedAt !== null && now - issue.fixedAt < watchedFor ? [{ issue, fixedAt: issue.fixedAt }] : [],
  );
  const found: Promises = { watches: {}, reopened: [], asOf: now, failure: null };
  if (watched.length === 0) return found;
  const first = Math.min(...watched.map(({ fixedAt }) => watchPeriod(fixedAt, now).from));
  const { columns, asOf, isFormer, since, broken } = await readReport(app, { from: first, to: now + 1000 });
  // Contacts that cannot be read are no sign of anything.
  const known = broken > 0 ? asOf : since;
  const counter = createCounter(columns);
  try {
    for (const { issue, fixedAt } of watched) {
      try {
        const watch = await watchOne(app, counter, issue, { fixedAt, now: asOf, since: known });
        found.watches[issue.id] = watch;
        if (isFormer || watch.state !== 'lapsed' || issue.status !== 'fixed') continue;
        const reopened = await reopen(app, issue);
        if (reopened) found.reopened.push(reopened);
      } catch (cause) {
        found.failure = asFailure(cause);
      }
    }
  } finally {
    counter.stop();
  }
  return { ...found, asOf };
}

async function watchOne(
  app: App,
  { ask }: Counter,
  { topics, query }: StoredIssue,
  of: Pick<WatchQuestion, 'fixedAt' | 'now' | 'since'>,
) {
  const found = query === null ? null : await findIssueTickets(app, query, watchPeriod(of.fixedAt, of.now));
  return ask('watch', { ...of, topics, found, hasSuspected: false });
}

/** `null` where somebody else was quicker: then it says what they made of it. */
async function reopen(app: App, issue: StoredIssue): Promise<StoredIssue | null> {
  const next = reopenedItself(bare(issue), byNow(app, newOperation()));
  const written = await replaceIssue(app, issue.id, issue, next);
  return written.kind === 'saved' ? written.issue : null;
}
