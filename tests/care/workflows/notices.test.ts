import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import type { Feedback } from '../../../src/care/feedback.ts';
import { mayHaveNotices } from '../../../src/care/workflows/noticed.ts';
import {
  merged,
  type Notice,
  type NoticeMemory,
  noMemory,
  noticesFor,
  parseMemory,
  snoozeEnd,
  standing,
  untold,
  withAcknowledged,
  withSnoozed,
  withTold,
} from '../../../src/care/workflows/notices.ts';
import { caseWith, feedbackWith } from '../queueRows.ts';
import { workflowOf } from './workflows.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string) => Date.parse(text);
/** A Wednesday, noon in Berlin. */
const now = at('2026-09-16T10:00:00Z');
const night = at('2026-09-16T22:30:00Z');

const office = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({
    start: (weekday * 24 + 8) * 60,
    end: (weekday * 24 + 17) * 60,
  })),
  holidays: [],
  readAt: 0,
};
const configuration: Configuration = {
  ...defaultConfiguration,
  leads: [{ groupId: '7', userIds: ['12'] }],
  otherLeads: ['9'],
  schedule: office,
  workflows: [
    workflowOf({ id: 'resc', name: 'Rescue' }),
    workflowOf({ id: 'word', name: 'Words', hours: 'schedule', to: { isLeads: false, userIds: ['30'] } }),
    workflowOf({ id: 'good', name: 'Praise', kind: 'praise' }),
  ],
};

type Alert = Feedback['alerts'][number];
const alert = (more: Partial<Alert> = {}): Alert => ({
  workflow: 'resc',
  how: 'handed',
  to: '12',
  at: now - hour,
  ...more,
});
const alerted = (id: number, more: Partial<Feedback> = {}): Feedback =>
  feedbackWith(id, { case: caseWith({}, now), alerts: [alert()], ...more });
const attributed = (groupId: string | null) => ({
  atSolve: '1',
  atSurvey: '1',
  atRating: '1',
  replies: null,
  groupId,
  isReassignedAfter: false,
});

const keysFor = (feedbacks: Feedback[], userId = '12') =>
  noticesFor(feedbacks, userId, configuration, now).map(({ key }) => key);

describe('whose alert it is', () => {
  it.each<[string, Partial<Feedback>, string, boolean]>([
    ['names them', {}, '12', true],
    ['names others', {}, '9', false],
    ['names them among others', { alerts: [alert({ to: '9 12 40' })] }, '12', true],
    ['names somebody whose id theirs is a part of', { alerts: [alert({ to: '120' })] }, '12', false],
    [
      'names nobody, in a group they lead',
      { alerts: [alert({ to: null })], attribution: attributed('7') },
      '12',
      true,
    ],
    [
      'names nobody, in a group nobody leads',
      { alerts: [alert({ to: null })], attribution: attributed('8') },
      '9',
      true,
    ],
    ['names nobody, in a group nobody knows', { alerts: [alert({ to: null })] }, '9', false],
    [
      'names nobody, by a workflow that goes to them',
      { alerts: [alert({ to: null, workflow: 'word' })] },
      '30',
      true,
    ],
    [
      'names nobody, by a workflow that is gone',
      { alerts: [alert({ to: null, workflow: 'gone' })] },
      '30',
      false,
    ],
  ])('an alert that %s', (_, feedback, userId, isTheirs) => {
    expect(keysFor([alerted(1, feedback)], userId)).toEqual(isTheirs ? ['ticket:1'] : []);
  });
});

