/** The lead's views on the cases: which rows, in which order, and how many are known. */
import type { CaseRow } from '../../actions/listCases.ts';
import { nextDue } from '../../care/due.ts';
import { type Lane, laneOf } from '../../care/feedback.ts';

export const views = ['open', 'mine', 'unassigned', 'overdue', 'check_first', 'closed', 'set_aside'] as const;
export type View = (typeof views)[number];

/** What is asked together: one list feeds all views of what is still open. */
export const lists = {
  open: ['check_first', 'new', 'in_progress'],
  closed: ['closed'],
  set_aside: ['set_aside'],
} as const satisfies Record<string, readonly Lane[]>;
export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

export const listOf = (view: View): ListName => (view === 'closed' || view === 'set_aside' ? view : 'open');

/** The view of a query, however it was made up. */
export const viewOf = (name: string): View => views.find((view) => view === name) ?? 'open';

export type Counts<T> = Record<View, T>;

/** Who looks, and when: epoch milliseconds. */
export interface Onlooker {
  userId: string;
  now: number;
}

export interface Found {
  rows: CaseRow[];
  /** How many of the rows each view has. */
  counts: Counts<number>;
}

/** The rows of a view, next due first; what is over, last done first. One pass over all there are. */
export function overview(view: View, rows: Iterable<CaseRow>, onlooker: Onlooker): Found {
  const counts = Object.fromEntries(views.map((name) => [name, 0])) as Counts<number>;
  const shown: CaseRow[] = [];
  for (const row of rows) {
    const inViews = viewsOf(row, onlooker);
    for (const name of inViews) counts[name] += 1;
    if (inViews.includes(view)) shown.push(row);
  }
  return { rows: shown.sort(orderOf(view)), counts };
}

export const orderOf = (view: View) => (listOf(view) === 'open' ? byDue : byEnd);

const byKey = (a: CaseRow, b: CaseRow) => (a.feedback.key < b.feedback.key ? -1 : 1);
const byDue = (a: CaseRow, b: CaseRow) => dueOf(a) - dueOf(b) || byKey(a, b);
const byEnd = (a: CaseRow, b: CaseRow) => endOf(b) - endOf(a) || byKey(a, b);

const dueOf = ({ feedback }: CaseRow) => feedback.case?.dueAt ?? 0;

const endOf = ({ feedback }: CaseRow) => feedback.setAside?.at ?? feedback.case?.closedAt ?? 0;

const ofLane: Partial<Record<Lane, readonly View[]>> = {
  check_first: ['check_first'],
  closed: ['closed'],
  set_aside: ['set_aside'],
};

/** All views a row is in. Asked of every row there is: the answers are few, and made once. */
export function viewsOf({ feedback }: CaseRow, { userId, now }: Onlooker): readonly View[] {
  const lane = laneOf(feedback);
  const current = feedback.case;
  if ((lane !== 'new' && lane !== 'in_progress') || !current) return ofLane[lane] ?? nowhere;
  const whose = current.ownerId === null ? 'nobody' : current.ownerId === userId ? 'own' : 'others';
  return (nextDue(current) <= now ? late : inTime)[whose];
}

const nowhere: readonly View[] = [];
const inTime = {
  nobody: ['open', 'unassigned'],
  own: ['open', 'mine'],
  others: ['open'],
} as const satisfies Record<string, readonly View[]>;
const late = {
  nobody: [...inTime.nobody, 'overdue'],
  own: [...inTime.own, 'overdue'],
  others: [...inTime.others, 'overdue'],
} as const satisfies Record<string, readonly View[]>;

/** Of two rows of one feedback the one that knows more facts stands: the index may lag behind one's own write. */
export function mergeRows(known: Map<string, CaseRow>, found: readonly CaseRow[]): void {
  for (const row of found) known.set(row.feedback.key, better(row, known.get(row.feedback.key)));
}

function better(row: CaseRow, known: CaseRow | undefined): CaseRow {
  if (!known) return row;
  const [more, less] = row.feedback.rev >= known.feedback.rev ? [row, known] : [known, row];
  // What was read of the ticket stays, whichever row brought it.
  if (more.ticket !== null || !(less.ticket !== null || (more.isBare && !less.isBare))) return more;
  const { feedback, ticketId, requesterId } = more;
  return { feedback, ticketId, requesterId, ticket: less.ticket };
}
