import type { CaseRow } from '../../actions/listCases.ts';
import { type Priority, priorityFacts, priorityOf, repeatsAmong } from '../../care/priority.ts';
import { priorityText } from '../queue/priorityText.ts';
import type { CellContext, Column } from '../triage/column.ts';

/** One pass over all that is known for all rows of one context. */
const counted = new WeakMap<CellContext, (row: CaseRow) => number>();

function repeatsIn(context: CellContext): (row: CaseRow) => number {
  const known = counted.get(context);
  if (known) return known;
  const repeatsOf = repeatsAmong([...context.all.values()], context.configuration.repeatDays);
  counted.set(context, repeatsOf);
  return repeatsOf;
}

export function priorityIn(row: CaseRow, context: CellContext): Priority {
  const repeats = repeatsIn(context)(row);
  return priorityOf(priorityFacts(row, repeats, context.configuration, context.now));
}

export const priority: Column = {
  id: 'priority',
  width: '72px',
  value: (row, context) => priorityText(context, priorityIn(row, context)),
  Cell: ({ row, context }) => priorityIn(row, context).value,
  sortValue: (row, context) => priorityIn(row, context).value,
  needsDetails: ({ vipTags, vipOrganizations }) => vipTags.length + vipOrganizations.length > 0,
};
