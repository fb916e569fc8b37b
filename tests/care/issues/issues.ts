import { emptyIssueDraft, type StoredIssue } from '../../../src/care/issues/issue.ts';
import { newIssue } from '../../../src/care/issues/issueChange.ts';
import { may } from './rows.ts';

/** An issue as the register holds it. */
export function storedIssue(given: Partial<StoredIssue> = {}): StoredIssue {
  const by = { userId: '1', now: may.from, month: '2026-05', operation: 'made' };
  const made = newIssue({ ...emptyIssueDraft, name: 'Login page', topics: ['login'] }, by);
  return { ...made, id: given.name ?? 'i', updatedAt: may.from, byId: '1', ...given };
}
