import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileWorkflow, type Speed } from '../../../src/care/workflows/compileWorkflow.ts';
import type { RuleAccount } from '../../../src/care/workflows/ruleAccount.ts';
import type { RulePlan } from '../../../src/care/workflows/rulePlan.ts';
import { viewPlans } from '../../../src/care/workflows/viewPlans.ts';
import { type Workflow, workflowTags } from '../../../src/care/workflows/workflow.ts';
import { refuseUnfit } from '../../emulator/api/automationChecks.ts';
import { readAutomation } from '../../emulator/api/automationInput.ts';
import { readTrigger } from '../../emulator/api/triggerInput.ts';
import type { CsatGeneration } from '../../emulator/control.ts';
import { createWorld } from '../../emulator/world/createWorld.ts';
import type { World } from '../../emulator/world/world.ts';
import {
  accountOf,
  admin,
  agent,
  anyLeads,
  anyWorkflow,
  group,
  lead,
  words,
  workflowOf,
} from './workflows.ts';

const worldOf = (csat: CsatGeneration): World => {
  const world = createWorld({ csat, hasStory: false });
  world.csat = csat;
  return world;
};
const world = worldOf('survey');
const account = accountOf(world);
const compiled = (workflow: Workflow, more: Partial<RuleAccount> = {}) =>
  compileWorkflow(workflow, { ...account, ...more }, words);

const partOf = ({ key }: RulePlan) => key.split(':')[1];
const parts = (rules: readonly RulePlan[]) => rules.map(({ key }) => key.replace(/^resc:/, ''));
const rule = (rules: readonly RulePlan[], key: string): RulePlan => {
  const found = rules.find((one) => one.key === key);
  if (!found) throw new Error(`no rule ${key} in ${rules.map((one) => one.key).join(' ')}`);
  return found;
};
const said = (conditions: readonly { field: string; operator: string; value?: string }[]) =>
  conditions.map(({ field, operator, value }) =>
    [field, operator, ...(value === undefined ? [] : [value])].join(' '),
  );
const mailed = ({ actions }: RulePlan) =>
  actions.flatMap(({ field, value }) =>
    field.startsWith('notification_') ? [`${field.replace('notification_', '')} ${value[0]}`] : [],
  );
const tagged = ({ actions }: RulePlan) =>
  actions.flatMap(({ field, value }) => (field.endsWith('_tags') ? [`${field} ${value}`] : []));
const soon = (speeds: readonly Speed[]) =>
  speeds.map((speed) => {
    if (speed.code === 'app') return `app ${speed.why}${speed.isAll ? ' all' : ''}`;
    return 'hours' in speed ? `${speed.code} ${speed.hours}` : speed.code;
  });

