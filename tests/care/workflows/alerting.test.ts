import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { emptyFeedback, type Feedback, unbegun } from '../../../src/care/feedback.ts';
import type { Rating } from '../../../src/care/rating.ts';
import {
  type AlertContext,
  isQuiet,
  planAlerts,
  releaseAt,
  sentKey,
  startOfDay,
} from '../../../src/care/workflows/alerting.ts';
import { compileWorkflow } from '../../../src/care/workflows/compileWorkflow.ts';
import { type AlertSubject, judge } from '../../../src/care/workflows/judging.ts';
import { recipientsOf } from '../../../src/care/workflows/recipients.ts';
import type { Workflow } from '../../../src/care/workflows/workflow.ts';
import { createWorld } from '../../emulator/world/createWorld.ts';
import { rating } from '../ratings.ts';
import { accountOf, anyWorkflow, words, workflowOf } from './workflows.ts';

const hour = 3_600_000;
const minute = 60_000;
const at = (text: string) => Date.parse(text);
/** A Wednesday, noon in Berlin. */
const noon = at('2026-09-16T10:00:00Z');
const night = at('2026-09-16T22:30:00Z');

const office = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [1, 2, 3, 4, 5].map((weekday) => ({
    start: (weekday * 24 + 9) * 60,
    end: (weekday * 24 + 17) * 60,
  })),
  holidays: [{ name: 'Day off', from: '2026-09-17', to: '2026-09-17' }],
  readAt: 0,
};
const configuration: Configuration = {
  ...defaultConfiguration,
  survey: 'customizable',
  leads: [{ groupId: '7', userIds: ['12', '3'] }],
  otherLeads: ['9'],
  schedule: office,
};

const ofRatings = (key: string, ...ratings: Rating[]): Feedback => ({
  ...emptyFeedback(key),
  revisions: ratings.map((one) => ({ ...one, seenAt: noon })),
});
const csat = (value: number | null, more: Partial<Rating> = {}) =>
  rating({ value, scale: value === null ? null : 5, answeredAt: noon - hour, ...more });
const bad = csat(null, { verdict: 'bad' });
const good = csat(null, { verdict: 'good' });
const legacy: Configuration = { ...configuration, survey: 'legacy' };

interface Given {
  feedback?: Partial<Feedback>;
  ticket?: Partial<AlertSubject['ticket']>;
  text?: string;
}
function subject(ratings: Rating[], { feedback, ticket, text }: Given = {}): AlertSubject {
  return {
    feedback: { ...ofRatings('ticket:1', ...ratings), ...feedback },
    ticket: { id: '1', status: 'solved', groupId: '7', brandId: '2', tags: [], comment: null, ...ticket },
    ...(text !== undefined && { text }),
  };
}

const suspected = { suspicion: { signs: ['no_comment' as const], isConfirmed: false } };
const confirmed = { suspicion: { signs: ['no_comment' as const], isConfirmed: true } };
const below3 = workflowOf();
const sure = workflowOf({ when: { isEager: false } });
const from = (csatFrom: number) => workflowOf({ kind: 'recognition', when: { csatBelow: null, csatFrom } });
const praise = workflowOf({ kind: 'praise', channel: 'in_app', when: { csatBelow: null, csatFrom: 5 } });
const phrases = workflowOf({
  kind: 'recognition',
  when: { csatBelow: null, phrases: ['Cancel', 'a manager'] },
});
const buckets = workflowOf({ when: { csatBelow: null, buckets: ['process'] } });

