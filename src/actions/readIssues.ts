/** The issue register. */
import type { StoredIssue } from '../care/issues/issue.ts';
import { searchAllDocs } from '../zendesk/docs.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { isRemovedIssue, issueIn } from './issueDocs.ts';
import { withOwn } from './ownDocs.ts';

export interface Issues {
  /** By name. */
  issues: StoredIssue[];
  /** Documents that could not be read, also of a newer version. */
  broken: number;
  /** There are more than are read. */
  isCut: boolean;
}

/** Up to 500; one call a hundred. Others' writes show once the search knows of them. Throws `Failure`. */
export async function readIssues(app: Outside, priority: Priority = 'interactive'): Promise<Issues> {
  const { docs, isCut } = await searchAllDocs(app.zendesk.http, 'issue', { priority });
  const standing = (await withOwn(app, 'issue', docs)).filter((doc) => !isRemovedIssue(doc));
  const found = new Map(docs.flatMap((doc) => issueIn(doc) ?? []).map((issue) => [issue.id, issue]));
  const issues = standing.flatMap((doc) => later(issueIn(doc), found.get(doc.key)) ?? []);
  return {
    issues: issues.sort((a, b) => a.name.localeCompare(b.name)),
    broken: standing.length - issues.length,
    isCut,
  };
}

/** Of one's own write and what the search found: within a second only their numbers tell which came later. */
const later = (own: StoredIssue | null, found: StoredIssue | undefined) =>
  found && (own === null || found.rev >= own.rev) ? found : own;
