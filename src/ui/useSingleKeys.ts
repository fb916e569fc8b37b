import { useEffect, useState } from 'react';
import { keep, recall } from '../actions/frames.ts';
import { useActivity } from './useActivity.ts';
import { useApp } from './useApp.ts';

/** Under which name this tab's frames keep whether single keys do anything. */
const keptAs = 'keys';

/** One switch for all of the tab's frames; each looks again whenever somebody comes back to it. */
export function useSingleKeys(): { isOn: boolean; setOn: (isOn: boolean) => void } {
  const app = useApp();
  const isActive = useActivity();
  const [isOn, setState] = useState(true);
  useEffect(() => {
    if (!isActive) return;
    let isOver = false;
    recall(app, keptAs).then((kept) => {
      if (!isOver && (kept === 'on' || kept === 'off')) setState(kept === 'on');
    });
    return () => {
      isOver = true;
    };
  }, [app, isActive]);
  const setOn = (next: boolean) => {
    setState(next);
    keep(app, keptAs, next ? 'on' : 'off');
  };
  return { isOn, setOn };
}
