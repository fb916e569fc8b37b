import { useEffect, useState } from 'react';
import { isPlain, type Query } from '../../care/plainQuery.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import type { CaseStore } from './caseStore.ts';
import { listOf, viewOf } from './views.ts';

/**
 * Reads everything open on, page by page, while somebody looks: where a filter, a search, another order or a part of
 * the open cases is asked for, or on a press. `phase` is what is being read now, `null` for nothing.
 */
export function useReading(store: CaseStore, query: Query, isActive: boolean) {
  const app = useApp();
  const [isPaused, setPaused] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const view = viewOf(query.view);
  const { next, failure, pages, isReading } = store.state('open');
  const isOpen = listOf(view) === 'open';
  const isPart = !isPlain(query) || (isOpen && view !== 'open');
  const isOn = isActive && !isPaused && pages > 0 && !isReading && failure === null && (isPart || isWanted);
  const [details, setDetails] = useState<{ done: number; of: number } | null>(null);

  const isWhole = next === null;
  useEffect(() => {
    if (!isOn || (isWhole && isPlain(query))) return setDetails(null);
    const stop = new AbortController();
    void later(() => import('../queue/readOn.ts')).then(
      ({ readOn }) => readOn(app, store, query, setDetails, stop.signal),
      () => undefined,
    );
    return () => stop.abort();
  }, [app, store, query, isOn, isWhole]);

  return {
    /** Rows known so far. */
    count: store.rows.size,
    isWhole,
    /** Is it read on now, or would be but for the pause? */
    isOn: isOpen && !isWhole && (isPart || isWanted),
    details,
    isPaused,
    setPaused,
    start: () => {
      setPaused(false);
      setWanted(true);
    },
  };
}
