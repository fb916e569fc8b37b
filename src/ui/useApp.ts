import { createContext, useContext } from 'react';
import type { App } from '../app.ts';

export const AppContext = createContext<App | null>(null);

/** What the outside offers, for every screen inside a `Frame`. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('a screen needs a Frame around it');
  return app;
}