describe('a rescue by mail at any hour', () => {
  const { rules, speeds, problems } = compiled(workflowOf());

  it('alerts the lead of the ticket’s group on every bad rating at once', () => {
    expect(parts(rules).filter((key) => key.startsWith('now'))).toEqual([
      `now:${group('billing')}:g${group('billing')}`,
      `now:${group('billing')}:g${group('returns')}`,
      `now:${group('technical')}`,
      'now:other',
    ]);
    expect(mailed(rule(rules, `resc:now:${group('technical')}`))).toEqual([`user ${admin}`]);
    expect(mailed(rule(rules, `resc:now:${group('billing')}:g${group('returns')}`))).toEqual([
      `user ${lead}`,
    ]);
    expect(mailed(rule(rules, 'resc:now:other'))).toEqual([`user ${agent}`]);
    expect(problems).toEqual([]);
  });

  it('fires on a change of the rating alone, once for ever', () => {
    const { conditions, ...others } = rule(rules, `resc:now:${group('technical')}`);
    expect(said(conditions.all)).toEqual([
      'current_tags not_includes fl_resc_sent',
      'satisfaction_score changed',
      `group_id is ${group('technical')}`,
    ]);
    expect(said(conditions.any)).toEqual([
      'satisfaction_score is bad',
      'satisfaction_score is bad_with_comment',
    ]);
    expect(tagged({ conditions, ...others })).toEqual([
      'current_tags fl_resc_sent',
      'remove_tags fl_resc_due fl_resc_wait',
    ]);
  });

  it('takes what an open app hands over, wherever the ticket is by then', () => {
    const { conditions } = rule(rules, `resc:handed:${group('billing')}`);
    expect(said(conditions.all)).toEqual([
      'current_tags includes fl_resc_due',
      'current_tags not_includes fl_resc_sent',
    ]);
    expect(said(conditions.any)).toEqual([
      `group_id is ${group('billing')}`,
      `group_id is ${group('returns')}`,
    ]);
    expect(said(rule(rules, 'resc:handed:other').conditions.all).slice(2)).toEqual([
      `group_id is_not ${group('billing')}`,
      `group_id is_not ${group('technical')}`,
      `group_id is_not ${group('returns')}`,
    ]);
  });

  it('says that it is at once, on what may be a 3, and that closed tickets need the app', () => {
    expect(soon(speeds)).toEqual(['at_once', 'eager', 'app closed']);
  });

  it('is told from others by its title', () => {
    expect(rule(rules, `resc:handed:${group('billing')}`).title).toBe(
      'Feedback Loop: Rescue (handed over, group Billing and 1 more, resc)',
    );
  });
});

describe('what Zendesk can see of a condition', () => {
  const wanted = (workflow: Workflow, more: Partial<RuleAccount> = {}) => {
    const { rules } = compiled(workflow, { leads: [], ...more });
    const now = rules.filter((one) => partOf(one) === 'now');
    return now.map(({ conditions: { all, any } }) =>
      [...said(all), ...said(any)]
        .filter((one) => !one.startsWith('current_tags not') && one !== 'satisfaction_score changed')
        .join(', '),
    );
  };
  const bad = 'satisfaction_score is bad, satisfaction_score is bad_with_comment';
  const good = 'satisfaction_score is good, satisfaction_score is good_with_comment';
  const legacy: Partial<RuleAccount> = { survey: 'legacy' };

  it.each<[string, Workflow, Partial<RuleAccount>, string[], string[]]>([
    ['below 3, eager', workflowOf(), {}, [bad], ['at_once', 'eager', 'app closed']],
    [
      'below 3, not eager',
      workflowOf({ when: { isEager: false } }),
      {},
      [],
      ['app number all', 'app closed'],
    ],
    ['below 4 is just bad', workflowOf({ when: { csatBelow: 4 } }), {}, [bad], ['at_once', 'app closed']],
    [
      'below 5 is bad, and the fours by the app',
      workflowOf({ when: { csatBelow: 5 } }),
      {},
      [bad],
      ['at_once', 'app number', 'app closed'],
    ],
    ['below 3 where ratings have no number', workflowOf(), legacy, [bad], ['at_once', 'app closed']],
    [
      'from 4',
      workflowOf({ kind: 'recognition', when: { csatBelow: null, csatFrom: 4 } }),
      {},
      [good],
      ['at_once', 'app closed'],
    ],
    [
      'from 5',
      workflowOf({ kind: 'recognition', when: { csatBelow: null, csatFrom: 5 } }),
      {},
      [],
      ['app number all', 'app closed'],
    ],
    [
      'from 5 where ratings have no number',
      workflowOf({ kind: 'recognition', when: { csatBelow: null, csatFrom: 5 } }),
      legacy,
      [good],
      ['at_once', 'app closed'],
    ],
    [
      'a rating no machine gave',
      workflowOf({ when: { suspects: 'leave_out' } }),
      {},
      ['satisfaction_score is bad_with_comment'],
      ['at_once', 'eager', 'app suspects', 'app closed'],
    ],
    [
      'suspected ratings only',
      workflowOf({ when: { suspects: 'only' } }),
      {},
      [],
      ['app suspects all', 'app closed'],
    ],
    [
      'effort, bucket and topic',
      workflowOf({ when: { cesBelow: 3, buckets: ['agent'], topics: ['Login'] } }),
      {},
      [],
      ['app ces all', 'app bucket all', 'app topic all', 'app closed'],
    ],
    [
      'words of the customer',
      workflowOf({
        kind: 'recognition',
        when: { csatBelow: null, phrases: ['cancel', 'Lawyer', 'a  manager'] },
      }),
      {},
      ['role is end_user, comment_includes_word includes cancel Lawyer, comment_includes_word is a manager'],
      ['at_once', 'app phrase_in_survey', 'app closed'],
    ],
    [
      'words beside a score',
      workflowOf({ when: { phrases: ['cancel'] } }),
      {},
      [],
      ['app phrase_in_survey all', 'app closed'],
    ],
    [
      'tags, one of which is enough, and a brand',
      workflowOf({ when: { csatBelow: 4, tags: ['vip', 'gold'], brandIds: ['7'] } }),
      {},
      [`current_tags includes vip gold, brand_id is 7, ${bad}`],
      ['at_once', 'app closed'],
    ],
  ])('%s', (_what, workflow, more, conditions, speeds) => {
    expect(wanted(workflow, more)).toEqual(conditions);
    expect(soon(compiled(workflow, more).speeds)).toEqual(speeds);
  });

  it('looks only where the pilot is', () => {
    const pilot = { groupIds: [group('vip'), group('billing')], brandIds: [] };
    expect(wanted(workflowOf({ when: { groupIds: [group('billing')] } }), { pilot })).toEqual([
      `group_id is ${group('billing')}, ${bad}`,
    ]);
  });
});

