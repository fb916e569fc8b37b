/**
 * Ratings nobody gave: mail scanners open every link of a survey mail, and the lowest link is one of them.
 * Suspicion only sends a rating to *check first*; a person decides.
 */
import type { Verdict } from './rating.ts';

export const signs = [
  'seconds_after_sending',
  'flipped_within_a_minute',
  'no_comment',
  'known_domain',
] as const;
export type Sign = (typeof signs)[number];

/** Nobody reads a mail and rates within this, milliseconds. */
export const tooFast = 30_000;
/** Answers that differ within this are one visit of a machine. */
export const flipWindow = 60_000;
/** So many answers of one mail domain that people called a scanner's make the domain known for it. */
export const domainVerdicts = 2;

export interface Evidence {
  /** The CSAT that counts now. */
  verdict: Verdict | null;
  /** When it was given, and when earlier answers were, as far as known; epoch milliseconds. */
  answerTimes: readonly number[];
  /** When the survey went out. */
  offeredAt: number | null;
  hasComment: boolean;
  /** Did people call earlier answers from this mail domain a scanner's? */
  isDomainKnown: boolean;
}

/** The signs a rating bears, `[]` when it is not suspicious. A comment, or a good rating, clears it. */
export function signsOf({ verdict, answerTimes, offeredAt, hasComment, isDomainKnown }: Evidence): Sign[] {
  if (verdict !== 'bad' || hasComment) return [];
  const times = [...answerTimes].sort((a, b) => a - b);
  const last = times.at(-1);
  const before = times.at(-2);
  const found: Sign[] = [];
  if (last !== undefined && offeredAt !== null && last - offeredAt <= tooFast)
    found.push('seconds_after_sending');
  if (last !== undefined && before !== undefined && last - before <= flipWindow)
    found.push('flipped_within_a_minute');
  if (isDomainKnown) found.push('known_domain');
  return found.length > 0 ? [...found, 'no_comment'] : [];
}
