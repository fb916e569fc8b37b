/** Which status may follow which, and what a move leaves behind. */
import type { Issue, IssueStatus } from './issue.ts';

const next: Record<IssueStatus, readonly IssueStatus[]> = {
  open: ['agreed', 'in_progress', 'fixed', 'declined'],
  agreed: ['in_progress', 'fixed', 'declined', 'open'],
  in_progress: ['fixed', 'declined', 'agreed', 'open'],
  fixed: ['open'],
  declined: ['open'],
};

/** In the order they are offered; `fixed` is for `markFixed` alone, which asks what changed. */
export const movesFrom = (status: IssueStatus): readonly IssueStatus[] => next[status];

/** Declining and opening again say why. */
export const needsNote = (from: IssueStatus, to: IssueStatus): boolean =>
  to === 'declined' || (to === 'open' && (from === 'fixed' || from === 'declined'));

export const isDone = ({ status }: Pick<Issue, 'status'>) => status === 'fixed' || status === 'declined';