describe('a workflow that keeps business hours', () => {
  const { rules, speeds } = compiled(workflowOf({ hours: 'schedule', remindAfter: 4 }), { leads: [] });

  it('alerts in hours, marks what comes outside, and alerts of it by the hourly automation', () => {
    expect(parts(rules)).toEqual(['now:all', 'wait:all', 'handed:all', 'late:all', 'remind:all']);
    expect(said(rule(rules, 'resc:now:all').conditions.all)).toContain('in_business_hours is true');
    const wait = rule(rules, 'resc:wait:all');
    expect(said(wait.conditions.all)).toContain('in_business_hours is false');
    expect(wait.actions).toEqual([{ field: 'current_tags', value: 'fl_resc_wait' }]);
    expect(said(rule(rules, 'resc:late:all').conditions.all)).toEqual([
      'status less_than closed',
      'current_tags includes fl_resc_wait',
      'current_tags not_includes fl_resc_sent',
      'satisfaction_score is_not good',
      'satisfaction_score is_not good_with_comment',
      'updated_at greater_than_business_hours 1',
    ]);
    expect(soon(speeds)).toEqual(['in_hours', 'at_opening 1', 'eager', 'reminder 4', 'app closed']);
  });

  it('reminds once of what was alerted and nobody began', () => {
    const remind = rule(rules, 'resc:remind:all');
    expect(said(remind.conditions.all)).toEqual([
      'status less_than closed',
      'current_tags includes fl_resc_sent',
      'current_tags includes fl_status_new',
      'current_tags not_includes fl_resc_reminded',
      'updated_at greater_than_business_hours 4',
    ]);
    expect(tagged(remind)).toEqual(['current_tags fl_resc_reminded']);
  });

  it('leaves the alerting to the app where the account has no hours', () => {
    const none = compiled(workflowOf({ hours: 'schedule' }), { hasHours: false });
    expect(none.rules.map(partOf)).toEqual(['handed', 'handed', 'handed']);
    expect(soon(none.speeds)).toEqual(['app hours all', 'app closed']);
    expect(none.problems.map(({ code }) => code)).toEqual(['no_hours']);
  });
});

