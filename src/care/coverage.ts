/**
 * How many surveys were sent, how many came back, and what they said: by month of sending and by the ticket's group.
 * Months are UTC. Counts only; every figure is computed from them when it is read.
 */
import { type AttributionRule, attributionRules, creditOf, nobody, notProved } from './attribution.ts';
import type { Configuration } from './configuration.ts';
import { type Feedback, isCounted, isToCheck, latest } from './feedback.ts';
import { oriented } from './orientation.ts';
import { type Mean, meanOf, type Rate, rateOf } from './rate.ts';
import { effortOf, isBelow, metrics, onFive, type Rating, verdictOf } from './rating.ts';

type Answer = Pick<Rating, 'metric' | 'value' | 'scale' | 'lowest' | 'verdict' | 'definition'>;

/** One answer as given, how often, and how often of those it looked like a machine's and nobody confirmed it. */
export interface ScoreCount extends Answer {
  count: number;
  suspected: number;
}

/** Feedbacks credited to no agent, by rule. */
export type Uncredited = Record<AttributionRule, { nobody: number; notProved: number }>;

export interface Tally {
  /** Surveys sent. */
  offered: number;
  /** Of those, answered. */
  answered: number;
  /** Not answered and may still be: out of the response rate. */
  open: number;
  /** Answered and taken out of the figures by a person, or gone from where they stood; not in `scores`. */
  setAside: number;
  scores: ScoreCount[];
  uncredited: Uncredited;
  /** Keys of feedbacks in `scores` that were given in another month: whoever takes one out finds its place by them. */
  late: string[];
}

export function emptyTally(): Tally {
  const none = () => ({ nobody: 0, notProved: 0 });
  const uncredited = Object.fromEntries(attributionRules.map((rule) => [rule, none()])) as Uncredited;
  return { offered: 0, answered: 0, open: 0, setAside: 0, scores: [], uncredited, late: [] };
}

/** One survey that went out, and the feedback it brought. */
export interface OfferedSurvey {
  isAnswered: boolean;
  /** May it still be answered? */
  isOpen: boolean;
  /** `null` where there is none, or nobody recorded it. */
  feedback: Feedback | null;
  /** Answered in another month than it was sent in. */
  isLate?: boolean;
}

/** The tally with one more survey in it. */
export function withSurvey(tally: Tally, { isAnswered, isOpen, feedback, isLate }: OfferedSurvey): Tally {
  const isIn = feedback !== null && isCounted(feedback);
  const counted = {
    ...tally,
    offered: tally.offered + 1,
    answered: tally.answered + (isAnswered ? 1 : 0),
    open: tally.open + (isOpen && !isAnswered ? 1 : 0),
    setAside: tally.setAside + (isAnswered && feedback !== null && !isIn ? 1 : 0),
  };
  if (!isIn || !isAnswered) return counted;
  const late = isLate ? [...tally.late, feedback.key] : tally.late;
  return { ...withFeedback(counted, feedback, 1), late };
}

/** A person took the feedback out of the figures after it was counted: as it was then. */
export function withoutFeedback(tally: Tally, feedback: Feedback): Tally {
  const removed = withFeedback(tally, { ...feedback, setAside: null }, -1);
  const late = tally.late.filter((key) => key !== feedback.key);
  return { ...removed, setAside: tally.setAside + 1, late };
}

/** Are the answers of this feedback among those counted? */
export function holdsFeedback({ scores }: Tally, feedback: Feedback): boolean {
  const ratings = metrics.flatMap((metric) => latest(feedback, metric) ?? []);
  return ratings.length > 0 && ratings.every((rating) => scores.some((one) => keyOf(one) === keyOf(rating)));
}

function withFeedback(tally: Tally, feedback: Feedback, by: 1 | -1): Tally {
  const suspected = isToCheck(feedback) ? by : 0;
  const scores = metrics.reduce((counts, metric) => {
    const rating = latest(feedback, metric);
    return rating ? plus(counts, rating, by, suspected) : counts;
  }, tally.scores);
  return { ...tally, scores, uncredited: plusUncredited(tally.uncredited, feedback, by) };
}

function plus(scores: ScoreCount[], rating: Answer, by: number, suspected: number): ScoreCount[] {
  const answer = answerOf(rating);
  const isSame = (one: ScoreCount) => keyOf(one) === keyOf(answer);
  const known = scores.find(isSame) ?? { ...answer, count: 0, suspected: 0 };
  const changed = {
    ...known,
    count: Math.max(0, known.count + by),
    suspected: Math.max(0, known.suspected + suspected),
  };
  return [...scores.filter((one) => !isSame(one)), changed].filter(({ count }) => count > 0);
}

const answerOf = ({ metric, value, scale, lowest, verdict, definition }: Answer): Answer => ({
  metric,
  value,
  scale,
  lowest,
  verdict: value === null ? verdict : null,
  definition,
});

const keyOf = ({ metric, value, scale, lowest, verdict, definition }: Answer) =>
  JSON.stringify([metric, value, scale, lowest, value === null ? verdict : null, definition]);

