/** What the control API's handlers work on: the world of now and what the server knows beside it. */
import type { AccountName, InstalledApp, WorldEvent } from '../control.ts';
import type { ExchangeLog } from '../server/exchanges.ts';
import type { World } from '../world/world.ts';

export interface ControlDesk {
  world(): World;
  /** A new world in place of the old one: the first one's like, or an account of another kind. */
  reset(account?: AccountName): void;
  log: ExchangeLog;
  storage: 'granted' | 'blocked';
  appOrigin: string;
  /** The loaded apps with the settings of now, secure ones left out. */
  apps(): InstalledApp[];
  /** Hears of every world's events, also after a reset; returns the way to stop. */
  listen(listener: (event: WorldEvent) => void): () => void;
}