describe('a workflow with a budget', () => {
  const { rules, speeds } = compiled(workflowOf({ budget: 5 }), { leads: [] });

  it('lets everything wait for an open app, at the latest for the hourly automation', () => {
    expect(parts(rules)).toEqual(['wait:all', 'handed:all', 'late:all', 'digest:all']);
    expect(said(rule(rules, 'resc:late:all').conditions.all)).toContain('updated_at greater_than 1');
    expect(soon(speeds)).toEqual(['hourly', 'eager', 'app budget', 'app closed']);
  });

  it('mails the digest the app wrote on a ticket', () => {
    const { conditions, actions } = rule(rules, 'resc:digest:all');
    expect(said(conditions.all)).toEqual(['current_tags includes fl_resc_digest']);
    expect(actions).toEqual([
      { field: 'remove_tags', value: 'fl_resc_digest' },
      {
        field: 'notification_user',
        value: [
          agent,
          'Rescue: more than today’s share',
          'These wait:\n\n{{ticket.ticket_field_360012000101}}',
        ],
      },
    ]);
  });

  it('tells the digest apart from what needs the app for any alert at all', () => {
    const unseen = compiled(workflowOf({ budget: 5, when: { isEager: false } }));
    expect(soon(unseen.speeds)).toEqual(['app budget', 'app number all', 'app closed']);
  });

  it('says so where there is no field to hand a digest over in', () => {
    expect(compiled(workflowOf({ budget: 5 }), { digestFieldId: null }).problems).toEqual([
      { code: 'no_digest_field', values: {} },
    ]);
  });
});

describe('other channels', () => {
  it('calls a webhook once, with ids and nothing else', () => {
    world.webhooks.put({
      id: '01HOOK',
      name: 'Texts',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    } as never);
    const { rules } = compiled(workflowOf({ channel: 'webhook', webhookId: '01HOOK' }), {
      definitions: accountOf(world).definitions,
    });
    expect(parts(rules)).toEqual(['now:all', 'handed:all']);
    expect(rule(rules, 'resc:now:all').actions.at(-1)).toEqual({
      field: 'notification_webhook',
      value: ['01HOOK', '{"ticket_id":"{{ticket.id}}","workflow":"resc"}'],
    });
  });

  it('has no rules of its own for notices in the app, and a daily digest for praise', () => {
    const notices = compiled(workflowOf({ channel: 'in_app' }));
    expect(notices.rules).toEqual([]);
    expect(soon(notices.speeds)).toEqual(['app channel all', 'app closed']);
    const praise = compiled(workflowOf({ kind: 'praise', channel: 'in_app', when: { csatBelow: null } }), {
      leads: [],
    });
    expect(parts(praise.rules)).toEqual(['digest:all']);
  });
});

it('has no rule of its own for a group whose leads hear of all other groups as well', () => {
  const { rules } = compiled(workflowOf(), { leads: [{ groupId: group('vip'), userIds: [agent] }] });
  expect(parts(rules)).toEqual(['now:all', 'handed:all']);
});

it('tells rules for two groups of one name apart', () => {
  const conditions = account.definitions.conditions.map((one) => ({
    ...one,
    values: one.values?.map(({ value }) => ({ value, title: 'Support' })) ?? null,
  }));
  const apart = [
    { groupId: group('billing'), userIds: [lead] },
    { groupId: group('technical'), userIds: [admin] },
  ];
  const definitions = { ...account.definitions, conditions };
  const { rules } = compiled(workflowOf(), { definitions, leads: apart });
  expect(rules.length).toBe(6);
  expect(new Set(rules.map(({ title }) => title)).size).toBe(6);
});

it('is short enough for Zendesk, or left out', () => {
  const wordy = { ...words, body: 'x'.repeat(30_000) };
  const crowd = workflowOf({ to: { isLeads: false, userIds: [lead, admin, agent] } });
  const { rules, speeds, problems } = compileWorkflow(crowd, account, wordy);
  expect(rules).toEqual([]);
  expect(soon(speeds)).toEqual(['app account all', 'app closed']);
  expect(problems.map(({ code }) => code)).toEqual(['too_big', 'too_big']);
});

