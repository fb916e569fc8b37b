/** What is typed of an issue, as texts a draft keeps. */
import { emptyIssueDraft, type IssueDraft, type StoredIssue } from '../../care/issues/issue.ts';

export type OwnerKind = 'nobody' | 'me' | 'colleague' | 'name';

export interface Typed {
  [member: string]: string;
  name: string;
  /** One a line. */
  topics: string;
  query: string;
  owner: OwnerKind;
  ownerId: string;
  ownerName: string;
  ask: string;
  dueOn: string;
  /** Of the issue when typing began: somebody who saved since is not written over unseen. */
  rev: string;
}

export const topicsIn = ({ topics }: Typed) => topics.split('\n').filter((topic) => topic !== '');

export function typedOf(issue: StoredIssue, userId: string): Typed {
  const { ownerId, ownerName } = issue;
  const named = ownerName === '' ? 'nobody' : 'name';
  return {
    name: issue.name,
    topics: issue.topics.join('\n'),
    query: issue.query ?? '',
    owner: ownerId === null ? named : ownerId === userId ? 'me' : 'colleague',
    ownerId: ownerId ?? '',
    ownerName,
    ask: issue.ask,
    dueOn: issue.dueOn ?? '',
    rev: String(issue.rev),
  };
}

/** With the evidence as it stands there: it is written apart. */
export function draftOf(
  typed: Typed,
  { evidence }: StoredIssue,
  user: { id: string; name: string },
): IssueDraft {
  const owners: Record<OwnerKind, Pick<IssueDraft, 'ownerId' | 'ownerName'>> = {
    nobody: { ownerId: null, ownerName: '' },
    me: { ownerId: user.id, ownerName: user.name },
    colleague: { ownerId: typed.ownerId || null, ownerName: typed.ownerName.trim() },
    name: { ownerId: null, ownerName: typed.ownerName.trim() },
  };
  return {
    ...emptyIssueDraft,
    ...owners[typed.owner],
    name: typed.name.trim(),
    topics: topicsIn(typed),
    query: typed.query.trim() || null,
    ask: typed.ask.trim(),
    dueOn: typed.dueOn || null,
    evidence,
  };
}