function plusUncredited(before: Uncredited, { attribution }: Feedback, by: number): Uncredited {
  const added = attributionRules.map((rule) => {
    const credit = creditOf(attribution, rule);
    const { nobody: none, notProved: unproved } = before[rule];
    return [
      rule,
      {
        nobody: Math.max(0, none + (credit === nobody ? by : 0)),
        notProved: Math.max(0, unproved + (credit === notProved ? by : 0)),
      },
    ];
  });
  return Object.fromEntries(added) as Uncredited;
}

/** Two groups, or two months, as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, tally) => {
    const scores = tally.scores.reduce(
      (counts, one) => plus(counts, one, one.count, one.suspected),
      sum.scores,
    );
    const uncredited = attributionRules.map((rule) => [
      rule,
      {
        nobody: sum.uncredited[rule].nobody + tally.uncredited[rule].nobody,
        notProved: sum.uncredited[rule].notProved + tally.uncredited[rule].notProved,
      },
    ]);
    return {
      offered: sum.offered + tally.offered,
      answered: sum.answered + tally.answered,
      open: sum.open + tally.open,
      setAside: sum.setAside + tally.setAside,
      scores,
      uncredited: Object.fromEntries(uncredited) as Uncredited,
      late: [...sum.late, ...tally.late],
    };
  }, emptyTally());
}

export interface CoverageFigures {
  offered: number;
  answered: number;
  open: number;
  setAside: number;
  /** Answered ones that looked like a machine's and nobody confirmed, whether they are in the figures or not. */
  suspected: number;
  /** Answered ÷ (sent − still open). */
  responseRate: Rate;
  /** Good by Zendesk's rule, of all: the top two of 5, the top one of 2 and 3, *good* of good and bad. */
  satisfied: Rate;
  /** Below the threshold that asks for a rescue, of those with a number. */
  below: Rate;
  /** How often each step of 1-5 was chosen, lowest first; `null` where another scale or good/bad was asked. */
  steps: [number, number, number, number, number] | null;
  /** Effort on 1-5, higher = easier, whatever the question's own scale and direction. */
  effort: Mean;
  /** Easy answers of all about effort. */
  easy: Rate;
  /** Credited to no agent by the official rule. */
  nobody: number;
  notProved: number;
}

/** `hasSuspected`: are answers that look like a machine's in the figures? */
export function figuresOf(
  tally: Tally,
  configuration: Configuration,
  hasSuspected: boolean,
): CoverageFigures {
  const given = tally.scores.map((one) => ({
    ...one,
    count: hasSuspected ? one.count : one.count - one.suspected,
  }));
  const csat = given.filter(({ metric }) => metric === 'csat').map((one) => read(one, configuration));
  const ces = given.filter(({ metric }) => metric === 'ces').map((one) => read(one, configuration));
  const good = total(csat.filter(({ rating }) => verdictOf(rating) === 'good'));
  const numbers = csat.filter(({ rating }) => rating.value !== null);
  const isLow = (rating: Rating) => isBelow(rating, configuration.csatThreshold).isBelow;
  const suspectedOf = (metric: string) =>
    tally.scores.reduce((sum, one) => sum + (one.metric === metric ? one.suspected : 0), 0);
  const { offered, answered, open, setAside } = tally;
  return {
    offered,
    answered,
    open,
    setAside,
    suspected: suspectedOf('csat'),
    responseRate: rateOf(answered, offered - open),
    satisfied: rateOf(good, total(csat)),
    below: rateOf(total(numbers.filter(({ rating }) => isLow(rating))), total(numbers)),
    steps: stepsOf(csat),
    effort: meanOf(ces.map(({ rating, count }) => ({ value: fiveOf(rating), count }))),
    easy: rateOf(total(ces.filter(({ rating }) => isEasy(rating))), total(ces)),
    ...tally.uncredited[configuration.attributionRule],
  };
}

interface Read {
  rating: Rating;
  count: number;
}

function read({ count, suspected: _suspected, ...answer }: ScoreCount, configuration: Configuration): Read {
  const rating: Rating = { ...answer, source: '', answeredAt: null, asOf: null };
  return { rating: oriented(rating, configuration), count };
}

const total = (given: readonly Read[]) => given.reduce((sum, { count }) => sum + count, 0);

const fiveOf = ({ value, scale, lowest }: Rating) =>
  value === null || scale === null ? 0 : onFive(value, scale, lowest);

const isEasy = ({ value, scale, lowest }: Rating) =>
  value !== null && scale !== null && effortOf(value, scale, lowest) === 'easy';

function stepsOf(csat: readonly Read[]): CoverageFigures['steps'] {
  const isFive = ({ rating }: Read) => rating.value !== null && rating.scale === 5 && rating.lowest === 1;
  if (csat.length === 0 || !csat.every(isFive)) return null;
  const of = (step: number) => total(csat.filter(({ rating }) => rating.value === step));
  return [of(1), of(2), of(3), of(4), of(5)];
}

/** `2026-11`, of an instant in epoch milliseconds; UTC. */
export const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);

/** First instant of a month `2026-11` and of the one after it, epoch milliseconds; UTC. */
export function boundsOf(month: string): [number, number] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return [Date.UTC(year, number - 1, 1), Date.UTC(year, number, 1)];
}

/** Months from the one `from` lies in to the one `to` lies in, oldest first. */
export function monthsBetween(from: number, to: number): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); ; month = monthOf(boundsOf(month)[1])) {
    months.push(month);
    if (boundsOf(month)[1] > to) return months;
  }
}
