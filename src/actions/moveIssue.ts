/** Moves an issue to another status. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { type IssueStatus, longest, type StoredIssue } from '../care/issues/issue.ts';
import { movedIssue } from '../care/issues/issueChange.ts';
import { movesFrom, needsNote } from '../care/issues/issueMoves.ts';
import { bare, byNow, type IssueWrite, replaceIssue } from './issueDocs.ts';
import { newOperation } from './newOperation.ts';

/**
 * Throws `Failure`, `invalid` for a move that is not legal and for a note that is missing or too long. For `fixed` see
 * `markFixed.ts`.
 */
export async function moveIssue(
  app: App,
  issue: StoredIssue,
  to: Exclude<IssueStatus, 'fixed'>,
  note: string,
  operation: string = newOperation(),
): Promise<IssueWrite> {
  const text = note.trim();
  const isLegal = movesFrom(issue.status).includes(to) && (to as IssueStatus) !== 'fixed';
  const isMissing = text === '' && needsNote(issue.status, to);
  if (!isLegal || isMissing || text.length > longest.note)
    throw new Failure('invalid', { message: `no move from ${issue.status} to ${to}` });
  const next = movedIssue(bare(issue), to, text === '' ? null : text, byNow(app, operation));
  return replaceIssue(app, issue.id, issue, next);
}
