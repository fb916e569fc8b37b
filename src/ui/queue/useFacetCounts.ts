import { useEffect, useState } from 'react';
import type { Query } from '../../care/query.ts';
import type { Cases } from '../triage/useCases.ts';
import { useApp } from '../useApp.ts';
import { contextOf } from './ask.ts';
import { countFacets, type FacetCounts } from './countFacets.ts';

/** Counted anew with every new row, question and half minute; `null` until the first count is there. */
export function useFacetCounts({ known, onlooker }: Cases, query: Query): FacetCounts | null {
  const app = useApp();
  const [counts, setCounts] = useState<FacetCounts | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void countFacets(contextOf(app, known, onlooker), query, onlooker, stop.signal).then((found) => {
      if (found && !stop.signal.aborted) setCounts(found);
    });
    return () => stop.abort();
  }, [app, known, onlooker, query]);
  return counts;
}
