/** What each topic costs the whole: which to speak of first. */
import { type Columns, textAt } from '../insights/columns.ts';
import type { Period, Question } from '../insights/question.ts';
import { rowsWhere } from '../insights/rows.ts';
import { type Difference, differenceOf, type Rate, rateOf } from '../rate.ts';
import { leastRated } from './neededRatings.ts';

export interface TopicImpact {
  topic: string;
  /** Feedbacks with it, rated or not, in the period and in the one before. */
  volume: number;
  volumeBefore: number | null;
  /** CSAT with it, of all others, and with it in the period before. */
  csat: Rate;
  rest: Rate;
  csatBefore: Rate | null;
  /** CSAT of all minus CSAT without this topic, -1 to 1: below 0 it pulls the whole down. 95 %. `null` without ratings. */
  pull: Difference | null;
  /** How far below the others it is, times volume: tickets' worth of dissatisfaction; below 0 where it is better. */
  weight: number | null;
  /** CSAT now minus before; `null` below ten ratings in either. */
  trend: Difference | null;
}

export interface Impact {
  all: Rate;
  volume: number;
  /** What pulls down most first, ties by volume. */
  ranked: TopicImpact[];
  /** Fewer than ten ratings here or elsewhere: in no rank; most feedbacks first. */
  few: TopicImpact[];
  /** Feedbacks without a topic. */
  untopiced: number;
}

/** A topic nobody had in the period is not there, whatever it had before. */
export function impactOf(columns: Columns, question: Omit<Question, 'by'>): Impact {
  const now = tallied(columns, question.period, question);
  const past = question.before && tallied(columns, question.before, question);
  const topics = [...now.topics].map(([topic, own]) => topicImpact(topic, own, now.all, past));
  const isRanked = ({ csat, rest, pull }: TopicImpact) =>
    csat.n >= leastRated && rest.n >= leastRated && pull !== null;
  return {
    all: rateOf(now.all.good, now.all.rated),
    volume: now.all.volume,
    ranked: topics.filter(isRanked).sort(byPull),
    few: topics.filter((one) => !isRanked(one)).sort(byVolume),
    untopiced: now.untopiced,
  };
}

const byVolume = (a: TopicImpact, b: TopicImpact) => b.volume - a.volume || (a.topic < b.topic ? -1 : 1);

const byPull = (a: TopicImpact, b: TopicImpact) =>
  (a.pull?.value ?? 0) - (b.pull?.value ?? 0) || byVolume(a, b);

/**
 * What a part does to the whole: overall rate minus the rate without it. That is its share of the ratings times its
 * difference from the rest, (n ÷ N) · (p − q), and so its interval is Newcombe's of that difference times n ÷ N.
 */
export function pullOf(own: Rate, rest: Rate): Difference | null {
  const apart = differenceOf(own, rest);
  if (!apart) return null;
  const share = own.n / (own.n + rest.n);
  const [low, high] = apart.interval;
  return { value: apart.value * share, interval: [low * share, high * share], isDistinct: apart.isDistinct };
}

/** Volume times gap; below 0 where it is better than the rest. `null` where either is not rated. */
export const weightOf = (volume: number, own: Rate, rest: Rate): number | null =>
  own.value === null || rest.value === null ? null : volume * (rest.value - own.value);

/** Now minus before; `null` where either says too little. */
export const trendOf = (now: Rate, before: Rate): Difference | null =>
  Math.min(now.n, before.n) < leastRated ? null : differenceOf(now, before);

function topicImpact(topic: string, own: Tally, all: Tally, past: Tallies | null): TopicImpact {
  const csat = rateOf(own.good, own.rated);
  const rest = rateOf(all.good - own.good, all.rated - own.rated);
  const before = past && (past.topics.get(topic) ?? none);
  const csatBefore = before && rateOf(before.good, before.rated);
  return {
    topic,
    volume: own.volume,
    volumeBefore: before ? before.volume : null,
    csat,
    rest,
    csatBefore,
    pull: pullOf(csat, rest),
    weight: weightOf(own.volume, csat, rest),
    trend: csatBefore && trendOf(csat, csatBefore),
  };
}

interface Tally {
  volume: number;
  rated: number;
  good: number;
}
const none: Tally = { volume: 0, rated: 0, good: 0 };

interface Tallies {
  all: Tally;
  topics: Map<string, Tally>;
  untopiced: number;
}

function tallied(columns: Columns, period: Period, question: Omit<Question, 'by'>): Tallies {
  const tallies: Tallies = { all: { ...none }, topics: new Map(), untopiced: 0 };
  for (const index of rowsWhere(columns, period, question)) {
    const topic = textAt(columns, 'topic', index);
    const verdict = columns.verdict[index] ?? 0;
    const own = topic === null ? null : (tallies.topics.get(topic) ?? { ...none });
    if (topic !== null && own) tallies.topics.set(topic, own);
    else tallies.untopiced += 1;
    for (const tally of own ? [tallies.all, own] : [tallies.all]) {
      tally.volume += 1;
      if (verdict > 0) tally.rated += 1;
      if (verdict === 2) tally.good += 1;
    }
  }
  return tallies;
}