describe('whether a feedback meets a workflow', () => {
  it.each<[string, Workflow, AlertSubject, string, Configuration?]>([
    ['2 of 5, below 3', below3, subject([csat(2)]), 'alert'],
    ['3 of 5 is not below 3', below3, subject([csat(3)]), 'no'],
    ['2 of 3 is a 3 of 5', below3, subject([csat(2, { scale: 3 })]), 'no'],
    ['a bad that may be a 3, eagerly', below3, subject([bad]), 'alert'],
    ['a bad that may be a 3, otherwise', sure, subject([bad]), 'not_yet'],
    ['a bad that can be no 3', sure, subject([bad]), 'alert', legacy],
    ['a good', below3, subject([good]), 'no'],
    ['a bad, below 1', workflowOf({ when: { csatBelow: 1 } }), subject([bad]), 'no'],
    [
      '5 of 5 where low is good',
      below3,
      subject([csat(5, { definition: 'q' })]),
      'alert',
      {
        ...configuration,
        questions: [{ id: 'q', metric: 'csat', scale: 5, headline: 'Well?', isLowerBetter: true }],
      },
    ],
    ['a good may be a 4, below 5', workflowOf({ when: { csatBelow: 5 } }), subject([good]), 'not_yet'],
    ['no rating', below3, subject([]), 'no'],
    ['a good, from 4', from(4), subject([good]), 'alert'],
    ['a good, from 5', from(5), subject([good]), 'not_yet'],
    ['a good, from 5, where that is all there is', from(5), subject([good]), 'alert', legacy],
    ['4 of 5, from 5', from(5), subject([csat(4)]), 'no'],
    ['a re-rating from 1 to 4', below3, subject([csat(1), csat(4)]), 'no'],
    [
      'hard effort',
      workflowOf({ when: { csatBelow: null, cesBelow: 3 } }),
      subject([csat(5), csat(2, { metric: 'ces', scale: 7 })]),
      'alert',
    ],
    [
      'effort on a scale where low is easy',
      workflowOf({ when: { csatBelow: null, cesBelow: 3 } }),
      subject([csat(2, { metric: 'ces', scale: 7, definition: 'q' })]),
      'no',
      {
        ...configuration,
        questions: [{ id: 'q', metric: 'ces', scale: 7, headline: 'Easy?', isLowerBetter: true }],
      },
    ],
    ['a bucket nobody chose yet', buckets, subject([csat(2)]), 'not_yet'],
    ['another bucket', buckets, subject([csat(2)], { feedback: { bucket: 'agent' } }), 'no'],
    ['the bucket', buckets, subject([csat(2)], { feedback: { bucket: 'process' } }), 'alert'],
    [
      'a topic, whatever its capitals',
      workflowOf({ when: { topics: ['Login page'] } }),
      subject([csat(2)], { feedback: { topic: 'login Page' } }),
      'alert',
    ],
    ['a phrase in the survey', phrases, subject([csat(4)], { ticket: { comment: 'I CANCEL now' } }), 'alert'],
    ['a phrase over two lines', phrases, subject([], { text: 'get me a\n  Manager!' }), 'alert'],
    ['no such phrase', phrases, subject([], { text: 'all well' }), 'no'],
    ['a conversation nobody read yet', phrases, subject([csat(2)]), 'not_yet'],
    [
      'suspected',
      workflowOf({ when: { suspects: 'leave_out' } }),
      subject([csat(1)], { feedback: suspected }),
      'not_yet',
    ],
    [
      'suspected and confirmed',
      workflowOf({ when: { suspects: 'leave_out' } }),
      subject([csat(1)], { feedback: confirmed }),
      'alert',
    ],
    ['suspected, of no matter', below3, subject([csat(1)], { feedback: suspected }), 'alert'],
    ['suspected alone', workflowOf({ when: { suspects: 'only' } }), subject([csat(1)]), 'no'],
    ['no tag', workflowOf({ when: { tags: ['vip', 'gold'] } }), subject([csat(1)]), 'no'],
    [
      'one of the tags',
      workflowOf({ when: { tags: ['vip', 'Gold'] } }),
      subject([csat(1)], { ticket: { tags: ['gold'] } }),
      'alert',
    ],
    ['another group', workflowOf({ when: { groupIds: ['8'] } }), subject([csat(1)]), 'no'],
    [
      'in no group',
      workflowOf({ when: { groupIds: ['7'] } }),
      subject([csat(1)], { ticket: { groupId: null } }),
      'no',
    ],
    ['the brand', workflowOf({ when: { brandIds: ['2'] } }), subject([csat(1)]), 'alert'],
    [
      'outside the pilot',
      below3,
      subject([csat(1)]),
      'no',
      { ...configuration, pilot: { groupIds: ['8'], brandIds: [] } },
    ],
    [
      'of before the workflow was switched on',
      below3,
      subject([csat(1)]),
      'no',
      { ...configuration, onSince: [{ workflow: below3.id, at: noon }] },
    ],
    [
      'of after it was',
      below3,
      subject([csat(1)]),
      'alert',
      { ...configuration, onSince: [{ workflow: below3.id, at: noon - 2 * hour }] },
    ],
    ['of before the app came', below3, subject([csat(1)]), 'no', { ...configuration, casesSince: noon }],
    [
      'set aside',
      below3,
      subject([csat(1)], { feedback: { setAside: { reason: 'test', note: null, byId: '1', at: noon } } }),
      'no',
    ],
    ['gone from its survey', below3, subject([csat(1)], { feedback: { removed: { csat: noon } } }), 'no'],
    ['gone on as a ticket’s', below3, subject([csat(1)], { feedback: { linkedTo: '5' } }), 'no'],
    [
      'of a deleted ticket',
      below3,
      subject([csat(1)], { feedback: { ticket: { state: 'deleted', into: null, at: noon } } }),
      'no',
    ],
    ['praise', praise, subject([csat(5)]), 'alert'],
    [
      'praise that is a 2',
      workflowOf({ kind: 'praise', when: { csatBelow: null } }),
      subject([csat(2)]),
      'no',
    ],
    [
      'easy, where nothing else was asked',
      workflowOf({ kind: 'praise', when: { csatBelow: null } }),
      subject([csat(7, { metric: 'ces', scale: 7 })]),
      'alert',
    ],
  ])('%s', (_what, workflow, about, expected, given = configuration) => {
    expect(judge(workflow, about, given)).toBe(expected);
  });

  it('never says no to what the workflow’s own trigger alerts about at once', () => {
    const account = accountOf(createWorld({ hasStory: false }));
    const open = { groupIds: [], brandIds: [], tags: [] };
    const verdict = fc.constantFrom('good' as const, 'bad' as const);
    const check = (workflow: Workflow, found: 'good' | 'bad', hasComment: boolean, isLegacy: boolean) => {
      const plain = { ...workflow, hours: 'always' as const, when: { ...workflow.when, ...open } };
      const survey = isLegacy ? ('legacy' as const) : ('customizable' as const);
      const { rules } = compileWorkflow(plain, { ...account, survey }, words);
      const says = hasComment ? `${found}_with_comment` : found;
      const isFired = rules.some(({ key, conditions }) => {
        const scores = [...conditions.all, ...conditions.any].filter(
          (one) => one.field === 'satisfaction_score',
        );
        const isScored = scores.some(({ operator, value }) => operator === 'is' && value === says);
        return /:(now|wait):/.test(key) && isScored;
      });
      const about = subject([found === 'good' ? good : bad], { feedback: hasComment ? {} : suspected });
      const verdictOfApp = judge(plain, about, { ...configuration, survey });
      if (isFired) expect(verdictOfApp).not.toBe('no');
      if (isFired && survey === 'legacy') expect(verdictOfApp).toBe('alert');
    };
    fc.assert(fc.property(anyWorkflow, verdict, fc.boolean(), fc.boolean(), check), { numRuns: 1000 });
  });
});

