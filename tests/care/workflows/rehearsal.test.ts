/** What workflows would have done with past ratings: by table, and by what must hold of any of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { nothingSeen } from '../../../src/care/observation.ts';
import type { Schedule } from '../../../src/care/schedule.ts';
import { daysBetween } from '../../../src/care/workflows/listeners.ts';
import type { PastRating } from '../../../src/care/workflows/pastRating.ts';
import { offeredWorkflow, rehearse } from '../../../src/care/workflows/rehearsal.ts';
import { newWorkflow, type Workflow, type WorkflowKind } from '../../../src/care/workflows/workflow.ts';
import { rating } from '../ratings.ts';

const hour = 3_600_000;
/** A Tuesday. */
const noon = Date.parse('2026-11-03T12:00:00Z');

interface Given {
  csat?: number;
  ces?: number;
  verdict?: 'good' | 'bad';
  /** Hours after that noon. */
  after?: number;
  comment?: string;
  isFast?: boolean;
  group?: string | null;
  tags?: string[];
}

let made = 0;
function past({ csat, ces, verdict, after = 0, comment, isFast, group = '1', tags = [] }: Given): PastRating {
  const at = noon + after * hour;
  made += 1;
  const ratings = [
    ...(csat === undefined ? [] : [rating({ value: csat, answeredAt: at })]),
    ...(verdict === undefined ? [] : [rating({ verdict, source: 'legacy_ratings', answeredAt: at })]),
    ...(ces === undefined ? [] : [rating({ metric: 'ces', value: ces, answeredAt: at })]),
  ];
  const hasComment = comment !== undefined;
  const offeredAt = at - (isFast ? 5_000 : 2 * hour);
  return {
    ticketId: String(made),
    groupId: group,
    brandId: null,
    tags,
    at,
    isUndated: false,
    comment: comment ?? null,
    observation: {
      ...nothingSeen,
      sighting: { ratings, isAlreadyRevised: false },
      evidence: { answerTimes: [at], offeredAt, hasComment, isDomainKnown: false },
    },
  };
}

const account: Configuration = {
  ...defaultConfiguration,
  survey: 'customizable',
  leads: [{ groupId: '1', userIds: ['11'] }],
  otherLeads: ['12'],
};

type Own = Omit<Partial<Workflow>, 'when'> & { when?: Partial<Workflow['when']>; of?: WorkflowKind };
function workflow({ of = 'rescue', when, ...rest }: Own = {}): Workflow {
  const offered = newWorkflow('work', of, 'Work', 3);
  return { ...offered, ...rest, when: { ...offered.when, suspects: 'leave_out', ...when } };
}

function told(given: readonly Given[], own: Own = {}, configuration = account) {
  const [found] = rehearse(given.map(past), [workflow(own)], configuration, 'UTC').workflows;
  if (!found) throw new Error('no workflow');
  return found;
}

const weekdays: Schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'UTC',
  intervals: [1, 2, 3, 4, 5].map((day) => ({ start: day * 1440 + 9 * 60, end: day * 1440 + 17 * 60 })),
  holidays: [],
  readAt: 0,
};

