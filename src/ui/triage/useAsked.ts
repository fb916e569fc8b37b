import { useEffect, useRef, useState } from 'react';
import type { Query } from '../../care/plainQuery.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import type { Known } from './caseStore.ts';
import type { Found, Onlooker } from './views.ts';

/**
 * What a filter, a search or another order finds; its code comes when it is first asked for, and what was found
 * before stays until the new answer is there. `null` asks nothing.
 */
export function useAsked(query: Query | null, known: Known, onlooker: Onlooker) {
  const app = useApp();
  const [found, setFound] = useState<{ query: Query; found: Found } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const newest = useRef({ query, known, onlooker });

  useEffect(() => {
    const isOther = newest.current.query !== query;
    newest.current = { query, known, onlooker };
    if (isOther) {
      stop.current?.abort();
      stop.current = null;
    }
    if (query === null) return setFound(null);
    // Pages that come while one answer is being worked out are for the next.
    if (stop.current) return;
    const own = new AbortController();
    stop.current = own;
    const answer = async () => {
      const { ask } = await later(() => import('../queue/ask.ts'));
      let asked: typeof newest.current | null = null;
      const isOld = () => asked?.known !== newest.current.known || asked.onlooker !== newest.current.onlooker;
      while (isOld() && !own.signal.aborted) {
        asked = newest.current;
        const { query: wanted } = asked;
        const rows = wanted && (await ask(app, asked.known, wanted, asked.onlooker, own.signal));
        if (rows && !own.signal.aborted) setFound({ query: wanted, found: rows });
      }
    };
    void answer()
      .catch(() => undefined)
      .finally(() => {
        if (stop.current === own) stop.current = null;
      });
  }, [app, query, known, onlooker]);
  useEffect(() => () => stop.current?.abort(), []);

  const isOn = query !== null;
  return { found: isOn ? (found?.found ?? null) : null, isAsking: isOn && found?.query !== query };
}