it('takes what a name could do to a mail out of it, and quotes where it may', () => {
  const name = 'CSAT <3 {{ticket.latest_comment}}\nBcc: x';
  const { rules } = compiled(workflowOf({ name, isQuoting: true }), { leads: [] });
  expect(rule(rules, 'resc:now:all').actions.at(-1)?.value).toEqual([
    agent,
    'CSAT ‹3 ticket.latest_comment Bcc: x: ticket {{ticket.id}}',
    'A bad rating: {{ticket.link}}\n\nThey wrote: {{satisfaction.current_comment}}',
  ]);
});

describe('what cannot be', () => {
  const codes = (workflow: Workflow, more: Partial<RuleAccount> = {}) =>
    compiled(workflow, more).problems.map(({ code, values }) => [code, ...Object.values(values)].join(' '));
  const without = accountOf(worldOf('none'));
  const odd = {
    ...account.definitions,
    conditions: account.definitions.conditions.map((one) =>
      one.subject === 'satisfaction_score' ? { ...one, values: [{ value: '1', title: '1' }] } : one,
    ),
  };

  const withoutCustomers = {
    ...account.definitions,
    conditions: account.definitions.conditions.map((one) =>
      one.subject === 'role' ? { ...one, values: [{ value: 'agent', title: 'Agent' }] } : one,
    ),
  };

  it.each<[string, Workflow, Partial<RuleAccount>, string[]]>([
    [
      'a value the account does not list',
      workflowOf({ when: { csatBelow: null, phrases: ['cancel'] } }),
      { definitions: withoutCustomers },
      ['unlisted role'],
    ],
    ['no CSAT', workflowOf(), without, ['no_csat']],
    ['ratings of another kind', workflowOf(), { definitions: odd }, ['score_unknown 1']],
    ['nobody leads', workflowOf(), { leads: [], otherLeads: [] }, ['no_recipient 0 1']],
    ['somebody who left', workflowOf({ to: { userIds: ['31'] } }), {}, ['unknown_person 31']],
    ['a group that is gone', workflowOf({ to: { groupId: '999' } }), {}, ['unknown_group 999']],
    ['no webhook chosen', workflowOf({ channel: 'webhook' }), {}, ['no_webhook']],
    ['nowhere in Slack', workflowOf({ channel: 'side_conversation' }), {}, ['no_side_target']],
    ['below 1', workflowOf({ when: { csatBelow: 1 } }), {}, ['never']],
    [
      'outside the pilot',
      workflowOf({ when: { groupIds: [group('vip')] } }),
      { pilot: { groupIds: [group('billing')], brandIds: [] } },
      ['never'],
    ],
  ])('is said: %s', (_what, workflow, more, expected) => {
    expect(codes(workflow, more)).toEqual(expected);
  });

  it('is said: more rules than an account should hold', () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(1000 + index));
    const known = <T extends { subject: string }>(one: T) =>
      one.subject === 'group_id' || one.subject === 'notification_user'
        ? { ...one, values: ids.map((id) => ({ value: id, title: id })) }
        : one;
    const definitions = {
      conditions: account.definitions.conditions.map(known),
      actions: account.definitions.actions.map(known),
    };
    const leads = ids.map((id) => ({ groupId: id, userIds: [id] }));
    const workflow = workflowOf({ when: { brandIds: ['1', '2', '3'] } });
    const { rules, speeds, problems } = compiled(workflow, { definitions, leads, otherLeads: [] });
    expect(problems).toContainEqual({ code: 'too_many_rules', values: { count: 120 } });
    expect(new Set(rules.map(partOf))).toEqual(new Set(['handed']));
    expect(soon(speeds)).toEqual(['app account all', 'app closed']);
  });
});

