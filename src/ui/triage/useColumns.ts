import { useCallback, useEffect, useState } from 'react';
import { keep, recall } from '../../actions/frames.ts';
import { useApp } from '../useApp.ts';
import type { Column } from './column.ts';
import { firstColumns } from './firstColumns.ts';

/** Under which name the tab's hub keeps the columns somebody chose. */
const keptAs = 'columns';

/** The columns of the list, as this person last chose them in this tab. */
export function useColumns(): [readonly Column[], (chosen: readonly Column[]) => void] {
  const app = useApp();
  const [shown, setShown] = useState(firstColumns);
  useEffect(() => {
    let isOver = false;
    recall(app, keptAs)
      .then(async (kept) => {
        if (!Array.isArray(kept)) return;
        const { columns } = await import('../columns/index.ts');
        const known = columns.filter(({ id }) => kept.includes(id));
        if (!isOver && known.length > 0) setShown(known);
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [app]);
  const choose = useCallback(
    (chosen: readonly Column[]) => {
      setShown(chosen);
      keep(
        app,
        keptAs,
        chosen.map(({ id }) => id),
      );
    },
    [app],
  );
  return [shown, choose];
}
