/**
 * `--scale N`: feedbacks made from their number when asked, stored only once somebody changes them. Each is a solved
 * or closed ticket with its requester and an offered survey, answered or not; what the clock decides (closing)
 * follows the clock.
 */
import type { Source } from './collection.ts';
import type { Ticket } from './entities.ts';
import { makeUser } from './people.ts';
import { momentsOf } from './scaleAudits.ts';
import {
  firstScaleTicket,
  firstScaleUser,
  isScanned,
  requesterCount,
  type ScaleSize,
  scaleCreatedAt,
  scaleFacts,
  scaleSpan,
} from './scaleFacts.ts';
import { indexBeyond, scaleResponse, scaleResponseId, scaleResponseIndex } from './scaleSurvey.ts';
import { firstScaleRating, scaleTicket } from './scaleTicket.ts';
import type { Course, MadeHistory, Sources } from './world.ts';
import { storyNow } from './world.ts';

/** `scale` from 0 to 1,000,000. */
export function makeSources(size: ScaleSize, course: Course): Sources {
  const { scale } = size;
  if (scale === 0) return {};
  const situation = () => ({ now: course.now(), csat: course.csat() });
  return {
    history: historyOf(size, course),
    tickets: numbered(
      firstScaleTicket,
      scale,
      (index): Ticket => scaleTicket(scaleFacts(index, size), situation()),
    ),
    users: numbered(firstScaleUser, requesterCount(scale), (index) => requester(index, scale)),
    surveyResponses: {
      size: scale,
      has: (id) => scaleResponseIndex(id, scale) !== null,
      get: (id) => {
        const index = scaleResponseIndex(id, scale);
        return index === null ? undefined : scaleResponse(scaleFacts(index, size));
      },
      *keys(isDown, after) {
        for (const index of counting(scale, isDown, responsePlace(after, scale, isDown))) {
          yield scaleResponseId(index, scale);
        }
      },
    },
    madeResponseId(ticketId) {
      const index = ticketId - firstScaleTicket;
      return index >= 0 && index < scale ? scaleResponseId(index, scale) : null;
    },
  };
}

function historyOf(size: ScaleSize, course: Course): MadeHistory {
  return {
    size: size.scale,
    span: scaleSpan,
    ticketId: (index) => firstScaleTicket + index,
    createdAt: (index) => scaleCreatedAt(index, size.scale),
    moments: (index) => momentsOf(scaleFacts(index, size), { now: course.now(), csat: course.csat() }),
    ticketOfRating(id) {
      const index = id - firstScaleRating;
      return Number.isInteger(index) && index >= 0 && index < size.scale ? firstScaleTicket + index : null;
    },
  };
}

/** The number to begin with in ascending order, the one to end before in descending. */
function responsePlace(after: string | undefined, scale: number, isDown = false): number | undefined {
  if (after === undefined) return undefined;
  const beyond = indexBeyond(after, scale);
  if (!isDown) return beyond;
  return scaleResponseIndex(after, scale) === beyond - 1 ? beyond - 1 : beyond;
}

function numbered<T>(first: number, size: number, make: (index: number) => T): Source<number, T> {
  const has = (key: number) => Number.isInteger(key) && key >= first && key < first + size;
  return {
    size,
    has,
    get: (key) => (has(key) ? make(key - first) : undefined),
    *keys(isDown, after) {
      const place =
        after === undefined ? undefined : isDown ? Math.ceil(after) - first : Math.floor(after) + 1 - first;
      for (const index of counting(size, isDown, place)) yield first + index;
    },
  };
}

/** 0 … size - 1 from `place` on, or from the one before `place` downwards. */
function* counting(size: number, isDown = false, place = isDown ? size : 0): IterableIterator<number> {
  if (isDown) for (let n = Math.min(size, place) - 1; n >= 0; n -= 1) yield n;
  else for (let n = Math.max(0, place); n < size; n += 1) yield n;
}

function requester(index: number, scale: number) {
  const joined = Math.min(scaleCreatedAt(0, scale), storyNow) - 30 * 86_400_000 + (index % 1000) * 60_000;
  return makeUser({
    id: firstScaleUser + index,
    name: `Customer ${index + 1}`,
    email: `customer${index + 1}@${isScanned(index) ? 'scanned.example' : 'scale.example'}`,
    created_at: joined,
    updated_at: joined,
  });
}