describe('which ratings alert', () => {
  it.each<[string, Given, Own, Partial<ReturnType<typeof told>>]>([
    [
      'a number below, told in words: Zendesk alone',
      { csat: 2, comment: 'Bad' },
      {},
      { alerts: 1, needsApp: 0 },
    ],
    ['the same without a word: the app must look for scanners', { csat: 2 }, {}, { alerts: 1, needsApp: 1 }],
    [
      'the same where scanners do not matter',
      { csat: 2 },
      { when: { suspects: 'any' } },
      { alerts: 1, needsApp: 0 },
    ],
    [
      'a 3 with a comment: sent on bad, and false',
      { csat: 3, comment: 'So so' },
      {},
      { alerts: 1, turnedOut: 1, likelyFalse: 1 },
    ],
    [
      'a 3 where the number is waited for',
      { csat: 3, comment: 'So so' },
      { when: { isEager: false } },
      { alerts: 0 },
    ],
    [
      'a 2 where the number is waited for',
      { csat: 2, comment: 'Bad' },
      { when: { isEager: false } },
      { alerts: 1, needsApp: 1 },
    ],
    ['a scanner’s click: to be checked first', { csat: 1, isFast: true }, {}, { alerts: 0, toCheck: 1 }],
    [
      'a scanner’s click where that does not matter',
      { csat: 1, isFast: true },
      { when: { suspects: 'any' } },
      { alerts: 1, likelyFalse: 1 },
    ],
    [
      'only what looks like a scanner’s',
      { csat: 1, isFast: true },
      { when: { suspects: 'only' } },
      { alerts: 1, needsApp: 1, likelyFalse: 1 },
    ],
    [
      'effort alone',
      { csat: 5, ces: 1 },
      { when: { csatBelow: null, cesBelow: 3 } },
      { alerts: 1, needsApp: 1 },
    ],
    [
      'a phrase in the comment',
      { csat: 4, comment: 'I will CANCEL' },
      { of: 'recognition', when: { phrases: ['cancel'] } },
      { alerts: 1, needsApp: 1 },
    ],
    ['another group', { csat: 1 }, { when: { groupIds: ['2'] } }, { alerts: 0 }],
    ['a tag that is there', { csat: 1, tags: ['vip'] }, { when: { tags: ['vip'] } }, { alerts: 1 }],
    ['a tag that is not', { csat: 1 }, { when: { tags: ['vip'] } }, { alerts: 0 }],
    ['a notice in the app', { csat: 1, comment: 'Bad' }, { channel: 'in_app' }, { alerts: 1, needsApp: 1 }],
    [
      'a bucket nobody could foretell',
      { csat: 1 },
      { when: { buckets: ['process'] } },
      { alerts: 0, untold: ['bucket'] },
    ],
  ])('%s', (_, given, own, wanted) => {
    expect(told([given], own)).toMatchObject(wanted);
  });

  it('are all the bad ones where there is nothing but good and bad', () => {
    const legacy: Configuration = { ...account, survey: 'legacy' };
    const given: Given[] = [{ verdict: 'bad', comment: 'Bad' }, { verdict: 'good' }];
    expect(told(given, {}, legacy)).toMatchObject({ alerts: 1, turnedOut: 0, needsApp: 0 });
  });

  it('are those of the pilot, and cases open everywhere', () => {
    const pilot = { ...account, pilot: { groupIds: ['2'], brandIds: [] } };
    const ratings = [past({ csat: 1, group: '1' }), past({ csat: 1, group: '2' })];
    const found = rehearse(ratings, [workflow()], pilot, 'UTC');
    expect([found.workflows[0]?.alerts, found.cases]).toEqual([1, 2]);
  });

  it('are also those from before the app was there', () => {
    const since = { ...account, casesSince: noon + 1_000 * hour };
    expect(told([{ csat: 1 }], {}, since).alerts).toBe(1);
    expect(rehearse([past({ csat: 1 })], [], since, 'UTC').cases).toBe(1);
  });
});

describe('when they come', () => {
  it.each([
    ['19:59 is day', 7 + 59 / 60, 0],
    ['20:00 is night', 8, 1],
    ['06:59 is night', 18 + 59 / 60, 1],
    ['07:00 is day', 19, 0],
  ])('%s without a schedule', (_, after, atNight) => {
    expect(told([{ csat: 1, after }]).atNight).toBe(atNight);
  });

  it('goes by the clock of the zone', () => {
    const found = rehearse([past({ csat: 1, after: 8.5 })], [workflow()], account, 'America/New_York');
    expect(found.workflows[0]?.atNight).toBe(0);
    expect(found.night).toEqual({ schedule: null, timeZone: 'America/New_York' });
  });

  it('is night outside of the schedule, and held back where the workflow waits', () => {
    const office = { ...account, schedule: weekdays };
    // 18:00, and Saturday noon.
    const given = [
      { csat: 1, after: 6 },
      { csat: 1, after: 96 },
      { csat: 1, after: 0 },
    ];
    expect(told(given, {}, office)).toMatchObject({ alerts: 3, atNight: 2, held: 0 });
    const waiting = told(given, { hours: 'schedule' }, office);
    expect(waiting).toMatchObject({ alerts: 3, atNight: 0, held: 2 });
  });

  it('is told on the day it goes out', () => {
    const office = { ...account, schedule: weekdays };
    const given = [
      { csat: 1, after: 6 },
      { csat: 1, after: 22 },
    ];
    expect(told(given, {}, office).worst).toEqual({ day: '2026-11-03', count: 1 });
    expect(told(given, { hours: 'schedule' }, office).worst).toEqual({ day: '2026-11-04', count: 2 });
  });

  it('names the worst day, the earliest of equals', () => {
    const given = [0, 24, 25, 48, 49].map((after) => ({ csat: 1, after }));
    expect(told(given).worst).toEqual({ day: '2026-11-04', count: 2 });
    expect(told([]).worst).toBeNull();
  });
});

