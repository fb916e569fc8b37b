import { describe, expect, it } from 'vitest';
import { type Evidence, flipWindow, signsOf, tooFast } from '../../src/care/scanner.ts';

const evidence = (given: Partial<Evidence>): Evidence => ({
  verdict: 'bad',
  answerTimes: [5_000_000],
  offeredAt: 1_000_000,
  hasComment: false,
  isDomainKnown: false,
  ...given,
});

describe('a mail scanner’s clicks', () => {
  it.each<[string, Partial<Evidence>, string[]]>([
    ['hours after sending', {}, []],
    ['seconds after sending', { offeredAt: 5_000_000 - tooFast }, ['seconds_after_sending', 'no_comment']],
    ['a moment too late for a machine', { offeredAt: 5_000_000 - tooFast - 1 }, []],
    [
      'flipping',
      { answerTimes: [5_000_000, 5_000_000 + flipWindow] },
      ['flipped_within_a_minute', 'no_comment'],
    ],
    [
      'flipping in any order of reading',
      { answerTimes: [5_009_000, 5_000_000] },
      ['flipped_within_a_minute', 'no_comment'],
    ],
    ['changed after thought', { answerTimes: [5_000_000, 5_000_001 + flipWindow] }, []],
    ['a known domain', { isDomainKnown: true }, ['known_domain', 'no_comment']],
    ['a known domain with a comment', { isDomainKnown: true, hasComment: true }, []],
    ['good, however fast', { verdict: 'good', offeredAt: 5_000_000 }, []],
    ['no time known at all', { answerTimes: [], offeredAt: null }, []],
  ])('%s: %j gives %j', (_name, given, expected) => {
    expect(signsOf(evidence(given))).toEqual(expected);
  });
});
