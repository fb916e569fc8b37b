import { useRef, useState } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import { useOnChange } from '../useOnChange.ts';

/**
 * What follows the open case `openKey` in the view as it is shown: `finish` says that it is closed and nothing more
 * is to be asked, and as soon as it has left the view `onNext` gets the one that stood below it, else the first,
 * `null` where none is left. A view that shows it still stays as it is.
 */
export function useNextCase(
  rows: readonly CaseRow[],
  openKey: string,
  onNext: (next: CaseRow | null) => void,
): () => void {
  const order = useRef<readonly string[]>([]);
  const [finished, setFinished] = useState<string | null>(null);
  const isShown = rows.some(({ feedback }) => feedback.key === openKey);
  if (isShown) order.current = rows.map(({ feedback }) => feedback.key);
  const isOver = finished === openKey && !isShown;
  useOnChange(isOver, () => {
    if (!isOver) return;
    setFinished(null);
    onNext(nextOf(rows, order.current, openKey));
  });
  return () => setFinished(openKey);
}

/** Of what is left in the view, by the order in which it was shown before. */
export function nextOf(
  rows: readonly CaseRow[],
  order: readonly string[],
  closedKey: string,
): CaseRow | null {
  const byKey = new Map(rows.map((row) => [row.feedback.key, row]));
  const below = order.slice(order.indexOf(closedKey) + 1);
  return below.map((key) => byKey.get(key)).find((row) => row !== undefined) ?? rows[0] ?? null;
}