describe('what waits for them', () => {
  it.each<[string, Partial<Feedback>, boolean]>([
    ['a case nobody has', {}, true],
    ['one given to them', { case: caseWith({ ownerId: '12' }, now) }, true],
    ['one they began', { case: caseWith({ ownerId: '12', status: 'in_progress' }, now) }, false],
    [
      'one they took',
      {
        case: caseWith({ ownerId: '12' }, now),
        lastAction: { kind: 'case_assigned', byId: '12', at: now },
      },
      false,
    ],
    ['one somebody else has', { case: caseWith({ ownerId: '9' }, now) }, false],
    ['a closed one', { case: caseWith({ status: 'closed', closedAt: now }, now) }, false],
    ['feedback without a case', { case: null }, true],
    [
      'what was set aside',
      { setAside: { reason: 'scanner', note: null, byId: '9', at: now } as Feedback['setAside'] },
      false,
    ],
    ['what went on as a ticket’s', { linkedTo: 'ticket:2' }, false],
    ['a deleted ticket', { ticket: { state: 'deleted', into: null, at: now } }, false],
    ['an alert of last week', { alerts: [alert({ at: now - 8 * day })] }, false],
    ['praise', { alerts: [alert({ workflow: 'good' })] }, false],
  ])('%s', (_, feedback, isThere) => {
    expect(keysFor([alerted(1, feedback)])).toEqual(isThere ? ['ticket:1'] : []);
  });

  it('is one entry a feedback, the newest alert first', () => {
    const twice = alerted(1, {
      alerts: [alert({ at: now - 3 * hour }), alert({ workflow: 'word', at: now - 2 * hour })],
    });
    const found = noticesFor([twice, alerted(2)], '12', configuration, now);
    expect(found.map(({ key, name }) => [key, name])).toEqual([
      ['ticket:2', 'Rescue'],
      ['ticket:1', 'Words'],
    ]);
  });

  it('is due when the first outreach is, where that has a time of its own', () => {
    const [notice] = noticesFor(
      [alerted(1, { case: caseWith({ firstDueAt: now + hour, openedAt: now - hour }, now) })],
      '12',
      configuration,
      now,
    );
    expect(notice).toMatchObject({ dueAt: now + hour, soonAt: now });
  });

  it('has no conversation’s key, which no address leads to', () => {
    expect(keysFor([{ ...alerted(1), key: 'conversation:5' }])).toEqual([]);
  });
});

const noticeOf = (key: string, more: Partial<Notice> = {}): Notice => ({
  key,
  ticketId: key.slice('ticket:'.length),
  at: now - hour,
  name: 'Rescue',
  hours: 'always',
  dueAt: now + hour,
  soonAt: now,
  ...more,
});
const one = noticeOf('ticket:1');
const fresh = (memory: NoticeMemory, when = now, notices = [one]) =>
  untold(notices, memory, configuration, when).map(({ key }) => key);
const there = (memory: NoticeMemory, when = now, notices = [one]) =>
  standing(notices, memory, configuration, when).map(({ key }) => key);

describe('quiet hours', () => {
  const quiet = [noticeOf('ticket:1', { hours: 'schedule' })];

  it('tell nothing new, and show it once they end', () => {
    expect([fresh(noMemory, night, quiet), there(noMemory, night, quiet)]).toEqual([[], []]);
    const morning = at('2026-09-17T06:00:00Z');
    expect(fresh(noMemory, morning, quiet)).toEqual(['ticket:1']);
  });

  it('leave what is there', () => {
    expect(there(withTold(noMemory, quiet), night, quiet)).toEqual(['ticket:1']);
  });

  it('hold back what comes back from a snooze', () => {
    const memory = withSnoozed(withTold(noMemory, quiet), quiet, night - hour);
    expect(there(memory, night, quiet)).toEqual([]);
  });
});

