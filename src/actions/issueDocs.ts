/** The register's documents: kind `issue`, one an issue, named by its id. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { monthIn } from '../care/issues/calendar.ts';
import { type Issue, issueSchema, type StoredIssue } from '../care/issues/issue.ts';
import type { By } from '../care/issues/issueChange.ts';
import { isLead } from '../care/lead.ts';
import { type Doc, readDocs, tombstone, writeDoc } from '../zendesk/docs.ts';
import { rememberOwn } from './ownDocs.ts';

/** `met`: somebody else wrote it meanwhile, here is theirs; `null` where it is gone or cannot be read. */
export type IssueWrite = { kind: 'saved'; issue: StoredIssue } | { kind: 'met'; issue: StoredIssue | null };

/** `null` for what is broken, or of a version to come. */
export function issueIn({ key, body, updatedAt, byId }: Doc): StoredIssue | null {
  const read = v.safeParse(issueSchema, body);
  return read.success ? { ...read.output, id: key, updatedAt, byId } : null;
}

export const isRemovedIssue = ({ body }: Doc) =>
  v.is(v.object({ isRemoved: v.literal(tombstone.isRemoved) }), body);

/** Without what its record tells. */
export function bare({ id: _id, updatedAt: _updatedAt, byId: _byId, ...issue }: StoredIssue): Issue {
  return issue;
}

export function byNow(app: App, operation: string): By {
  const now = app.now();
  const month = monthIn(now, app.user.timeZone ?? 'UTC');
  return { userId: app.user.id, now, month, operation };
}

/**
 * Writes `next` where `base` still stands; `null` where nothing may stand. Three calls: what stands there now, the
 * write, and what stands there then. Zendesk has no lock for documents: of two people who both read before either wrote,
 * the one whose write is overwritten before it is read back is told; the first is not when it read its own back already,
 * that is when the second one's write was under way for longer than the first one's last two calls. The same
 * `next.operation` again is the same write. Throws `Failure`; `forbidden` for those who lead nobody.
 */
export async function replaceIssue(
  app: App,
  id: string,
  base: StoredIssue | null,
  next: Issue,
): Promise<IssueWrite> {
  if (!isLead(app.user, app.configuration)) throw new Failure('forbidden', { message: 'for leads alone' });
  const standing = await readStanding(app, id);
  if (standing.issue?.operation === next.operation) {
    await rememberOwn(app, 'issue', id, next);
    return { kind: 'saved', issue: standing.issue };
  }
  const isSame = base === null ? standing.isFree : standing.issue !== null && isOf(standing.issue, base);
  if (!isSame) return { kind: 'met', issue: standing.issue };
  await writeDoc(app.zendesk.http, 'issue', id, next);
  const { issue } = await readStanding(app, id);
  if (issue?.operation !== next.operation) return { kind: 'met', issue };
  await rememberOwn(app, 'issue', id, next);
  return { kind: 'saved', issue };
}

const isOf = (issue: Issue, base: Issue) => issue.rev === base.rev && issue.operation === base.operation;

async function readStanding(app: App, id: string): Promise<{ issue: StoredIssue | null; isFree: boolean }> {
  const [doc] = await readDocs(app.zendesk.http, 'issue', [id]);
  return { issue: doc ? issueIn(doc) : null, isFree: doc === undefined };
}
