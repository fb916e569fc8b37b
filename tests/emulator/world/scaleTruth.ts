/** What is true of a made feedback, from the decisions it was made of. */
import type { CsatGeneration } from '../control.ts';
import {
  firstScaleTicket,
  heard,
  type ScaleAnswer,
  type ScaleFacts,
  type ScaleSize,
  scaleFacts,
} from './scaleFacts.ts';
import type { Truth, TruthOfAnswer } from './truth.ts';

/**
 * Of the feedback number `index` (0 to scale - 1) of a world with this `scale` and these `answered`. Pure. Under
 * `legacy` numbers and effort are not known; under `none` nothing was offered. The first answer is told whole, though
 * one who looks later can learn of an overwritten one only when it was and whether it was good.
 */
export function scaleTruth(
  index: number,
  scale: number,
  answered = 100,
  csat: CsatGeneration = 'survey',
): Truth {
  const size: ScaleSize = { scale, answered };
  const facts = scaleFacts(index, size);
  const given = heard(facts.answers, csat);
  const [first, last] = [given[0], given.at(-1)];
  return {
    ticketId: firstScaleTicket + index,
    offeredAt: csat === 'none' ? null : facts.offeredAt,
    first: first ? answerOf(first, csat) : null,
    last: last ? answerOf(last, csat) : null,
    submissions: given.length,
    ...workOn(facts, csat === 'none' ? null : facts.offeredAt, first?.at, last?.at),
  };
}

function answerOf({ at, csat, ces, comment }: ScaleAnswer, generation: CsatGeneration): TruthOfAnswer {
  const verdict = csat >= 4 ? 'good' : 'bad';
  return generation === 'legacy'
    ? { at, csat: null, ces: null, verdict, comment }
    : { at, csat, ces, verdict, comment };
}

function workOn(facts: ScaleFacts, offeredAt: number | null, firstAt?: number, lastAt?: number) {
  const { assignments, solvedAt } = facts;
  const had = (at: number) => assignments.findLast((one) => one.at <= at)?.userId ?? null;
  const now = had(Number.POSITIVE_INFINITY);
  const atRating = lastAt === undefined ? null : had(lastAt);
  return {
    atSolve: had(solvedAt),
    atSurvey: offeredAt === null ? null : had(offeredAt),
    atRating,
    now,
    repliesBeforeRating: counted(facts, firstAt ?? Number.POSITIVE_INFINITY),
    replies: counted(facts, Number.POSITIVE_INFINITY),
    isReassignedAfterRating: lastAt !== undefined && now !== atRating,
    groupId: facts.groupId,
  };
}

function counted({ replies }: ScaleFacts, until: number): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { at, authorId } of replies) {
    if (at < until) counts[authorId] = (counts[authorId] ?? 0) + 1;
  }
  return counts;
}
