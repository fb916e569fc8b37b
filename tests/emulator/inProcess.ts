/** The emulated account without any socket, for unit tests: a `fetch` per person, the log, faults. */

import { releaseTimeouts } from './api/faults.ts';
import { createHandlers } from './api/index.ts';
import type { Exchange, Fault, PersonaKey } from './control.ts';
import { answerApi } from './server/answerApi.ts';
import { createExchangeLog } from './server/exchanges.ts';
import { createWorld, type WorldOptions } from './world/createWorld.ts';
import type { World } from './world/world.ts';

export interface Workspace {
  /** The world of now: another one after `reset`. */
  readonly world: World;
  /** `fetch` as a persona or any user's e-mail; paths may be relative. `null` is signed out. */
  fetchAs(persona: PersonaKey | (string & {}) | null): typeof fetch;
  /** Every exchange since the start or the last reset, oldest first. */
  exchanges(): Exchange[];
  setFaults(faults: Fault[]): void;
  reset(): void;
}

const origin = 'http://localhost:4567';

/** A workspace with a fresh world; a broken connection rejects as a browser's `fetch` does. */
export function createWorkspace(options: WorldOptions = {}): Workspace {
  let world = createWorld(options);
  let handlers = createHandlers(world);
  const log = createExchangeLog();
  return {
    get world() {
      return world;
    },
    fetchAs: (persona) => async (input, init) => {
      const request = signed(persona, input, init);
      const response = await answerApi(world, handlers, log, request);
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
    exchanges: () => log.list(),
    setFaults(faults) {
      releaseTimeouts(world);
      world.faults = structuredClone(faults);
    },
    reset() {
      releaseTimeouts(world);
      world = createWorld(options);
      handlers = createHandlers(world);
      log.clear();
    },
  };
}

/** Basic auth carries the name, since `fetch` refuses to send cookies by hand. */
function signed(persona: string | null, input: RequestInfo | URL, init?: RequestInit): Request {
  const request = new Request(typeof input === 'string' ? new URL(input, origin) : input, init);
  if (persona !== null) request.headers.set('authorization', `Basic ${btoa(`${persona}/token:x`)}`);
  return request;
}