describe('who hears of it', () => {
  const listeners = (given: readonly Given[], own: Own = {}, configuration = account) =>
    rehearse(given.map(past), [workflow(own)], configuration, 'UTC').listeners;

  it('are the leads of the group, the leads of all other groups, and a group as a whole', () => {
    const to = { isLeads: true, userIds: [], groupId: '9' };
    const found = listeners([{ csat: 1 }, { csat: 1, after: 24 }, { csat: 1, group: '2' }], { to });
    expect(found.map(({ kind, id, total, days }) => [kind, id, total, days.length])).toEqual([
      ['group', '9', 3, 2],
      ['person', '11', 2, 2],
      ['person', '12', 1, 1],
    ]);
  });

  it('is nobody where nobody is named', () => {
    const alone = { ...account, leads: [], otherLeads: [] };
    expect(told([{ csat: 1 }], {}, alone).unheard).toBe(1);
    expect(listeners([{ csat: 1 }], {}, alone)).toEqual([]);
    expect(told([{ csat: 1 }], { channel: 'webhook' }, alone).unheard).toBe(0);
  });

  it('get what is beyond the day’s budget in digests', () => {
    const given = [0, 0.1, 0.2, 0.3, 2].map((after) => ({ csat: 1, after }));
    expect(told(given, { budget: 2 })).toMatchObject({ alerts: 5, digested: 3, digests: 2 });
    expect(told(given)).toMatchObject({ alerts: 5, digested: 0, digests: 0 });
    const twoDays = [0, 24].map((after) => ({ csat: 1, after }));
    expect(told(twoDays, { budget: 1 }).digested).toBe(0);
  });

  it('get praise once a day', () => {
    const given = [0, 1, 24].map((after) => ({ csat: 5, after, comment: 'Thank you' }));
    expect(told(given, { of: 'praise', hours: 'always' })).toMatchObject({
      alerts: 3,
      digests: 2,
      needsApp: 3,
    });
  });
});

it('every day has its place in the picture, also across a change of the clocks', () => {
  const [from, to] = [Date.parse('2026-10-23T22:30:00Z'), Date.parse('2026-10-26T23:30:00Z')];
  const days = daysBetween(from, to, 'Europe/Berlin');
  expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
});

describe('whatever the ratings', () => {
  const some = fc.array(
    fc.record({
      csat: fc.integer({ min: 1, max: 5 }),
      after: fc.integer({ min: 0, max: 500 }),
      isFast: fc.boolean(),
      group: fc.constantFrom('1', '2', null),
    }),
    { maxLength: 30 },
  );
  const suspects = fc.constantFrom('any' as const, 'leave_out' as const, 'only' as const);

  it('groups share the alerts out among them', () => {
    fc.assert(
      fc.property(some, suspects, (given, rule) => {
        const when = { suspects: rule };
        const parts = ['1', '2'].map((id) => told(given, { when: { ...when, groupIds: [id] } }).alerts);
        const none = given.filter(({ group }) => group === null);
        const rest = told(none, { when }).alerts;
        return parts.reduce((sum, one) => sum + one, rest) === told(given, { when }).alerts;
      }),
    );
  });

  it('no part is more than the whole, and more ratings never alert less', () => {
    fc.assert(
      fc.property(some, some, suspects, (given, more, rule) => {
        const one = told(given, { when: { suspects: rule } });
        const both = told([...given, ...more], { when: { suspects: rule } });
        const parts = [one.likelyFalse, one.turnedOut, one.atNight, one.held, one.needsApp, one.digested];
        return parts.every((part) => part <= one.alerts) && both.alerts >= one.alerts;
      }),
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(some, (given) => {
        const ratings = given.map(past);
        const run = (of: readonly PastRating[]) =>
          rehearse(of, [offeredWorkflow('Low scores', account)], account, 'UTC').workflows[0]?.alerts;
        return run(ratings) === run([...ratings].reverse());
      }),
    );
  });
});
