import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attribution, nobody, notProved } from '../../src/care/attribution.ts';
import {
  type Configuration,
  defaultConfiguration,
  parseConfiguration,
} from '../../src/care/configuration.ts';
import { emptyFeedback, type Feedback, laneOf, latest, removedAt } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import type { Entry } from '../../src/care/ledger.ts';
import { entryOf, nothingSeen, type Observation } from '../../src/care/observation.ts';
import { oriented } from '../../src/care/orientation.ts';
import { rating } from './ratings.ts';

const configuration: Configuration = { ...defaultConfiguration, survey: 'customizable' };
const credit: Attribution = {
  atSolve: '11',
  atSurvey: '11',
  atRating: '11',
  replies: [{ agentId: '11', count: 2 }],
  groupId: null,
  isReassignedAfter: false,
};
const bad = rating({ value: 1, verdict: 'bad', answeredAt: 50_000 });
const unknownBad = rating({ verdict: 'bad', source: 'ticket_rating', asOf: 60_000 });
const seen = (given: Partial<Observation>): Observation => ({ ...nothingSeen, ...given });
const sees = (...ratings: (typeof bad)[]) => seen({ sighting: { ratings, isAlreadyRevised: false } });
const kinds = (entry: Entry | null) => entry?.map((fact) => fact.kind) ?? [];

/** Writes down one look after the other, as a ledger would hold it. */
function ledgerOf(...looks: Observation[]): Feedback {
  const entries: Entry[] = [];
  const facts = () =>
    entries.flatMap((entry, index) =>
      entry.map((fact, part) => ({
        ...fact,
        seq: index + 1,
        part,
        byId: '7',
        at: 90_000,
        operation: '',
        isEdited: false,
      })),
    );
  for (const look of looks) {
    const entry = entryOf(foldAll('ticket:1', facts()), look, configuration, 90_000);
    if (entry) entries.push(entry);
  }
  return foldAll('ticket:1', facts());
}

