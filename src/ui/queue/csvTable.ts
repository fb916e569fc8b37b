/** Rows of the list as a table of texts: what its columns say, ids, and instants in ISO. */
import type { Table } from '../../actions/exportCases.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { ratedAt } from '../../care/feedback.ts';
import { columns } from '../columns/index.ts';
import type { CellContext } from '../triage/column.ts';
import { each, inSlices } from './slices.ts';

/** Marks around text of others mean nothing in a file, and would hide a formula from whoever looks for one. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

const ids: Record<string, (row: CaseRow) => string | null> = {
  feedback: ({ feedback }) => feedback.key,
  ticket_id: ({ ticketId }) => ticketId,
  customer_id: ({ requesterId }) => requesterId,
  owner_id: ({ feedback }) => feedback.case?.ownerId ?? null,
  group_id: ({ ticket }) => ticket?.group_id ?? null,
  brand_id: ({ ticket }) => ticket?.brand_id ?? null,
};

const instants: Record<string, (row: CaseRow) => number | null> = {
  answered_at: ({ feedback }) => ratedAt(feedback),
  opened_at: ({ feedback }) => feedback.case?.openedAt ?? null,
  due_at: ({ feedback }) => feedback.case?.dueAt ?? null,
  first_action_due_at: ({ feedback }) => feedback.case?.firstDueAt ?? null,
  first_action_at: ({ feedback }) => feedback.case?.firstActionAt ?? null,
  contacted_at: ({ feedback }) => feedback.case?.contactedAt ?? null,
  closed_at: ({ feedback }) => feedback.case?.closedAt ?? null,
};

export async function csvTable(rows: readonly CaseRow[], context: CellContext): Promise<Table> {
  const fields = [
    ...columns.map(({ id }) => context.t(`column.${id}` as 'column.due')),
    ...Object.keys(ids),
    ...Object.keys(instants),
  ];
  const data: string[][] = [];
  await inSlices(each(rows, (row) => data.push(textsOf(row, context))));
  return { fields, data };
}

const textsOf = (row: CaseRow, context: CellContext) => [
  ...columns.map(({ value }) => plain(value(row, context))),
  ...Object.values(ids).map((idOf) => idOf(row) ?? ''),
  ...Object.values(instants).map((atOf) => isoOf(atOf(row))),
];

const isoOf = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
