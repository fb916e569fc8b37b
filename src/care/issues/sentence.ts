/** The month's sentence: what may be said of an issue's tickets, and what may not be said yet. */
import { type Difference, differenceOf, type Rate, rateOf } from '../rate.ts';
import { leastRated, neededRatings } from './neededRatings.ts';
import { type Shown, shownOf } from './shown.ts';

/** Where an issue's tickets are known from: its topics alone, or its search as well. */
export const bases = ['topics', 'search'] as const;
export type Basis = (typeof bases)[number];

export interface IssueFigures {
  basis: Basis;
  /** Tickets of the month about it, rated or not. */
  handled: number;
  /** How many of those the topic names, and how many the search found; some by both. */
  byTopic: number;
  bySearch: number;
  /** The search found more than are read: nothing can be said for sure. */
  isCut: boolean;
  /** Good of rated. */
  own: { k: number; n: number };
  rest: { k: number; n: number };
  /** All feedbacks of the month. */
  all: number;
}

/** Why there is no claim yet: too few ratings here, too few of the rest, the interval holds 0, or the search is too wide. */
export const lacks = ['few', 'few_rest', 'unclear', 'cut'] as const;
export type Lack = (typeof lacks)[number];

interface Said {
  figures: IssueFigures;
  own: Rate;
  rest: Rate;
  /** Rated of handled. */
  response: Rate;
  /** Own minus rest; 95 % by Newcombe. `null` where either side has no rating. */
  difference: Difference | null;
  /** The numbers as they are to be printed; `null` with `difference`. */
  shown: Shown | null;
  ask: string;
  ownerId: string | null;
  ownerName: string;
}

/**
 * `claim`: lower than the rest, and the interval of the difference leaves 0 out. `better`: the same upwards.
 * `no_gap`: enough ratings, and not lower. `nothing`: no tickets. `not_yet`: about `needed` ratings in all would do if
 * rates stay as they are, `more` than there are; `null` where no number would. `isWithin`: that many were handled.
 */
export type Sentence =
  | (Said & { kind: 'claim' | 'better' | 'no_gap' | 'nothing' })
  | (Said & { kind: 'not_yet'; lack: Lack; needed: number | null; more: number | null; isWithin: boolean });

/** Speaks only where both sides have `leastRated` ratings and the 95 % interval of their difference leaves 0 out. */
export function sentenceOf(
  figures: IssueFigures,
  { ask, ownerId, ownerName }: { ask: string; ownerId: string | null; ownerName: string },
): Sentence {
  const own = rateOf(figures.own.k, figures.own.n);
  const rest = rateOf(figures.rest.k, figures.rest.n);
  const difference = differenceOf(own, rest);
  const shown = shownOf(own, rest);
  const response = rateOf(figures.own.n, figures.handled);
  const said: Said = { figures, own, rest, response, difference, shown, ask, ownerId, ownerName };
  if (figures.handled === 0) return { ...said, kind: 'nothing' };
  const lack = lackOf(figures, difference);
  if (lack !== null) return { ...said, kind: 'not_yet', lack, ...wantedOf(lack, said) };
  if (difference?.isDistinct) return { ...said, kind: difference.value < 0 ? 'claim' : 'better' };
  return { ...said, kind: 'no_gap' };
}

function lackOf({ isCut, own, rest }: IssueFigures, difference: Difference | null): Lack | null {
  if (isCut) return 'cut';
  if (own.n < leastRated) return 'few';
  if (rest.n < leastRated || !difference) return 'few_rest';
  return !difference.isDistinct && difference.value < 0 ? 'unclear' : null;
}

function wantedOf(lack: Lack, { figures, own, rest }: Said) {
  const isAskedFor = lack === 'few' || lack === 'unclear';
  const found = isAskedFor ? neededRatings(own, rest) : null;
  const isLower = own.value !== null && rest.value !== null && own.value < rest.value;
  const needed = found ?? (lack === 'few' && !isLower ? leastRated : null);
  return { needed, more: needed && needed - own.n, isWithin: needed !== null && needed <= figures.handled };
}
