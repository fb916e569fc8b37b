import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../src/care/configuration.ts';
import { type Case, emptyFeedback, type Feedback } from '../../src/care/feedback.ts';
import { fold } from '../../src/care/fold.ts';
import type { NewEvent } from '../../src/care/ledger.ts';
import {
  differences,
  hasMirror,
  isFrozen,
  isPast,
  isPraise,
  type MirrorValues,
  mirrorFields,
  wantedValues,
} from '../../src/care/mirror.ts';
import { reportOf } from '../../src/care/mirrorReport.ts';
import { ticketFieldPlans } from '../../src/care/setup/setup.ts';
import { rating, withRatings } from './ratings.ts';

const mirror = { isOn: true, status: '1', bucket: '2', due: '3', score: '4' };
const configuration: Configuration = { ...defaultConfiguration, mirror };
const due = Date.parse('2026-11-22T23:30:00Z');

const opened: NewEvent = {
  kind: 'case_opened',
  body: {
    rule: 'csat_below',
    threshold: 3,
    dueAt: due,
    soonAt: null,
    firstDueAt: null,
    isProvisional: false,
  },
};
const told = (...events: NewEvent[]): Feedback => plus(emptyFeedback('ticket:1'), ...events);
const plus = (state: Feedback, ...events: NewEvent[]) =>
  fold(
    state,
    events.map((event, index) => ({
      ...event,
      seq: state.rev + index + 1,
      part: 0,
      byId: '1',
      at: 1_000 * (state.rev + index + 1),
      operation: `op${state.rev + index}`,
      isEdited: false,
    })),
  );
const bad: NewEvent = { kind: 'rated', body: { ratings: [rating({ value: 2 })], isAlreadyRevised: false } };
const good: NewEvent = { kind: 'rated', body: { ratings: [rating({ value: 5 })], isAlreadyRevised: false } };
const bucket = (value: 'agent' | 'process' | null): NewEvent => ({
  kind: 'bucket_set',
  body: { bucket: value, topic: null, note: null },
});
const closed: NewEvent = {
  kind: 'case_moved',
  body: { to: 'closed', outcome: 'recovered', note: 'He has it now.' },
};
const setAside: NewEvent = { kind: 'set_aside', body: { reason: 'scanner', note: null } };
const suspected: NewEvent = { kind: 'suspected', body: { signs: ['no_comment'] } };

const empty: MirrorValues = { status: null, bucket: null, due: null, score: null };

describe('what a ticket should say', () => {
  it.each<[string, Feedback, Partial<MirrorValues>]>([
    ['nothing where nothing is known', told(), {}],
    ['a good score, and no case', told(good), { score: 5 }],
    [
      'a new case and the day it is due',
      told(bad, opened),
      { status: 'fl_status_new', due: '2026-11-22', score: 2 },
    ],
    [
      'a suspected rating as one to be checked',
      told(bad, opened, suspected),
      { status: 'fl_status_check_first', due: '2026-11-22', score: 2 },
    ],
    [
      'what it was about',
      told(bad, opened, bucket('process')),
      { status: 'fl_status_new', bucket: 'fl_bucket_process', due: '2026-11-22', score: 2 },
    ],
    ['nothing of a choice taken back', told(good, bucket('agent'), bucket(null)), { score: 5 }],
    [
      'no due day once the case is closed',
      told(bad, opened, closed),
      { status: 'fl_status_closed', score: 2 },
    ],
    ['no score of what was set aside', told(bad, opened, setAside), { status: 'fl_status_set_aside' }],
  ])('is %s', (_, feedback, wanted) => {
    expect(wantedValues(feedback, configuration)).toEqual({ ...empty, ...wanted });
  });

  it('puts other scales on 1-5, turned round where low is good, and makes no number of a bare bad', () => {
    const scoreOf = (one: Parameters<typeof rating>[0], more: Partial<Configuration> = {}) =>
      wantedValues(withRatings(rating(one)), { ...configuration, ...more }).score;
    expect(scoreOf({ value: 7, scale: 10, lowest: 0 })).toBe(3.8);
    const question = {
      id: 'q',
      metric: 'csat' as const,
      scale: 5,
      headline: 'How was it?',
      isLowerBetter: true,
    };
    expect(scoreOf({ value: 1, definition: 'q' }, { questions: [question] })).toBe(5);
    expect(scoreOf({ verdict: 'bad' })).toBeNull();
    expect(scoreOf({ metric: 'ces', value: 2 })).toBeNull();
  });

  it('takes the day from the schedule’s time zone, or else from UTC', () => {
    const schedule = { id: '1', name: 'Berlin', timeZone: 'Europe/Berlin', intervals: [], holidays: [] };
    const inBerlin = { ...configuration, schedule } as unknown as Configuration;
    expect(wantedValues(told(bad, opened), inBerlin).due).toBe('2026-11-23');
  });

  it('always says only what its fields offer', () => {
    const offered = ticketFieldPlans.flatMap(({ options = [] }) => options.map(({ value }) => value));
    const lanes = ['new', 'in_progress', 'closed'] as const;
    const states = lanes.map((status) => {
      const state = told(bad, opened);
      return { ...state, case: { ...(state.case as Case), status } };
    });
    const all = [...states, told(bad, setAside), told(bad, opened, suspected)];
    for (const state of all) expect(offered).toContain(wantedValues(state, configuration).status);
    expect(new Set(offered).size).toBe(offered.length);
    for (const value of offered) expect(value).toMatch(/^fl_(status|bucket)_/);
  });
});

