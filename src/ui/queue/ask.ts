/** What a query finds among the cases known, in slices: ten thousand of them never hold a key press up. */
import type { CaseRow } from '../../actions/listCases.ts';
import type { App } from '../../app.ts';
import { hasWords, isOwnOrder, misses, type Query, wordsIn } from '../../care/query.ts';
import { columns } from '../columns/index.ts';
import type { Known } from '../triage/caseStore.ts';
import type { CellContext, Column } from '../triage/column.ts';
import { type Counts, type Found, type Onlooker, orderOf, viewOf, views, viewsOf } from '../triage/views.ts';
import { each, inSlices, sorted } from './slices.ts';

/** `null` when it was stopped. */
export const ask = (
  app: App,
  known: Known,
  query: Query,
  onlooker: Onlooker,
  signal?: AbortSignal,
): Promise<Found | null> => inSlices(answer(contextOf(app, known, onlooker), query, onlooker), signal);

export const contextOf = (
  { t, locale, configuration }: Pick<App, 't' | 'locale' | 'configuration'>,
  { rows: all, names, places }: Known,
  onlooker: Onlooker,
): CellContext => ({
  t,
  locale,
  configuration,
  ...onlooker,
  names,
  all,
  places,
});

function* answer(context: CellContext, query: Query, onlooker: Onlooker): Generator<void, Found> {
  const view = viewOf(query.view);
  const words = wordsIn(query.text);
  const counts = Object.fromEntries(views.map((name) => [name, 0])) as Counts<number>;
  const rows: CaseRow[] = [];
  yield* each(context.all.values(), (row) => {
    const inViews = viewsOf(row, onlooker);
    if (inViews.length === 0 || !hasWords(row, words, context)) return;
    if (misses(row, query, context).length > 0) return;
    for (const name of inViews) counts[name] += 1;
    if (inViews.includes(view)) rows.push(row);
  });
  const column = columns.find(({ id }) => id === query.sort.by);
  const order = orderOf(view);
  if (!column || isOwnOrder(query.sort)) return { rows: yield* sorted(rows, order), counts };
  return { rows: yield* byColumn(rows, column, query.sort.isDescending, order, context), counts };
}

/** Equal rows go by the view's own order, and so does what has no value, at the end. */
function* byColumn(
  rows: readonly CaseRow[],
  { sortValue }: Column,
  isDescending: boolean,
  order: (a: CaseRow, b: CaseRow) => number,
  context: CellContext,
): Generator<void, CaseRow[]> {
  const { compare } = new Intl.Collator(context.locale, { numeric: true, sensitivity: 'base' });
  const keyed: { row: CaseRow; by: string | number | null }[] = [];
  yield* each(rows, (row) => keyed.push({ row, by: sortValue(row, context) }));
  const direction = isDescending ? -1 : 1;
  const found = yield* sorted(keyed, (a, b) => {
    if (a.by === b.by) return order(a.row, b.row);
    if (a.by === null) return 1;
    if (b.by === null) return -1;
    const difference =
      typeof a.by === 'number' && typeof b.by === 'number'
        ? a.by - b.by
        : compare(String(a.by), String(b.by));
    return difference === 0 ? order(a.row, b.row) : direction * difference;
  });
  return found.map(({ row }) => row);
}
