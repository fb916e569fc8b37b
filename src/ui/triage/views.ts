/** The lead's views on the cases: which rows, in which order, and how many are known. */
import type { CaseRow } from '../../actions/listCases.ts';

export const views = ['open', 'mine', 'unassigned', 'closed'] as const;
export type View = (typeof views)[number];

const isClosed = ({ feedback }: CaseRow) => feedback.case?.status === 'closed';
const ownerOf = ({ feedback }: CaseRow) => feedback.case?.ownerId ?? null;

/** Next due first; closed ones last closed first. */
export function rowsOf(view: View, rows: readonly CaseRow[], userId: string): CaseRow[] {
  if (view === 'closed') {
    const closedAt = ({ feedback }: CaseRow) => feedback.case?.closedAt ?? 0;
    return rows.filter(isClosed).sort((a, b) => closedAt(b) - closedAt(a));
  }
  const dueAt = ({ feedback }: CaseRow) => feedback.case?.dueAt ?? 0;
  return rows
    .filter((row) => !isClosed(row) && isIn(view, row, userId))
    .sort((a, b) => dueAt(a) - dueAt(b) || a.feedback.key.localeCompare(b.feedback.key));
}

function isIn(view: View, row: CaseRow, userId: string): boolean {
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