describe('what was said to a notice', () => {
  it('tells it once', () => {
    expect(fresh(noMemory)).toEqual(['ticket:1']);
    const memory = withTold(noMemory, [one]);
    expect([fresh(memory), there(memory)]).toEqual([[], ['ticket:1']]);
  });

  it('brings back what was snoozed, once', () => {
    const memory = withSnoozed(withTold(noMemory, [one]), [one], now + hour);
    expect([fresh(memory), there(memory)]).toEqual([[], []]);
    const later = now + hour;
    expect([fresh(memory, later), there(memory, later)]).toEqual([['ticket:1'], ['ticket:1']]);
    const again = withTold(memory, [one]);
    expect([fresh(again, later), there(again, later)]).toEqual([[], ['ticket:1']]);
  });

  it('says nothing of a later alert of the same feedback', () => {
    const memory = withAcknowledged(noMemory, [one]);
    expect(there(memory, now, [{ ...one, at: one.at + 1 }])).toEqual(['ticket:1']);
  });

  it('survives being kept, and what cannot be read counts as nothing', () => {
    const memory = withSnoozed(noMemory, [one], now + hour);
    expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    expect(parseMemory({ floor: 'x', marks: 3 })).toEqual(noMemory);
  });

  const someNotice = fc
    .record({ id: fc.integer({ min: 1, max: 9 }), back: fc.integer({ min: 0, max: 3 }) })
    .map(({ id, back }) => noticeOf(`ticket:${id}`, { at: now - back * hour }));
  const someAct = fc.record({
    notice: someNotice,
    act: fc.constantFrom('told', 'snoozed', 'acknowledged', 'merged', 'stale'),
  });

  it('never brings back what was acknowledged, whatever else is said, in whichever tab', () => {
    fc.assert(
      fc.property(fc.array(someAct), fc.array(someAct), someNotice, (before, after, notice) => {
        let memory = noMemory;
        const say = ({ notice: other, act }: (typeof before)[number]) => {
          const stale = withTold(noMemory, [other, notice]);
          if (act === 'told') memory = withTold(memory, [other]);
          if (act === 'snoozed') memory = withSnoozed(memory, [other], now - hour);
          if (act === 'acknowledged') memory = withAcknowledged(memory, [other]);
          if (act === 'merged') memory = merged(memory, stale);
          if (act === 'stale') memory = merged(stale, memory);
        };
        before.forEach(say);
        memory = withAcknowledged(memory, [notice]);
        for (const act of after) {
          say(act);
          expect(there(memory, now + 5 * day, [notice])).toEqual([]);
        }
      }),
    );
  });

  it('forgets no acknowledgement for want of room', () => {
    let memory = withAcknowledged(noMemory, [one]);
    const storm = Array.from({ length: 900 }, (_, id) => noticeOf(`ticket:${id + 2}`, { at: now + id }));
    memory = withTold(memory, storm);
    expect(memory.marks.length).toBeLessThanOrEqual(500);
    expect([fresh(memory), there(memory)]).toEqual([[], []]);
    expect(there(memory, now, storm.slice(-1))).toHaveLength(1);
  });
});

describe('a snooze', () => {
  const plain = { schedule: null };
  it.each<[string, Parameters<typeof snoozeEnd>, string]>([
    ['of an hour', ['hour', plain, 'UTC', now], '2026-09-16T11:00:00Z'],
    [
      'until tomorrow at nine where the person is',
      ['tomorrow', plain, 'America/New_York', now],
      '2026-09-17T13:00:00Z',
    ],
    [
      'at night: tomorrow is the day that follows there',
      ['tomorrow', plain, 'Europe/Berlin', night],
      '2026-09-18T07:00:00Z',
    ],
    [
      'over the night the clocks change',
      ['tomorrow', plain, 'Europe/Berlin', at('2026-10-24T10:00:00Z')],
      '2026-10-25T08:00:00Z',
    ],
    ['until business hours open', ['tomorrow', { schedule: office }, 'UTC', now], '2026-09-17T06:00:00Z'],
    ['over a weekend', ['tomorrow', { schedule: office }, 'UTC', now + 2 * day], '2026-09-21T06:00:00Z'],
    [
      'where a schedule never opens',
      ['tomorrow', { schedule: { ...office, intervals: [] } }, 'UTC', now],
      '2026-09-17T09:00:00Z',
    ],
  ])('%s', (_, given, end) => {
    expect(new Date(snoozeEnd(...given)).toISOString()).toBe(new Date(end).toISOString());
  });
});

describe('a place for alerts', () => {
  it.each([
    ['a lead', '12', true],
    ['whoever leads all other groups', '9', true],
    ['whom a workflow names', '30', true],
    ['anybody else', '31', false],
  ])('is kept for %s', (_, userId, isKept) => {
    expect(mayHaveNotices(configuration, userId)).toBe(isKept);
  });

  it('is kept for nobody while no workflow is on', () => {
    expect(mayHaveNotices({ ...configuration, workflows: [workflowOf({ isOn: false })] }, '12')).toBe(false);
  });
});
