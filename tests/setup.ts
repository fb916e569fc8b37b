/**
 * Runs before every test file: a `console.error`, an unhandled rejection, or an answer of the emulated account
 * that breaks its contract fails the test it happened in.
 */

import { format } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { keepExchanges, takeExchanges } from './emulator/server/recorded.ts';

keepExchanges();

/** Kept from before any test turns on fake timers. */
const realImmediate = globalThis.setImmediate;

const complaints: string[] = [];

process.on('unhandledRejection', (reason) => {
  complaints.push(`unhandled rejection: ${format(reason)}`);
});

if (typeof window !== 'undefined') {
  installBrowserShims();
  window.addEventListener('error', (event) => complaints.push(`uncaught error: ${event.message}`));
  const { cleanup, configure } = await import('@testing-library/react');
  // A screen may take its time on a busy machine; what never comes still fails.
  configure({ asyncUtilTimeout: 10_000 });
  afterEach(cleanup);
}

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    complaints.push(`console.error: ${format(...words)}`);
  });
});

afterEach(async () => {
  // Node reports a rejection as unhandled only after the current turn of the event loop.
  await new Promise((resolve) => realImmediate(resolve));
  const heard = complaints.splice(0);
  expect(heard, 'a test may not leave errors behind').toEqual([]);
});

afterEach(async () => {
  const exchanges = takeExchanges();
  if (exchanges.length === 0) return;
  const { checkExchanges } = await import('./emulator/contract/validate.ts');
  checkExchanges(exchanges);
});

/** What Garden and floating panels ask of a browser and jsdom does not have. */
function installBrowserShims(): void {
  window.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  globalThis.IntersectionObserver ??= class {
    root = null;
    rootMargin = '';
    scrollMargin = '';
    thresholds = [];
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
  Element.prototype.scrollIntoView ??= () => {};
}

/** One seed for everybody, so that a property fails for whoever broke it; `FC_SEED` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
