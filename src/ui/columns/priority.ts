import type { CaseRow } from '../../actions/listCases.ts';
import { type Priority, priorityFacts, priorityOf, repeatsAmong } from '../../care/priority.ts';
import { priorityText } from '../queue/priorityText.ts';
import type { CellContext, Column } from '../triage/column.ts';

/** Counted anew when the cases known have become more. */
const counted = new WeakMap<object, { size: number; repeatsOf: (row: CaseRow) => number }>();

function repeatsIn({ all, configuration }: CellContext): (row: CaseRow) => number {
  const known = counted.get(all);
  if (known?.size === all.size) return known.repeatsOf;
  const repeatsOf = repeatsAmong([...all.values()], configuration.repeatDays);
  counted.set(all, { size: all.size, repeatsOf });
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