describe('who hears of it', () => {
  it('is whoever leads the ticket’s group, and whoever is named', () => {
    expect(recipientsOf(below3, '7', configuration)).toEqual({ userIds: ['3', '12'], groupId: null });
    expect(recipientsOf(below3, '8', configuration).userIds).toEqual(['9']);
    expect(recipientsOf(below3, null, configuration).userIds).toEqual(['9']);
    const named = workflowOf({ to: { isLeads: false, userIds: ['4'], groupId: '8' } });
    expect(recipientsOf(named, '7', configuration)).toEqual({ userIds: ['4'], groupId: '8' });
  });

  it('is the other groups’ leads where a group’s own list is empty', () => {
    const empty = { ...configuration, leads: [{ groupId: '7', userIds: [] }] };
    expect(recipientsOf(below3, '7', empty).userIds).toEqual(['9']);
  });
});

describe('quiet hours', () => {
  const keeping = workflowOf({ hours: 'schedule' });

  it('last until the schedule opens, holidays included', () => {
    expect(isQuiet(keeping, configuration, noon)).toBe(false);
    expect(isQuiet(keeping, configuration, night)).toBe(true);
    expect(releaseAt(keeping, configuration, night)).toBe(at('2026-09-18T07:00:00Z'));
    expect(releaseAt(keeping, configuration, noon)).toBe(noon);
  });

  it('begin at the very end of the hours', () => {
    expect(isQuiet(keeping, configuration, at('2026-09-16T14:59:59.999Z'))).toBe(false);
    expect(isQuiet(keeping, configuration, at('2026-09-16T15:00:00Z'))).toBe(true);
  });

  it('are none without a schedule, or where a workflow keeps none', () => {
    expect(isQuiet(below3, configuration, night)).toBe(false);
    expect(isQuiet(keeping, { schedule: null }, night)).toBe(false);
  });

  it('never end where the schedule never opens', () => {
    const shut = { schedule: { ...office, intervals: [] } };
    expect(isQuiet(keeping, shut, noon)).toBe(true);
    expect(releaseAt(keeping, shut, noon)).toBe(null);
  });
});

