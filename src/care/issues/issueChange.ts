/** What a write makes of an issue: a new one, other words, another status. */
import type { Issue, IssueDraft, IssueEntry, IssueStatus } from './issue.ts';
import { fitted } from './issue.ts';

export interface By {
  userId: string;
  /** Epoch milliseconds. */
  now: number;
  /** Month of `now` in the zone of whoever does it: `2026-05`. */
  month: string;
  operation: string;
}

export function newIssue(draft: IssueDraft, by: By): Issue {
  const issue: Issue = {
    ...draft,
    rev: 1,
    operation: by.operation,
    status: 'open',
    promisedAt: null,
    promisedIn: null,
    fixedAt: null,
    whatChanged: '',
    link: null,
    reopenedAt: null,
    taggedBy: [],
    history: [],
    trimmed: 0,
  };
  return noted(issue, by, { act: 'made', to: 'open' });
}

const draftFields = ['name', 'topics', 'query', 'ownerId', 'ownerName', 'ask', 'dueOn', 'evidence'] as const;

/** Typed over; which fields became others goes into its history. */
export function changedIssue(issue: Issue, draft: IssueDraft, by: By): Issue {
  const isOther = (field: (typeof draftFields)[number]) =>
    JSON.stringify(issue[field]) !== JSON.stringify(draft[field]);
  return noted(next({ ...issue, ...draft }, by), by, { act: 'changed', fields: draftFields.filter(isOther) });
}

/**
 * An agreement is a promise, dated; taking up what nobody agreed to is one too. What is opened again keeps the date of
 * its promise: it is not kept, and as old as before.
 */
export function movedIssue(
  issue: Issue,
  to: Exclude<IssueStatus, 'fixed'>,
  note: string | null,
  by: By,
): Issue {
  const { status: from } = issue;
  const isPromise = (to === 'agreed' && from !== 'in_progress') || (to === 'in_progress' && from === 'open');
  const isReopened = from === 'fixed' || from === 'declined';
  return noted(
    next(
      {
        ...issue,
        status: to,
        ...(isPromise && { promisedAt: by.now, promisedIn: by.month }),
        ...(isReopened && { reopenedAt: by.now }),
      },
      by,
    ),
    by,
    { act: isReopened ? 'reopened' : 'moved', from, to, note },
  );
}

export function fixedIssue(
  issue: Issue,
  change: { whatChanged: string; link: string | null; taggedBy: readonly string[] },
  by: By,
): Issue {
  const { status: from } = issue;
  const { whatChanged, link, taggedBy } = change;
  const fixed: Issue = {
    ...issue,
    status: 'fixed',
    fixedAt: by.now,
    whatChanged,
    link,
    taggedBy: [...taggedBy],
  };
  return noted(next(fixed, by), by, { act: 'fixed', from, to: 'fixed' });
}

/** Its contacts came back: it is open again, and nobody opened it. */
export function reopenedItself(issue: Issue, by: By): Issue {
  const open: Issue = { ...issue, status: 'open', reopenedAt: by.now };
  return noted(next(open, by), by, { act: 'reopened_itself', from: issue.status, to: 'open' });
}

const next = (issue: Issue, { operation }: By): Issue => ({ ...issue, rev: issue.rev + 1, operation });

function noted(
  issue: Issue,
  { userId, now }: By,
  entry: Partial<IssueEntry> & Pick<IssueEntry, 'act'>,
): Issue {
  const whole: IssueEntry = { at: now, byId: userId, fields: [], from: null, to: null, note: null, ...entry };
  return fitted({ ...issue, history: [...issue.history, whole] });
}
