/** A connection as bad as it gets: requests that never arrive, answers that never come back, some delivered twice. */
import type { Random } from '../emulator/world/random.ts';

export const mishaps = ['lost_request', 'lost_answer', 'twice', 'conflict', 'busy', 'down'] as const;
export type Mishap = (typeof mishaps)[number];

export interface Network {
  fetch: typeof fetch;
  /** How often each mishap struck. */
  struck: Record<Mishap, number>;
}

const statusOf = { conflict: 409, busy: 429, down: 503 };

/** What the connection is like just now. */
export interface Weather {
  /** Everything arrives. */
  isCalm: boolean;
  /** Nothing reaches the lists: what is written down shows nowhere until somebody mends it. */
  isListDown: boolean;
}

const isListed = (input: RequestInfo | URL, init?: RequestInit) =>
  init?.method === 'PATCH' && String(input).includes('/fl_feedback/');

/** `share` in 0-1 of all requests meet a mishap. */
export function badNetwork(fetchIt: typeof fetch, random: Random, share: number, weather: Weather): Network {
  const struck = Object.fromEntries(mishaps.map((mishap) => [mishap, 0])) as Record<Mishap, number>;
  let outage = 0;
  const unreliable: typeof fetch = async (input, init) => {
    if (weather.isListDown && isListed(input, init)) throw new TypeError('Failed to fetch');
    if (weather.isCalm) return fetchIt(input, init);
    outage -= 1;
    if (outage <= 0 && random.next() >= share) return fetchIt(input, init);
    // More than an app's own retries can bridge.
    if (outage < -100) outage = random.between(5, 15);
    const mishap = outage > 0 ? random.pick(['lost_request', 'lost_answer'] as const) : random.pick(mishaps);
    struck[mishap] += 1;
    if (mishap === 'lost_request') throw new TypeError('Failed to fetch');
    if (mishap === 'lost_answer') {
      await fetchIt(input, init);
      throw new TypeError('Failed to fetch');
    }
    if (mishap === 'twice') {
      await fetchIt(input, init);
      return fetchIt(input, init);
    }
    return new Response('{}', { status: statusOf[mishap], headers: { 'content-type': 'application/json' } });
  };
  return { fetch: unreliable, struck };
}
