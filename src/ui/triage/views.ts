/** The lead's views on the cases: which rows, in which order, and how many are known. */
import type { CaseRow } from '../../actions/listCases.ts';
import { type Lane, laneOf } from '../../care/feedback.ts';

export const views = ['open', 'mine', 'unassigned', 'check_first', 'closed', 'set_aside'] as const;
export type View = (typeof views)[number];

/** What is asked together: one list feeds all views of what is still open. */
export const lists = {
  open: ['check_first', 'new', 'in_progress'],
  closed: ['closed'],
  set_aside: ['set_aside'],
} as const satisfies Record<string, readonly Lane[]>;
export type ListName = keyof typeof lists;

export const listOf = (view: View): ListName => (view === 'closed' || view === 'set_aside' ? view : 'open');

const ownerOf = ({ feedback }: CaseRow) => feedback.case?.ownerId ?? null;

/** Next due first; what is over, last done first. */
export function rowsOf(view: View, rows: readonly CaseRow[], userId: string): CaseRow[] {
  const shown = rows.filter((row) => isIn(view, row, userId));
  const byKey = (a: CaseRow, b: CaseRow) => a.feedback.key.localeCompare(b.feedback.key);
  if (listOf(view) === 'open') return shown.sort((a, b) => dueOf(a) - dueOf(b) || byKey(a, b));
  return shown.sort((a, b) => endOf(b) - endOf(a) || byKey(a, b));
}

const dueOf = ({ feedback }: CaseRow) => feedback.case?.dueAt ?? 0;

const endOf = ({ feedback }: CaseRow) => feedback.setAside?.at ?? feedback.case?.closedAt ?? 0;

function isIn(view: View, row: CaseRow, userId: string): boolean {
  const lane = laneOf(row.feedback);
  if (view === 'check_first' || view === 'closed' || view === 'set_aside') return lane === view;
  if (lane !== 'new' && lane !== 'in_progress') return false;
  if (view === 'mine') return ownerOf(row) === userId;
  return view === 'open' || ownerOf(row) === null;
}

const isBetter = (row: CaseRow, known: CaseRow) =>
  row.feedback.rev > known.feedback.rev ||
  (row.feedback.rev === known.feedback.rev && known.ticket === null && row.ticket !== null);

/** Of two rows of one feedback the one that knows more facts stands: the index may lag behind one's own write. */
export function mergeRows(...lists: (readonly CaseRow[])[]): CaseRow[] {
  const byKey = new Map<string, CaseRow>();
  for (const row of lists.flat()) {
    const known = byKey.get(row.feedback.key);
    if (!known || isBetter(row, known)) byKey.set(row.feedback.key, row);
  }
  return [...byKey.values()];
}
