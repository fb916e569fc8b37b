/** How many cases each choice of each filter would leave, the other filters as they are. */
import { type Facet, facets, type Query } from '../../care/plainQuery.ts';
import { hasWords, misses, valuesOf, wordsIn } from '../../care/query.ts';
import type { CellContext } from '../triage/column.ts';
import { type Onlooker, viewOf, viewsOf } from '../triage/views.ts';
import { each, inSlices } from './slices.ts';

export type FacetCounts = Record<Facet, Map<string, number>>;

/** `null` when it was stopped. */
export const countFacets = (context: CellContext, query: Query, onlooker: Onlooker, signal?: AbortSignal) =>
  inSlices(counting(context, query, onlooker), signal);

function* counting(context: CellContext, query: Query, onlooker: Onlooker): Generator<void, FacetCounts> {
  const view = viewOf(query.view);
  const words = wordsIn(query.text);
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()])) as FacetCounts;
  yield* each(context.all.values(), (row) => {
    if (!viewsOf(row, onlooker).includes(view) || !hasWords(row, words, context)) return;
    const missed = misses(row, query, context);
    // One filter in the way: its other choices would let the row in.
    const counted = missed.length === 0 ? facets : missed.length === 1 ? missed : [];
    for (const facet of counted)
      for (const value of valuesOf(facet, row, context))
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  });
  return counts;
}