describe('what a look at a ticket writes down', () => {
  it('is a bad rating, whose it is and its case, in one entry', () => {
    const entry = entryOf(
      emptyFeedback('ticket:1'),
      { ...sees(bad), attribution: credit },
      configuration,
      90_000,
    );
    expect(kinds(entry)).toEqual(['rated', 'case_opened', 'attributed']);
  });

  it('is nothing the second time', () => {
    const look = { ...sees(bad), attribution: credit, ticket: { state: 'present' as const, into: null } };
    expect(entryOf(ledgerOf(look), look, configuration, 90_000)).toBeNull();
  });

  it('is nothing about a ticket nobody rated', () => {
    const gone = seen({ attribution: credit, ticket: { state: 'deleted', into: null }, removed: ['csat'] });
    expect(entryOf(emptyFeedback('ticket:1'), gone, configuration, 90_000)).toBeNull();
  });

  it('withdraws an untouched case when the unknown number turns out to be a 3, and counts it', () => {
    const three = rating({ value: 3, verdict: 'bad', answeredAt: 50_000 });
    const state = ledgerOf(sees(unknownBad), sees(three));
    expect([state.case, latest(state, 'csat')?.value]).toEqual([null, 3]);
  });

  it('sends a scanner’s click to check first, with its case', () => {
    const evidence = { answerTimes: [50_000], offeredAt: 45_000, hasComment: false, isDomainKnown: false };
    const state = ledgerOf({ ...sees(bad), evidence });
    expect(laneOf(state)).toBe('check_first');
    expect(state.suspicion?.signs).toEqual(['seconds_after_sending', 'no_comment']);
  });

  it('does not doubt again what was judged once, but does doubt another answer', () => {
    const evidence = { answerTimes: [50_000], offeredAt: 45_000, hasComment: false, isDomainKnown: false };
    const state = ledgerOf({ ...sees(bad), evidence });
    const confirmed = { ...state, suspicion: { signs: [], isConfirmed: true } };
    expect(entryOf(confirmed, { ...sees(bad), evidence }, configuration, 90_000)).toBeNull();
    const again = { ...bad, value: 2, answeredAt: 70_000 };
    const later = { ...evidence, answerTimes: [50_000, 70_000] };
    expect(kinds(entryOf(confirmed, { ...sees(again), evidence: later }, configuration, 90_000))).toEqual([
      'rated',
      'suspected',
    ]);
  });

  it('keeps the better proof of whose it is', () => {
    const less = { ...credit, atSolve: notProved, replies: null };
    expect(
      ledgerOf(sees(bad), seen({ attribution: less }), seen({ attribution: credit })).attribution,
    ).toEqual(credit);
    expect(
      ledgerOf(sees(bad), seen({ attribution: credit }), seen({ attribution: less })).attribution,
    ).toEqual(credit);
  });

  it('flags a ticket that somebody else has now', () => {
    const state = ledgerOf({ ...sees(bad), attribution: credit }, seen({ assigneeId: '12' }));
    expect(state.attribution?.isReassignedAfter).toBe(true);
    expect(ledgerOf({ ...sees(bad), attribution: credit }, seen({ assigneeId: '11' })).attribution).toEqual(
      credit,
    );
    const none = { ...credit, atRating: nobody };
    expect(ledgerOf({ ...sees(bad), attribution: none }, seen({ assigneeId: null })).attribution).toEqual(
      none,
    );
  });

  it('is what became of the ticket, once, and that it came back', () => {
    const deleted = seen({ ticket: { state: 'deleted', into: null } });
    const back = seen({ ticket: { state: 'present', into: null } });
    expect(ledgerOf(sees(bad), deleted, deleted).rev).toBe(2);
    expect(ledgerOf(sees(bad), deleted).ticket?.state).toBe('deleted');
    expect(ledgerOf(sees(bad), deleted, back).ticket?.state).toBe('present');
  });

  it('is where a merged ticket went, once somebody knows', () => {
    const merged = seen({ ticket: { state: 'merged', into: null } });
    const into = seen({ ticket: { state: 'merged', into: '371' } });
    expect(ledgerOf(sees(bad), merged, into, merged).ticket).toMatchObject({ state: 'merged', into: '371' });
    expect(ledgerOf(sees(bad), merged, into, merged, into).rev).toBe(3);
  });

  it('is that the rating is gone, and that it is back', () => {
    const gone = seen({ removed: ['csat'] });
    expect(ledgerOf(sees(bad), gone, gone).rev).toBe(2);
    expect(removedAt(ledgerOf(sees(bad), gone))).toBe(90_000);
    expect(removedAt(ledgerOf(sees(bad), gone, sees(bad)))).toBeNull();
    expect(removedAt(ledgerOf(sees(bad), gone, sees(unknownBad)))).toBe(90_000);
  });

  it('is not that a rating is gone whose place nobody reads any more', () => {
    const tagged = rating({ value: 5, source: 'ticket_tag', definition: 's1', asOf: 60_000 });
    const gone = seen({ removed: ['csat'] });
    const [source] = parseConfiguration({
      scoreSources: [
        {
          id: 's1',
          kind: 'tag',
          metric: 'csat',
          pattern: 'csat_{score}',
          lowest: 1,
          scale: 5,
          headline: 'Tag',
        },
      ],
    }).scoreSources;
    const reading = { ...configuration, scoreSources: source ? [source] : [] };
    expect(kinds(entryOf(ledgerOf(sees(tagged)), gone, reading, 90_000))).toEqual(['rating_removed']);
    expect(entryOf(ledgerOf(sees(tagged)), gone, configuration, 90_000)).toBe(null);
  });

  it('is the ticket of a conversation', () => {
    expect(ledgerOf(sees(bad), seen({ linkedTo: '9' }), seen({ linkedTo: '9' })).rev).toBe(2);
    expect(laneOf(ledgerOf(sees(bad), seen({ linkedTo: '9' })))).toBe('none');
  });

  it('never leaves anything for the same look to write', () => {
    const look = fc.record({
      ratings: fc.subarray([bad, unknownBad, rating({ value: 4, verdict: 'good', answeredAt: 80_000 })]),
      attribution: fc.constantFrom(null, credit, { ...credit, atSolve: notProved }),
      assigneeId: fc.constantFrom(undefined, null, '11', '12'),
      state: fc.constantFrom(null, 'present' as const, 'deleted' as const, 'merged' as const),
      isFast: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 6 }), (given) => {
        const looks = given.map(({ ratings, attribution, assigneeId, state, isFast }) => ({
          ...sees(...ratings),
          attribution,
          assigneeId,
          ticket: state && { state, into: null },
          evidence: {
            answerTimes: [50_000],
            offeredAt: isFast ? 45_000 : 0,
            hasComment: false,
            isDomainKnown: false,
          },
        }));
        const last = looks.at(-1) ?? nothingSeen;
        const state = ledgerOf(...looks);
        expect(state.ignored).toBe(0);
        expect(entryOf(state, last, configuration, 90_000)).toBeNull();
      }),
    );
  });
});

describe('the direction of a scale', () => {
  const effort = rating({ metric: 'ces', value: 6, scale: 7, definition: 'S' });
  const source = {
    id: 'S',
    kind: 'field' as const,
    metric: 'ces' as const,
    fieldId: '1',
    pattern: null,
    lowest: 1,
    scale: 7,
    headline: 'Effort',
    isLowerBetter: true,
  };

  it('turns every reading round and nothing that is kept', () => {
    expect(oriented(effort, { ...configuration, scoreSources: [source] }).value).toBe(2);
    expect(oriented(effort, configuration).value).toBe(6);
    expect(effort.value).toBe(6);
  });

  it('keeps the ends of a 0-10 scale', () => {
    const ten = { ...effort, value: 0, scale: 10, lowest: 0 };
    const reversed = { ...configuration, scoreSources: [{ ...source, lowest: 0, scale: 10 }] };
    expect(oriented(ten, reversed).value).toBe(10);
  });
});
