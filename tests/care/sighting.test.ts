import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFeedback, type Feedback, latest } from '../../src/care/feedback.ts';
import { foresee } from '../../src/care/fold.ts';
import type { Rating } from '../../src/care/rating.ts';
import { current, newsIn } from '../../src/care/sighting.ts';
import { rating, withRatings } from './ratings.ts';

const csat = (value: number | null, verdict: 'good' | 'bad' = 'bad') =>
  rating({ value, verdict, answeredAt: 50_000 });
const ces = (value: number): Rating => ({ ...csat(value), metric: 'ces', verdict: null });
/** The ticket's own good or bad, as it stood at a moment. */
const onTicket = (verdict: 'good' | 'bad', asOf: number) =>
  rating({ verdict, source: 'ticket_rating', asOf });
const inField = (value: number, asOf = 60_000) => rating({ value, source: 'ticket_field', asOf });
const sight = (...ratings: Rating[]) => ({ ratings, isAlreadyRevised: false });
const news = (known: Feedback, ...ratings: Rating[]) =>
  newsIn(known, sight(...ratings))?.body.ratings ?? null;

describe('what is new in a sighting', () => {
  const nothing = emptyFeedback('ticket:1');

  it('is everything when nothing was known', () => {
    expect(news(nothing, csat(2), ces(1))).toEqual([csat(2), ces(1)]);
  });

  it('is nothing when the number is known and the ticket merely says bad', () => {
    expect(news(withRatings(csat(2)), csat(null))).toBeNull();
  });

  it('is the number once a bad has one', () => {
    expect(news(withRatings(csat(null)), csat(3))).toEqual([csat(3)]);
  });

  it('is a good that contradicts the known number', () => {
    expect(news(withRatings(csat(2)), csat(null, 'good'))).toEqual([csat(null, 'good')]);
  });

  it('is the number where two sources speak of one answer', () => {
    expect(news(nothing, csat(null), csat(2))).toEqual([csat(2)]);
  });

  it('is the most trusted number where several disagree, in whatever order they were read', () => {
    const tag = rating({ value: 1, source: 'ticket_tag' });
    expect(news(nothing, tag, inField(4), csat(2))).toEqual([csat(2)]);
    expect(news(nothing, tag, inField(4))).toEqual([inField(4)]);
    expect(news(nothing, onTicket('good', 60_000), tag)).toEqual([tag]);
  });

  it('is not what a less trusted source says beside a known number, though the viewer sees no other', () => {
    expect(news(withRatings(csat(2)), inField(4))).toBeNull();
    expect(news(withRatings(csat(2)), inField(2), onTicket('good', 60_000))).toEqual([
      onTicket('good', 60_000),
    ]);
  });

  it('is not the ticket’s own verdict where another tool’s score counts', () => {
    expect(news(withRatings(inField(2)), inField(2), onTicket('good', 70_000))).toBeNull();
  });

  it('is the survey’s number where so far only another tool had spoken', () => {
    expect(news(withRatings(inField(4)), csat(2))).toEqual([csat(2)]);
  });

  it('is not a stale field after the customer answered anew', () => {
    const known = withRatings(csat(2), onTicket('good', 60_000));
    expect(news(known, inField(2), onTicket('good', 60_000))).toBeNull();
  });

  it('is never what was true earlier', () => {
    const later = { ...csat(4, 'good'), answeredAt: 90_000 };
    expect(news(withRatings(csat(2), later), csat(2))).toBeNull();
    expect(news(withRatings(later), onTicket('bad', 80_000))).toBeNull();
    expect(news(withRatings(inField(4, 90_000)), inField(2, 80_000))).toBeNull();
    expect(news(withRatings(inField(4, 90_000)), inField(2, 95_000))).toEqual([inField(2, 95_000)]);
  });

  it('shows what is known where nothing new was seen', () => {
    expect(current(withRatings(csat(2)), sight(inField(4)), 'csat')?.value).toBe(2);
    expect(current(nothing, sight(inField(4)), 'csat')?.value).toBe(4);
    expect(current(nothing, sight(), 'csat')).toBeNull();
  });
});

/** One customer's answers in time, seen by people who may see different things, at any time and any number of times. */
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

describe('whoever looks, whenever and however often', () => {
  const at = (index: number) => 100_000 * (index + 1);
  const verdict = (value: number) => (value > 3 ? 'good' : 'bad');
  const numberSeen = (given: number[], index: number) => {
    const value = given[index] ?? 1;
    return rating({ value, verdict: verdict(value), answeredAt: at(index), asOf: at(index) });
  };
  const verdictSeen = (given: number[], index: number) => onTicket(verdict(given[index] ?? 1), at(index));

  it('the ledger ends with the customer’s last answer once somebody saw its number', () => {
    const looks = (given: number[]) =>
      fc.array(fc.tuple(fc.nat(given.length - 1), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(
        answers.chain((given) => fc.tuple(fc.constant(given), looks(given))),
        ([given, seen]) => {
          const last = given.length - 1;
          const sightings = [...seen, [last, true] as const].map(([index, isAdmin]) =>
            isAdmin ? numberSeen(given, index) : verdictSeen(given, index),
          );
          const seeAll = (start: Feedback) =>
            sightings.reduce((known, one) => {
              const fact = newsIn(known, sight(one));
              return fact ? { ...foresee(known, [fact], 1), rev: known.rev + 1 } : known;
            }, start);
          const once = seeAll(emptyFeedback('ticket:1'));
          expect(latest(once, 'csat')?.value).toBe(given[last]);
          // Seen in full, nothing is new; and seeing everything again leads to the same end.
          expect(newsIn(once, sight(numberSeen(given, last), verdictSeen(given, last)))).toBeNull();
          expect(latest(seeAll(once), 'csat')?.value).toBe(given[last]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