describe('any workflow on any account', () => {
  const worlds = (['survey', 'legacy', 'none'] as const).map(worldOf);
  const anything = fc.tuple(anyWorkflow, anyLeads, fc.constantFrom(...worlds));
  const forAny = (
    check: (found: ReturnType<typeof compileWorkflow>, workflow: Workflow, place: World) => void,
  ) =>
    fc.assert(
      fc.property(anything, ([workflow, more, place]) =>
        check(compileWorkflow(workflow, accountOf(place, more), words), workflow, place),
      ),
      { numRuns: 300 },
    );

  it('has only rules Zendesk takes', () => {
    forAny(({ rules }, _workflow, place) => {
      for (const { kind, title, conditions, actions } of rules) {
        const given = JSON.parse(JSON.stringify({ title, conditions, actions }));
        if (kind === 'trigger') readTrigger(place, given);
        else refuseUnfit(place, readAutomation(place, given), null);
        expect(title.length).toBeLessThanOrEqual(255);
      }
    });
  });

  it('alerts once for ever: what alerts asks for the absence of the tag it puts on', () => {
    forAny(({ rules }, workflow) => {
      const { sent, reminded } = workflowTags(workflow.id);
      for (const one of rules.filter((each) => mailed(each).length > 0 && partOf(each) !== 'digest')) {
        const tag = partOf(one) === 'remind' ? reminded : sent;
        expect(said(one.conditions.all)).toContain(`current_tags not_includes ${tag}`);
        expect(tagged(one)).toContain(`current_tags ${tag}`);
      }
    });
  });

  it('tells no word of a customer unless the workflow may quote', () => {
    forAny(({ rules }, { isQuoting }) => {
      const text = JSON.stringify(rules.map(({ title, actions }) => ({ title, actions })));
      const named = [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name);
      const known = ['ticket.id', 'ticket.link', 'ticket.ticket_field_360012000101'];
      const quoted = isQuoting ? ['satisfaction.current_comment'] : [];
      expect([...known, ...quoted]).toEqual(expect.arrayContaining(named));
      expect(text).not.toContain('{%');
    });
  });

  it('has keys and titles of its own, short enough to be kept, and the same ones each time', () => {
    forAny(({ rules }, workflow) => {
      expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length);
      for (const { key } of rules) expect(key.length).toBeLessThanOrEqual(80);
      for (const { key } of rules) expect(key.startsWith(`${workflow.id}:`)).toBe(true);
    });
    fc.assert(
      fc.property(anyWorkflow, anyLeads, (workflow, more) => {
        const once = compileWorkflow(workflow, accountOf(world, more), words);
        expect(compileWorkflow(structuredClone(workflow), accountOf(world, more), words)).toEqual(once);
      }),
    );
  });

  it('either fires by itself, or says that it needs the app, or that nobody would hear of it', () => {
    forAny(({ rules, speeds, problems }) => {
      if (speeds.length === 0) {
        expect(rules).toEqual([]);
        expect(problems.map(({ code }) => code)).toContain('no_recipient');
        return;
      }
      const isFiring = rules.some((one) => ['now', 'wait'].includes(partOf(one) ?? ''));
      expect(speeds.some(({ code }) => code === 'at_once' || code === 'in_hours' || code === 'hourly')).toBe(
        isFiring,
      );
      expect(speeds.some((speed) => speed.code === 'app' && speed.isAll)).toBe(!isFiring);
    });
  });
});

it('200 workflows of one name have no key and no title in common', () => {
  const rules = Array.from({ length: 200 }, (_, index) =>
    compiled(
      workflowOf({ id: `w${String(index).padStart(4, '0')}`, hours: 'schedule', budget: 3, remindAfter: 2 }),
    ),
  ).flatMap((one) => one.rules);
  expect(rules.length).toBeGreaterThan(2000);
  expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length);
  expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
});

it('views name one of the members Zendesk asks for', () => {
  for (const { conditions } of viewPlans)
    expect(conditions.all.some(({ field }) => ['status', 'type', 'group_id'].includes(field))).toBe(true);
});
