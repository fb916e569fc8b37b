/** Makes an issue, or writes what somebody typed over it. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { type IssueDraft, issueDraftSchema, type StoredIssue } from '../care/issues/issue.ts';
import { changedIssue, newIssue } from '../care/issues/issueChange.ts';
import { bare, byNow, type IssueWrite, replaceIssue } from './issueDocs.ts';
import { newItemId } from './newItemId.ts';
import { newOperation } from './newOperation.ts';

/**
 * `base`: the issue as it stood when typing began, `null` for a new one. What was typed stays the caller's until it is
 * saved. The same `operation` again writes the same once. Throws `Failure`, `invalid` for a draft that is none.
 */
export async function saveIssue(
  app: App,
  draft: IssueDraft,
  base: StoredIssue | null,
  id: string = base?.id ?? newItemId(),
  operation: string = newOperation(),
): Promise<IssueWrite> {
  const read = v.safeParse(issueDraftSchema, draft);
  if (!read.success) throw new Failure('invalid', { message: 'not an issue' });
  const by = byNow(app, operation);
  const next = base ? changedIssue(bare(base), read.output, by) : newIssue(read.output, by);
  return replaceIssue(app, id, base, next);
}
