/**
 * `--scale N`: feedbacks made from their number when asked, stored only once somebody changes them. Each is a solved
 * or closed ticket with its requester and an answered survey; what the clock decides (closing) follows the clock.
 */
import type { Source } from './collection.ts';
import type { Ticket } from './entities.ts';
import { makeUser } from './people.ts';
import {
  firstScaleTicket,
  firstScaleUser,
  requesterCount,
  scaleCreatedAt,
  scaleFacts,
} from './scaleFacts.ts';
import { scaleResponse, scaleResponseId, scaleResponseIndex } from './scaleSurvey.ts';
import { scaleTicket } from './scaleTicket.ts';
import type { Sources } from './world.ts';
import { storyNow } from './world.ts';

/** `scale` from 0 to 1,000,000; `now` is the world's clock. */
export function makeSources(scale: number, now: () => number): Sources {
  if (scale === 0) return {};
  return {
    tickets: numbered(
      firstScaleTicket,
      scale,
      (index): Ticket => scaleTicket(scaleFacts(index, scale), now()),
    ),
    users: numbered(firstScaleUser, requesterCount(scale), (index) => requester(index, scale)),
    surveyResponses: {
      size: scale,
      has: (id) => scaleResponseIndex(id, scale) !== null,
      get: (id) => {
        const index = scaleResponseIndex(id, scale);
        return index === null ? undefined : scaleResponse(scaleFacts(index, scale));
      },
      *keys(isDown) {
        for (const index of counting(scale, isDown)) yield scaleResponseId(index, scale);
      },
    },
    madeResponseId(ticketId) {
      const index = ticketId - firstScaleTicket;
      return index >= 0 && index < scale ? scaleResponseId(index, scale) : null;
    },
  };
}

function numbered<T>(first: number, size: number, make: (index: number) => T): Source<number, T> {
  const has = (key: number) => Number.isInteger(key) && key >= first && key < first + size;
  return {
    size,
    has,
    get: (key) => (has(key) ? make(key - first) : undefined),
    *keys(isDown) {
      for (const index of counting(size, isDown)) yield first + index;
    },
  };
}

function* counting(size: number, isDown = false): IterableIterator<number> {
  for (let n = 0; n < size; n += 1) yield isDown ? size - 1 - n : n;
}

function requester(index: number, scale: number) {
  const joined = Math.min(scaleCreatedAt(0, scale), storyNow) - 30 * 86_400_000 + (index % 1000) * 60_000;
  return makeUser({
    id: firstScaleUser + index,
    name: `Customer ${index + 1}`,
    email: `customer${index + 1}@scale.example`,
    created_at: joined,
    updated_at: joined,
  });
}