const ticket = (values: Partial<Record<(typeof mirrorFields)[number], unknown>>, status = 'solved') => ({
  status,
  custom_fields: mirrorFields.map((name) => ({ id: mirror[name], value: values[name] ?? null })),
});
const wanted = wantedValues(told(bad, opened), configuration);

describe('what is written on a ticket', () => {
  it('is only what it does not say yet', () => {
    const said = ticket({ status: 'fl_status_new', score: 3 });
    expect(differences(said, wanted, mirror)).toEqual([
      { id: '3', value: '2026-11-22' },
      { id: '4', value: 2 },
    ]);
  });

  it('is nothing where numbers come as text and dates with a time', () => {
    const said = ticket({ status: 'fl_status_new', due: '2026-11-22T00:00:00Z', score: '2.0' });
    expect(differences(said, wanted, mirror)).toEqual([]);
    expect(differences(ticket({ bucket: '' }), empty, mirror)).toEqual([]);
  });

  it('is nothing while the mirror is off, or into fields the ticket does not have', () => {
    expect(differences(ticket({}), wanted, { ...mirror, isOn: false })).toEqual([]);
    expect(differences({ status: 'open', custom_fields: [] }, wanted, mirror)).toEqual([]);
    const none = { isOn: true, status: null, bucket: null, due: null, score: null };
    expect(differences(ticket({}), wanted, none)).toEqual([]);
    expect([hasMirror(none), hasMirror(mirror), hasMirror({ ...mirror, isOn: false })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is never anything on a closed or deleted ticket', () => {
    expect(
      ['new', 'open', 'solved', 'closed', 'deleted'].map((status) => isFrozen(ticket({}, status))),
    ).toEqual([false, false, false, true, true]);
  });

  it('can wait where neither ticket nor feedback speaks of a case', () => {
    const praise = wantedValues(told(good, bucket('agent')), configuration);
    expect(isPraise(ticket({}), praise, mirror)).toBe(true);
    expect(isPraise(ticket({ status: 'fl_status_new' }), praise, mirror)).toBe(false);
    expect(isPraise(ticket({}), wanted, mirror)).toBe(false);
  });

  it('leaves praise of before the app as it is, and takes up what somebody worked on', () => {
    const since = { ...configuration, casesSince: 10_000_000 };
    const old = withRatings(rating({ value: 5, answeredAt: 9_000_000 }));
    expect(isPast(old, since)).toBe(true);
    expect(isPast(old, configuration)).toBe(false);
    expect(isPast(plus(old, bucket('agent')), since)).toBe(false);
    expect(isPast(plus(old, opened), since)).toBe(false);
    expect(isPast(withRatings(rating({ value: 5, answeredAt: 10_000_000 })), since)).toBe(false);
  });

  it('makes the ticket say all that is wanted, whatever happened and whatever it said before', () => {
    const events = fc.array(
      fc.constantFrom<NewEvent>(
        bad,
        good,
        opened,
        closed,
        setAside,
        suspected,
        bucket('agent'),
        bucket(null),
        {
          kind: 'restored',
          body: {},
        },
      ),
      { maxLength: 12 },
    );
    const said = fc.record({
      status: fc.constantFrom(null, '', 'fl_status_new', 'fl_status_closed'),
      bucket: fc.constantFrom(null, 'fl_bucket_agent', 'fl_bucket_process'),
      due: fc.constantFrom(null, '2026-11-22', '2020-01-01'),
      score: fc.constantFrom(null, 0, 2, '5', '3.5'),
    });
    fc.assert(
      fc.property(events, said, (happened, before) => {
        const values = wantedValues(told(...happened), configuration);
        const { status, custom_fields: fields } = ticket(before);
        const written = differences({ status, custom_fields: fields }, values, mirror);
        const now = fields.map((field) => written.find(({ id }) => id === field.id) ?? field);
        expect(differences({ status, custom_fields: now }, values, mirror)).toEqual([]);
        for (const { id, value } of written)
          expect(fields.find((one) => one.id === id)?.value).not.toBe(value);
      }),
    );
  });
});

describe('what the tab reports', () => {
  it('counts tickets by why they were left', () => {
    expect(reportOf(['closed', 'gone', 'closed'], 1)).toEqual({
      closed: 2,
      gone: 1,
      refused: 0,
      forbidden: 0,
      unsaved: 1,
    });
  });
});
