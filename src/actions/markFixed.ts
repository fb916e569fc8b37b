/** Marks an issue fixed, and remembers who said of feedbacks that they were about it. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { monthsBack } from '../care/insights/period.ts';
import { isLink, longest, type StoredIssue } from '../care/issues/issue.ts';
import { fixedIssue } from '../care/issues/issueChange.ts';
import { movesFrom } from '../care/issues/issueMoves.ts';
import { createCounter } from './counter.ts';
import { bare, byNow, type IssueWrite, replaceIssue } from './issueDocs.ts';
import { newOperation } from './newOperation.ts';
import { readReport } from './readReport.ts';

/** Months whose feedbacks are looked through for who is to be thanked, this one included. */
const months = 12;

/** `whatChanged` is required, `link` (https) may be empty. Reads twelve months. Throws `Failure`. */
export async function markFixed(
  app: App,
  issue: StoredIssue,
  { whatChanged, link }: { whatChanged: string; link: string },
  operation: string = newOperation(),
): Promise<IssueWrite> {
  const [text, address] = [whatChanged.trim(), link.trim()];
  const isTold = text !== '' && text.length <= longest.note;
  const isAddress = address === '' || (address.length <= longest.url && isLink(address));
  if (!movesFrom(issue.status).includes('fixed') || !isTold || !isAddress)
    throw new Failure('invalid', { message: 'not a fix' });
  const taggedBy = await readTaggers(app, issue.topics);
  const change = { whatChanged: text, link: address === '' ? null : address, taggedBy };
  return replaceIssue(app, issue.id, issue, fixedIssue(bare(issue), change, byNow(app, operation)));
}

async function readTaggers(app: App, topics: readonly string[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const now = app.now();
  const [first] = monthsBack(months, now, app.user.timeZone ?? 'UTC');
  const { columns } = await readReport(app, { from: first?.from ?? now, to: now + 1000 });
  const counter = createCounter(columns);
  return counter.ask('taggers', topics).finally(counter.stop);
}
