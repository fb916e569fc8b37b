/** Which feedback a huddle shows: the same for everybody who looks, and told why. */
import { type Candidate, causes, isPersonal } from './candidates.ts';
import { daysBetween } from './day.ts';
import type { Slot } from './huddle.ts';
import type { Memory } from './memory.ts';

/** Nothing said longer ago is shown; yesterday is 1. */
export const oldestDays = 14;

export interface PickRules {
  slot: Slot;
  /** Only days before this one. */
  today: string;
  memory: Memory;
  /** What is about one person is nobody's to show. */
  hidesAgents: boolean;
  /** Keys of those whose customer wrote something; empty while nobody has looked. */
  withWords?: ReadonlySet<string>;
}

/** Those that may be shown, the one to show first. */
export function ranked(candidates: readonly Candidate[], rules: PickRules): Candidate[] {
  return inTime(candidates, rules)
    .filter((one) => barrierOf(one, rules) === null)
    .map((one) => ({ one, rank: rankOf(one, rules) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one);
}

/** Why one may not be shown. */
type Barrier = 'shown' | 'person' | 'hidden';

function barrierOf(one: Candidate, { slot, memory, hidesAgents }: PickRules): Barrier | null {
  if (memory.keys.has(one.key)) return 'shown';
  if (slot === 'positive') return null;
  if (hidesAgents && one.cause === 'agent') return 'hidden';
  const isTheirTurnOver = one.agentId !== null && memory.constructiveIds.has(one.agentId);
  return isPersonal(one) && isTheirTurnOver ? 'person' : null;
}

const inTime = (candidates: readonly Candidate[], { slot, today }: PickRules) =>
  candidates.filter((one) => {
    const days = daysBetween(one.day, today);
    return one.slot === slot && days >= 1 && days <= oldestDays;
  });

/**
 * Less is better, place by place: the nearest day; of constructive ones what they are about; words before bare
 * numbers; of positive ones somebody who was not praised lately; the clearer score; the later answer; the key.
 */
function rankOf(one: Candidate, { slot, today, memory, withWords }: PickRules): (number | string)[] {
  const isBare = withWords?.has(one.key) ? 0 : 1;
  const score = one.csat || one.ces || (one.isGood ? 400 : 200);
  const wasPraised = one.agentId !== null && memory.praisedIds.has(one.agentId) ? 1 : 0;
  const days = daysBetween(one.day, today);
  return slot === 'positive'
    ? [days, isBare, wasPraised, -score, -one.at, one.key]
    : [days, causes.indexOf(one.cause), isBare, score, -one.at, one.key];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  const [first, second] = [a[place], b[place]];
  if (first === undefined || second === undefined) return 0;
  return first < second ? -1 : 1;
}

/** Why this one: what it was chosen from. */
export interface Reason {
  /** How many of that day were of its kind, itself among them. */
  among: number;
  /** Of these, shown lately or passed over; and about somebody who had the constructive item lately. */
  shown: number;
  person: number;
}

export function reasonFor(chosen: Candidate, candidates: readonly Candidate[], rules: PickRules): Reason {
  const ofDay = inTime(candidates, rules).filter(({ day }) => day === chosen.day);
  const others = ofDay.filter(({ key }) => key !== chosen.key).map((one) => barrierOf(one, rules));
  const count = (barrier: Barrier) => others.filter((one) => one === barrier).length;
  return { among: others.length + 1, shown: count('shown'), person: count('person') };
}
