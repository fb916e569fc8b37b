import { useMemo, useRef, useState } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';

const nothing = { place: '', keys: new Set<string>() as ReadonlySet<string> };

/** Rows ticked for bulk work, as far as they are shown; another view (`place`) begins without ticks. */
export function useTicks(rows: readonly CaseRow[], place: string) {
  const [ticked, setTicked] = useState(nothing);
  const last = useRef<string | null>(null);
  const keys = ticked.place === place ? ticked.keys : nothing.keys;
  const hasBegun = useRef(false);
  if (keys.size > 0) hasBegun.current = true;
  const set = (next: Iterable<string>) => setTicked({ place, keys: new Set(next) });
  return {
    keys,
    /** Was anything ever ticked? */
    hasBegun: hasBegun.current,
    rows: useMemo(
      () => (keys.size ? rows.filter(({ feedback }) => keys.has(feedback.key)) : []),
      [rows, keys],
    ),
    /** With `isRange` also those between it and the one ticked last. */
    tick(key: string, isRange = false) {
      const [from, to] = [isRange ? last.current : key, key].map((one) =>
        rows.findIndex(({ feedback }) => feedback.key === one),
      ) as [number, number];
      const range = rows.slice(from < 0 ? to : Math.min(from, to), Math.max(from, to) + 1);
      const next = new Set(keys);
      for (const { feedback } of range) {
        if (keys.has(key)) next.delete(feedback.key);
        else next.add(feedback.key);
      }
      last.current = key;
      set(next);
    },
    tickAll: () => set(rows.map(({ feedback }) => feedback.key)),
    clear: () => set([]),
  };
}

export type Ticks = ReturnType<typeof useTicks>;
