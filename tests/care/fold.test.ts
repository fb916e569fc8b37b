import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Feedback, history, isCounted, laneOf, latest, removedAt } from '../../src/care/feedback.ts';
import { type Fact, fold, foldAll } from '../../src/care/fold.ts';
import type { NewEvent } from '../../src/care/ledger.ts';
import { outcomeKinds } from '../../src/care/outcome.ts';
import { rating } from './ratings.ts';

const key = 'ticket:7';

function numbered(events: NewEvent[]): Fact[] {
  return events.map((event, index) => ({
    ...event,
    seq: index + 1,
    part: 0,
    byId: String(index % 3),
    at: 1_000 * (index + 1),
    operation: `op${index}`,
    isEdited: false,
  }));
}

const rated = (
  value: number | null,
  verdict: 'good' | 'bad' = 'bad',
  isAlreadyRevised = false,
  source = 'survey_responses',
): NewEvent => ({
  kind: 'rated',
  body: { ratings: [rating({ value, verdict, source, answeredAt: 500 })], isAlreadyRevised },
});
const suspected: NewEvent = { kind: 'suspected', body: { signs: ['seconds_after_sending', 'no_comment'] } };
const setAside: NewEvent = { kind: 'set_aside', body: { reason: 'scanner', note: null } };
const opened = (isProvisional = false): NewEvent => ({
  kind: 'case_opened',
  body: { rule: 'csat_below', threshold: 3, dueAt: 90_000, soonAt: null, firstDueAt: null, isProvisional },
});
const moved = (
  to: 'new' | 'in_progress' | 'closed',
  rest: { outcome?: 'recovered'; note?: string } = {},
): NewEvent => ({
  kind: 'case_moved',
  body: { to, outcome: rest.outcome ?? null, note: rest.note ?? null },
});

const anyEvent: fc.Arbitrary<NewEvent> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((value) => rated(value)),
  fc.constant(rated(null)),
  fc
    .constantFrom(null, 'agent', 'process', 'root_cause')
    .map((bucket) => ({ kind: 'bucket_set', body: { bucket, topic: null, note: null } }) as NewEvent),
  fc.boolean().map(opened),
  fc.constantFrom<NewEvent>(
    suspected,
    setAside,
    { kind: 'confirmed', body: {} },
    { kind: 'restored', body: {} },
    { kind: 'rating_removed', body: { metrics: ['csat'] } },
    { kind: 'ticket_changed', body: { state: 'deleted', into: null } },
    { kind: 'linked', body: { ticketId: '9' } },
    { kind: 'contacted', body: { channel: 'call', result: 'no_answer', note: null } },
    { kind: 'contacted', body: { channel: 'mail', result: 'reached', note: 'wrote' } },
    { kind: 'replied', body: { ticketId: '9', isFollowUp: true } },
    { kind: 'escalated', body: { kind: 'person', to: '12', reason: 'refund' } },
    { kind: 'escalation_ended', body: { note: null } },
    { kind: 'step_declined', body: { step: 'call' } },
    { kind: 'voiced', body: { answers: { cause: 'process' }, skipped: null } },
    { kind: 'alerted', body: { workflow: 'w1ab', how: 'rule', to: null } },
  ),
  fc
    .constantFrom(null, '11', '12')
    .map((ownerId) => ({ kind: 'case_assigned', body: { ownerId, reason: null } }) as NewEvent),
  fc
    .record({
      to: fc.constantFrom('new' as const, 'in_progress' as const, 'closed' as const),
      outcome: fc.constantFrom(null, ...outcomeKinds),
      note: fc.constantFrom(null, '', 'called'),
    })
    .map((body) => ({ kind: 'case_moved', body }) as NewEvent),
);

