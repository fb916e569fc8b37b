import { useEffect, useRef, useState } from 'react';
import type { Query } from '../../care/plainQuery.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import type { CaseStore } from './caseStore.ts';
import type { Found, Onlooker } from './views.ts';

/**
 * What a filter, a search or another order finds; its code comes when it is first asked for, and what was found
 * before stays until the new answer is there. `null` asks nothing.
 */
export function useAsked(query: Query | null, store: CaseStore, version: number, onlooker: Onlooker) {
  const app = useApp();
  const [found, setFound] = useState<{ query: Query; found: Found } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const isOn = query !== null;
  const newest = useRef({ query, version, onlooker });
  newest.current = { query, version, onlooker };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the place of the old one
  useEffect(
    () => () => {
      stop.current?.abort();
      stop.current = null;
    },
    [query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows and a new minute ask again
  useEffect(() => {
    if (!isOn) return setFound(null);
    // Pages that come while one answer is being worked out are for the next.
    if (stop.current) return;
    const own = new AbortController();
    stop.current = own;
    const answer = async () => {
      const { ask } = await later(() => import('../queue/ask.ts'));
      let asked: { version: number; onlooker: Onlooker } | null = null;
      const isOld = () =>
        asked?.version !== newest.current.version || asked.onlooker !== newest.current.onlooker;
      while (isOld() && !own.signal.aborted) {
        const { query: wanted, onlooker: by } = newest.current;
        asked = newest.current;
        const rows = wanted && (await ask(app, store, wanted, by, own.signal));
        if (rows && !own.signal.aborted) setFound({ query: wanted, found: rows });
      }
    };
    void answer()
      .catch(() => undefined)
      .finally(() => {
        if (stop.current === own) stop.current = null;
      });
  }, [app, store, isOn, query, version, onlooker]);

  return { found: isOn ? (found?.found ?? null) : null, isAsking: isOn && found?.query !== query };
}
