/** News for whoever tagged an issue that is fixed now. */
import type { StoredIssue } from './issue.ts';

export interface Thanks {
  issueId: string;
  name: string;
  whatChanged: string;
  link: string | null;
  fixedAt: number;
}

const thankedFor = 30 * 24 * 3_600_000;

/** Issues this person tagged that were fixed within 30 days, the latest first. `now` in epoch milliseconds. */
export function thanksFor(issues: readonly StoredIssue[], userId: string, now: number): Thanks[] {
  return issues
    .filter(({ status, taggedBy }) => status === 'fixed' && taggedBy.includes(userId))
    .flatMap(({ id, name, whatChanged, link, fixedAt }) =>
      fixedAt !== null && fixedAt <= now && now - fixedAt < thankedFor
        ? [{ issueId: id, name, whatChanged, link, fixedAt }]
        : [],
    )
    .sort((a, b) => b.fixedAt - a.fixedAt);
}