describe('the fold of a ledger', () => {
  it('is the same whatever the order and repetition in which facts arrive', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 25 }).chain((events) => {
          const facts = numbered(events);
          return fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          );
        }),
        ([facts, shuffled]) => {
          expect(foldAll(key, shuffled)).toEqual(foldAll(key, facts));
        },
      ),
    );
  });

  it('is the same read at once or in two halves', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), fc.nat(25), (events, cut) => {
        const facts = numbered(events);
        expect(fold(foldAll(key, facts.slice(0, cut)), facts.slice(cut))).toEqual(foldAll(key, facts));
      }),
    );
  });

  it('never shows a closed case without outcome, or one that is closed and still escalated', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const state = foldAll(key, numbered(events)).case;
        if (state?.status === 'closed')
          expect([state.outcome !== null, state.escalation]).toEqual([true, null]);
      }),
    );
  });

  it('stops at a gap until the missing fact is read', () => {
    const facts = numbered([rated(2), opened(), moved('in_progress')]);
    const withGap = facts.filter((fact) => fact.seq !== 2);
    expect(foldAll(key, withGap).rev).toBe(1);
    expect(fold(foldAll(key, withGap), facts).rev).toBe(3);
  });

  it('keeps the first score for ever and shows the last', () => {
    const state = foldAll(key, numbered([rated(2), rated(4, 'good')]));
    expect(history(state, 'csat').map((revision) => revision.value)).toEqual([2, 4]);
    expect(latest(state, 'csat')?.value).toBe(4);
  });

  it('is one answer when a bad gets its number, and two when the customer changes it', () => {
    const values = (...events: NewEvent[]) =>
      history(foldAll(key, numbered(events)), 'csat').map(({ value }) => value);
    expect(values(rated(null), rated(2))).toEqual([2]);
    expect(values(rated(null), rated(4, 'good'))).toEqual([null, 4]);
    expect(values(rated(2), rated(null, 'good'), rated(5, 'good'))).toEqual([2, 5]);
  });

  it('says when the first answer seen had been changed before, and only then', () => {
    expect(foldAll(key, numbered([rated(2, 'bad', true), rated(4, 'good')])).isAlreadyRevised).toBe(true);
    expect(foldAll(key, numbered([rated(2), rated(4, 'good', true)])).isAlreadyRevised).toBe(false);
  });

  it('does not take a better source for the customer’s change of mind', () => {
    const values = (...events: NewEvent[]) =>
      history(foldAll(key, numbered(events)), 'csat').map(({ value }) => value);
    expect(values(rated(4, 'good', false, 'ticket_field'), rated(2))).toEqual([2]);
    expect(values(rated(2), rated(4, 'good'))).toEqual([2, 4]);
  });

  it('takes what one record says as one step, in its order', () => {
    const [whole] = numbered([rated(1)]);
    const facts = [rated(1), suspected, opened()].map(
      (event, part) => ({ ...whole, ...event, part }) as Fact,
    );
    const state = foldAll(key, facts);
    expect([state.rev, laneOf(state), state.ignored]).toEqual([1, 'check_first', 0]);
    expect(foldAll(key, [...facts, ...facts].reverse())).toEqual(state);
  });

  it('shows a suspected rating among those to check until somebody begins, confirms or sets it aside', () => {
    const lane = (...events: NewEvent[]) =>
      laneOf(foldAll(key, numbered([rated(1), suspected, opened(), ...events])));
    expect(lane()).toBe('check_first');
    expect(lane({ kind: 'confirmed', body: {} })).toBe('new');
    expect(lane(moved('in_progress'))).toBe('in_progress');
    expect(lane(setAside)).toBe('set_aside');
    expect(lane(setAside, { kind: 'restored', body: {} })).toBe('check_first');
    expect(lane(rated(2))).toBe('new');
  });

  it('keeps the suspicion when only the number behind the same answer becomes known', () => {
    const state = foldAll(key, numbered([rated(null), suspected, opened(true), rated(1)]));
    expect(laneOf(state)).toBe('check_first');
  });

  it('keeps a rating that is gone from its source, and says since when', () => {
    const gone: NewEvent = { kind: 'rating_removed', body: { metrics: ['csat'] } };
    const state = foldAll(key, numbered([rated(2), gone]));
    expect([latest(state, 'csat')?.value, removedAt(state), isCounted(state)]).toEqual([2, 2_000, false]);
    expect(removedAt(foldAll(key, numbered([rated(2), gone, rated(4, 'good')])))).toBeNull();
    expect(foldAll(key, numbered([gone])).ignored).toBe(1);
  });

  it('stands while one of its ratings does', () => {
    const effort = rating({ metric: 'ces', value: 1, answeredAt: 500 });
    const both: NewEvent = {
      kind: 'rated',
      body: { ratings: [rating({ value: 2, answeredAt: 500 }), effort], isAlreadyRevised: false },
    };
    const goneOf = (...metrics: ('csat' | 'ces')[]): NewEvent => ({
      kind: 'rating_removed',
      body: { metrics },
    });
    const state = foldAll(key, numbered([both, goneOf('ces')]));
    expect([isCounted(state), latest(state, 'csat')?.value, latest(state, 'ces')]).toEqual([true, 2, null]);
    expect(isCounted(foldAll(key, numbered([both, goneOf('ces'), goneOf('csat')])))).toBe(false);
    const again: NewEvent = { kind: 'rated', body: { ratings: [effort], isAlreadyRevised: false } };
    expect(latest(foldAll(key, numbered([both, goneOf('ces'), again])), 'ces')?.value).toBe(1);
  });

  it('opens one case however often it is told to', () => {
    const state = foldAll(key, numbered([rated(2), opened(), opened()]));
    expect(state.case?.openedAt).toBe(2_000);
    expect(state.ignored).toBe(1);
  });

  it('keeps a provisional case until the number is known', () => {
    expect(foldAll(key, numbered([rated(null), opened(true)])).case?.isProvisional).toBe(true);
    expect(foldAll(key, numbered([rated(null), opened(true), rated(2)])).case?.isProvisional).toBe(false);
  });

  it('leaves illegal moves out and counts them', () => {
    const state = foldAll(key, numbered([opened(), moved('closed'), moved('new')]));
    expect(state.case?.status).toBe('new');
    expect(state.ignored).toBe(2);
  });

  it('counts a reopened case as such', () => {
    const closed = moved('closed', { outcome: 'recovered', note: 'called' });
    const state = foldAll(
      key,
      numbered([opened(), closed, moved('in_progress', { note: 'wrote again' }), closed]),
    );
    expect(state.case).toMatchObject({
      status: 'closed',
      timesReopened: 1,
      outcome: 'recovered',
      closedAt: 4_000,
    });
  });

  it('keeps the number of a fact it cannot read, and says so', () => {
    const [first] = numbered([rated(2)]);
    const state: Feedback = foldAll(key, [first as Fact, { seq: 2, part: 0, unreadable: true }]);
    expect([state.rev, state.ignored]).toEqual([2, 1]);
  });

  it('flags facts that were changed after they were written', () => {
    const facts = numbered([rated(2)]).map((fact) => ({ ...fact, isEdited: true }));
    expect(foldAll(key, facts).edited).toBe(1);
  });
});
