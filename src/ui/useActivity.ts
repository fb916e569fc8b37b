import { useEffect, useState } from 'react';
import { isOnScreen, watchActivity } from '../actions/watchActivity.ts';
import { useApp } from './useApp.ts';

/** Is somebody looking? Frames nobody sees stay silent. */
export function useActivity(): boolean {
  const app = useApp();
  const [isActive, setActive] = useState(isOnScreen);
  useEffect(() => watchActivity(app, setActive), [app]);
  return isActive;
}