describe('what an open app does', () => {
  const context = (more: Partial<AlertContext> = {}): AlertContext => ({
    now: noon,
    configuration,
    sentToday: new Map(),
    ...more,
  });
  const said = (about: AlertSubject[], workflow: Workflow, more: Partial<AlertContext> = {}) =>
    planAlerts(about, [workflow], context(more)).map(
      ({ key, how, leadIds }) => `${key} ${how} ${leadIds.join(' ')}`,
    );
  const low = (given: Given = {}) => subject([csat(1)], given);
  const tagged = (...tags: string[]) => low({ ticket: { tags } });
  const told = { alerts: [{ workflow: 'resc', how: 'handed' as const, to: '3', at: noon }] };
  const opened = { ...unbegun, rule: 'csat_below' as const, threshold: 3, isProvisional: false };
  const done = {
    ...opened,
    status: 'closed' as const,
    openedAt: noon,
    dueAt: noon,
    soonAt: null,
    firstDueAt: null,
  };
  const keeping = workflowOf({ hours: 'schedule' });
  const inApp = workflowOf({ channel: 'in_app' });
  const side = workflowOf({ channel: 'side_conversation' });

  it.each<[string, Workflow, AlertSubject, string[], number?]>([
    ['hands an open ticket over to Zendesk', below3, low(), ['ticket:1 hand_over 3 12']],
    ['writes down what Zendesk’s rule did', below3, tagged('fl_resc_sent'), ['ticket:1 note_sent 3 12']],
    ['does nothing twice', below3, low({ feedback: told }), []],
    ['leaves alone what is on its way', below3, tagged('fl_resc_due'), []],
    ['leaves alone what does not meet it', below3, subject([csat(4)]), []],
    ['leaves alone what somebody closed', below3, low({ feedback: { case: done } }), []],
    ['leaves workflows alone that are off', workflowOf({ isOn: false }), low(), []],
    [
      'carries a closed ticket’s on a new one',
      below3,
      low({ ticket: { status: 'closed' } }),
      ['ticket:1 follow_up 3 12'],
    ],
    ['leaves deleted tickets alone', below3, low({ ticket: { status: 'deleted' } }), []],
    [
      'starts a side conversation',
      side,
      low({ ticket: { status: 'closed' } }),
      ['ticket:1 side_conversation 3 12'],
    ],
    ['tells inside the app', inApp, low(), ['ticket:1 in_app 3 12']],
    ['lets it wait at night', keeping, low(), ['ticket:1 wait 3 12'], night],
    ['lets it wait once', keeping, tagged('fl_resc_wait'), [], night],
    ['keeps a closed ticket for the morning', keeping, low({ ticket: { status: 'closed' } }), [], night],
    ['tells nobody in the app at night', { ...inApp, hours: 'schedule' }, low(), [], night],
    ['is faster than the hourly automation', keeping, tagged('fl_resc_wait'), ['ticket:1 hand_over 3 12']],
    ['writes down at night as well', keeping, tagged('fl_resc_sent'), ['ticket:1 note_sent 3 12'], night],
    ['alerts nobody where there is nobody', workflowOf({ to: { isLeads: false } }), low(), []],
    [
      'calls a webhook without people',
      workflowOf({ channel: 'webhook', to: { isLeads: false } }),
      low(),
      ['ticket:1 hand_over '],
    ],
  ])('%s', (_what, workflow, about, expected, now = noon) => {
    expect(said([about], workflow, { now })).toEqual(expected);
  });

  const many = (count: number, groupId = '7') =>
    Array.from({ length: count }, (_, index) => ({
      ...low({ ticket: { id: String(index + 1), groupId } }),
      feedback: ofRatings(`ticket:${index + 1}`, csat(1, { answeredAt: noon - (count - index) * minute })),
    }));
  const thrifty = workflowOf({ budget: 3 });

  it('sends so many a day to a lead, the oldest first, and the others as one digest', () => {
    const plans = planAlerts(many(200).reverse(), [thrifty], context());
    expect(plans.slice(0, 4).map(({ key, how }) => `${key} ${how}`)).toEqual([
      'ticket:1 hand_over',
      'ticket:2 hand_over',
      'ticket:3 hand_over',
      'ticket:4 digest',
    ]);
    expect(new Set(plans.slice(3).map(({ digest }) => digest))).toEqual(
      new Set(['digest:resc:3_12:2026-09-16T10']),
    );
    expect(plans).toHaveLength(200);
  });

  it('counts what was sent since the day began, for each lead and workflow', () => {
    const sentToday = new Map([[sentKey('resc', '12'), 3]]);
    expect(said(many(1), thrifty, { sentToday })).toEqual(['ticket:1 digest 3 12']);
    expect(said(many(1, '8'), thrifty, { sentToday })).toEqual(['ticket:1 hand_over 9']);
    expect(said(many(1), { ...thrifty, id: 'other' }, { sentToday })).toEqual(['ticket:1 hand_over 3 12']);
    expect([...sentToday]).toEqual([['resc:12', 3]]);
  });

  it('has another digest in the next hour, and a praise’s on the next day', () => {
    const lockOf = (workflow: Workflow, now: number) =>
      planAlerts(
        [subject([csat(workflow.kind === 'praise' ? 5 : 1)])],
        [workflow],
        context({ now, sentToday: new Map([[sentKey('resc', '3'), 9]]) }),
      )[0]?.digest;
    expect(lockOf(thrifty, noon + hour)).toBe('digest:resc:3_12:2026-09-16T11');
    expect(lockOf(praise, noon)).toBe('digest:resc:3_12:2026-09-16');
    expect(lockOf(praise, night)).toBe('digest:resc:3_12:2026-09-17');
  });

  it('names a crowd by a short print', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => String(361_000_000_000 + index));
    const [plan] = planAlerts(
      many(1),
      [{ ...thrifty, to: { isLeads: false, userIds: crowd, groupId: null } }],
      context({ sentToday: new Map([[sentKey('resc', crowd[0] ?? ''), 9]]) }),
    );
    expect(plan?.digest).toMatch(/^digest:resc:[0-9a-f]{16}:2026-09-16T10$/);
  });

  it('decides the same whatever the order, and about each feedback and workflow once', () => {
    const all = many(12);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 12 }), (shuffled) => {
        const plans = planAlerts(shuffled, [thrifty, { ...below3, id: 'second' }], context());
        expect(plans).toEqual(planAlerts(all, [thrifty, { ...below3, id: 'second' }], context()));
        expect(new Set(plans.map(({ key, workflow }) => `${key} ${workflow}`)).size).toBe(24);
      }),
    );
  });
});

describe('the day budgets count by', () => {
  it.each([
    ['2026-09-16T21:59:59Z', '2026-09-15T22:00:00Z'],
    ['2026-09-16T22:00:00Z', '2026-09-16T22:00:00Z'],
    ['2026-10-25T20:00:00Z', '2026-10-24T22:00:00Z'],
    ['2027-03-28T10:00:00Z', '2027-03-27T23:00:00Z'],
  ])('of %s began at %s in Berlin', (now, began) => {
    expect(startOfDay(configuration, at(now))).toBe(at(began));
  });

  it('is the calendar’s in UTC without a schedule', () => {
    expect(startOfDay({ schedule: null }, night)).toBe(at('2026-09-16T00:00:00Z'));
  });
});
