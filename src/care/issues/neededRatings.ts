/** How many ratings it would take to say that an issue's tickets are rated lower. */
import { differenceOf, type Rate, rateOf } from '../rate.ts';

/** Neither side says anything below so many ratings. */
export const leastRated = 10;

/** More than anybody will get. */
const farthest = 1e7;

/**
 * About how many ratings in all: the smallest number from which on the sentence would speak by its own rule, with the
 * rate seen so far and the rest as it is. Ratings are whole, and one more of them than that rate says may turn out
 * good: a sentence that hangs on a single rating is none. 16 of 25 against 180 of 225 takes 50. Rounded up: to fives
 * below 100, tens below 1,000, then two digits. At least `leastRated`. `null` where the own rate is not the lower one,
 * or no number would do as the rest has too few.
 */
export function neededRatings(own: Rate, rest: Rate): number | null {
  if (own.value === null || rest.value === null || own.value >= rest.value) return null;
  const rate = own.value;
  const speaks = (good: number, n: number) =>
    n >= leastRated &&
    differenceOf(rateOf(Math.min(good, n), n), rest)?.isDistinct === true &&
    good / n < (rest.value ?? 0);
  // With two to spare it speaks at every larger number too: the search may halve.
  const isSure = (n: number) => speaks(rate * n + 2, n);
  if (!isSure(farthest)) return null;
  let [low, high] = [0, farthest];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isSure(middle)) high = middle;
    else low = middle;
  }
  while (speaks(Math.ceil(rate * (high - 1) - 1e-9) + 1, high - 1)) high -= 1;
  return about(high);
}

function about(n: number): number {
  const step = n <= 100 ? 5 : n <= 1000 ? 10 : 10 ** (Math.floor(Math.log10(n)) - 1);
  return Math.ceil(n / step) * step;
}
