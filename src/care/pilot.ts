/** A pilot: the app is switched on for some groups or brands, and compared there with the rest. */
import type { Configuration } from './configuration.ts';
import { type Case, type Feedback, isCounted, latest, ratedAt } from './feedback.ts';
import { oriented } from './orientation.ts';
import { type Difference, differenceOf, type Rate, rateOf } from './rate.ts';
import { verdictOf } from './rating.ts';
import { type RecoverySums, recoverySums } from './recovery.ts';
import type { Pilot } from './workflows/workflow.ts';

/** Where a feedback came up: ids of Zendesk, `null` for none. */
export interface Place {
  groupId: string | null;
  brandId: string | null;
}

export interface PlacedFeedback {
  feedback: Feedback;
  /** `null` where nobody knows it: the ticket is deleted, or there is none. */
  place: Place | null;
}

/** Is the app switched on for some places only? */
export const hasPilot = ({ groupIds, brandIds }: Pilot) => groupIds.length > 0 || brandIds.length > 0;

/** One of the groups, where groups are named, and one of the brands, where brands are; without either, everywhere. */
export const isInPilot = ({ groupId, brandId }: Place, { groupIds, brandIds }: Pilot) =>
  isAmong(groupId, groupIds) && isAmong(brandId, brandIds);

/** Of an empty list is everything. */
export const isAmong = (id: string | null, ids: readonly string[]) =>
  ids.length === 0 || (id !== null && ids.includes(id));

export const pilotSides = ['pilot', 'rest'] as const;
export type PilotSide = (typeof pilotSides)[number];

/**
 * `contacted_in_time`: of the cases that were due or are decided, how many customers were reached or written to
 * before due. `recovered_of_contacted`, `recovered_of_all`: as in `recovery.ts`. `csat`: good of all rated.
 */
export const pilotMeasures = [
  'contacted_in_time',
  'recovered_of_contacted',
  'recovered_of_all',
  'csat',
] as const;
export type PilotMeasure = (typeof pilotMeasures)[number];

export interface SideFigures {
  rates: Record<PilotMeasure, Rate>;
  /** Feedbacks rated in the period, those that do not count left out. */
  feedbacks: number;
  /** Cases that are not due yet and not decided: in no share. */
  running: number;
}

export interface Comparison {
  measure: PilotMeasure;
  pilot: Rate;
  rest: Rate;
  /** Pilot minus rest; `null` where one of them has nothing. */
  difference: Difference | null;
}

export interface PilotReport {
  sides: Record<PilotSide, SideFigures>;
  comparisons: Comparison[];
  /** Feedbacks whose place nobody knows: on neither side. */
  unplaced: number;
}

/** Of the feedbacks rated from `since` on; `since` and `now` in epoch milliseconds. Each feedback once. */
export function comparePilot(
  placed: readonly PlacedFeedback[],
  configuration: Configuration,
  { since, now }: { since: number; now: number },
): PilotReport {
  const counted = placed.filter(
    ({ feedback }) => isCounted(feedback) && (ratedAt(feedback) ?? Number.NEGATIVE_INFINITY) >= since,
  );
  const known = counted.filter(({ place }) => place !== null);
  const on = (isPilot: boolean) =>
    known
      .filter(({ place }) => place !== null && isInPilot(place, configuration.pilot) === isPilot)
      .map(({ feedback }) => feedback);
  const sides = {
    pilot: figuresOf(on(true), configuration, now),
    rest: figuresOf(on(false), configuration, now),
  };
  return {
    sides,
    comparisons: pilotMeasures.map((measure) => comparisonOf(measure, sides)),
    unplaced: counted.length - known.length,
  };
}

function comparisonOf(measure: PilotMeasure, sides: PilotReport['sides']): Comparison {
  const [pilot, rest] = [sides.pilot.rates[measure], sides.rest.rates[measure]];
  return { measure, pilot, rest, difference: differenceOf(pilot, rest) };
}

function figuresOf(feedbacks: readonly Feedback[], configuration: Configuration, now: number): SideFigures {
  const cases = feedbacks.flatMap((feedback) => feedback.case ?? []);
  const decided = cases.filter((one) => isDecided(one, now));
  const recovery = recoverySums(feedbacks, configuration);
  return {
    rates: {
      contacted_in_time: rateOf(decided.filter(isInTime).length, decided.length),
      ...sharesOf(recovery),
      csat: csatOf(feedbacks, configuration),
    },
    feedbacks: feedbacks.length,
    running: cases.length - decided.length,
  };
}

const sharesOf = ({ ofContacted, ofClosed }: RecoverySums) => ({
  recovered_of_contacted: ofContacted,
  recovered_of_all: ofClosed,
});

/** Can it still become one that was contacted in time, and is not yet? Then it is not decided. */
const isDecided = ({ contactedAt, status, dueAt }: Case, now: number) =>
  contactedAt !== null || status === 'closed' || dueAt <= now;

const isInTime = ({ contactedAt, dueAt }: Case) => contactedAt !== null && contactedAt <= dueAt;

function csatOf(feedbacks: readonly Feedback[], configuration: Configuration): Rate {
  const verdicts = feedbacks.flatMap((feedback) => {
    const csat = oriented(latest(feedback, 'csat'), configuration);
    return (csat && verdictOf(csat)) ?? [];
  });
  return rateOf(verdicts.filter((verdict) => verdict === 'good').length, verdicts.length);
}
