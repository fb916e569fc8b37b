import { describe, expect, it } from 'vitest';
import {
  onSolvedPlan,
  onSolvedTitle,
  ownTrigger,
  sendersIn,
  slowSender,
} from '../../../src/care/setup/surveyDelivery.ts';
import type { FoundRule, RuleDefinitions } from '../../../src/care/workflows/rulePlan.ts';

const rule = (part: Partial<FoundRule>): FoundRule => ({
  id: '1',
  kind: 'automation',
  title: 'Ask',
  isActive: true,
  conditions: { all: [], any: [] },
  actions: [],
  usage: null,
  ...part,
});
const solvedFor = (value: string, operator = 'greater_than') => ({ field: 'SOLVED', operator, value });
const unoffered = { field: 'satisfaction_score', operator: 'is', value: 'unoffered' };
const offered = { field: 'satisfaction_score', value: 'offered' };
const mailed = {
  field: 'notification_user',
  value: ['requester_id', 'Hi', 'Rate: {{satisfaction.rating_section}}'],
};
const stock = rule({
  conditions: {
    all: [{ field: 'status', operator: 'less_than', value: 'closed' }, solvedFor('24', 'is'), unoffered],
    any: [],
  },
  actions: [mailed, offered],
});
const inChat = rule({
  id: '2',
  kind: 'trigger',
  conditions: { all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] },
  actions: [{ field: 'notification_messaging_csat', value: 'requester_id' }],
});

const any = { title: '', values: null, operators: ['is', 'is_not', 'includes', 'not_includes', 'value'] };
const definitions = (part: Partial<RuleDefinitions> = {}): RuleDefinitions => ({
  conditions: ['status', 'satisfaction_score', 'current_tags', 'organization_id', 'group_id'].map(
    (subject) => ({
      subject,
      ...any,
    }),
  ),
  actions: ['notification_user', 'satisfaction_score', 'current_tags'].map((subject) => ({
    subject,
    ...any,
    operators: [],
  })),
  ...part,
});
const mail = { subject: 'S', body: 'B {{satisfaction.rating_section}}' };
const [stockSender] = sendersIn([stock]);

describe('what sends the survey', () => {
  it.each([
    ['offering the rating', [offered]],
    ['a mail with the survey in it', [mailed]],
    [
      'a mail with the rating’s address',
      [{ field: 'notification_user', value: ['requester_id', '', '{{ satisfaction.rating_url }}'] }],
    ],
    ['a message in a conversation', [{ field: 'notification_messaging_csat', value: 'requester_id' }]],
    ['an action newer than this app', [{ field: 'notification_survey_v2', value: ['1'] }]],
  ])('is told by %s', (_, actions) => {
    expect(sendersIn([rule({ actions })])).toHaveLength(1);
  });

  it.each([
    [
      'a mail about a rating',
      [{ field: 'notification_user', value: ['9', '', '{{satisfaction.current_rating}}'] }],
    ],
    ['a field somebody called survey', [{ field: 'custom_fields_9', value: 'survey' }]],
    ['a tag', [{ field: 'current_tags', value: 'csat' }]],
  ])('is not %s', (_, actions) => {
    expect(sendersIn([rule({ actions })])).toEqual([]);
  });

  it.each([
    ['Zendesk’s own automation', stock, { hours: 24, isBusiness: false }],
    [
      'business hours',
      rule({ ...stock, conditions: { all: [solvedFor('8', 'greater_than_business_hours')], any: [] } }),
      { hours: 8, isBusiness: true },
    ],
    ['a trigger on Solved', inChat, { hours: 0, isBusiness: false }],
    [
      'a trigger on something else',
      rule({
        ...inChat,
        conditions: { all: [{ field: 'current_tags', operator: 'includes', value: 'ask' }], any: [] },
      }),
      null,
    ],
    [
      'an automation that waits for something else',
      rule({ ...stock, conditions: { all: [{ field: 'PENDING', operator: 'is', value: '3' }], any: [] } }),
      null,
    ],
  ])('says its delay: %s', (_, one, delay) => {
    expect(sendersIn([one])[0]?.delay).toEqual(delay);
  });

  it('tells the slowest that asks by mail, and never one that asks in conversations', () => {
    const later = rule({ id: '3', actions: [offered], conditions: { all: [solvedFor('48')], any: [] } });
    expect(slowSender(sendersIn([stock, inChat, later]))?.rule.id).toBe('3');
    expect(slowSender(sendersIn([inChat]))).toBeNull();
  });

  it('tells whether it looks if a customer was asked before', () => {
    expect(stockSender?.isOnce).toBe(true);
    expect(sendersIn([inChat])[0]?.isOnce).toBe(false);
  });
});

describe('the trigger that asks on Solved', () => {
  it('asks as the account asks today, once, at solving, and not where nobody is to be asked', () => {
    const offer = onSolvedPlan(stockSender ?? null, definitions(), mail);
    expect(offer?.plan).toEqual({
      key: 'survey:on_solved',
      kind: 'trigger',
      title: onSolvedTitle,
      conditions: {
        all: [
          { field: 'status', operator: 'value', value: 'solved' },
          unoffered,
          { field: 'current_tags', operator: 'not_includes', value: 'no_survey closed_by_merge fl_carrier' },
        ],
        any: [],
      },
      actions: [mailed, offered],
    });
    expect(offer?.lost).toEqual([]);
  });

  it('keeps the old rule’s exceptions, and names those a trigger cannot test', () => {
    const partner = { field: 'organization_id', operator: 'is_not', value: '7' };
    const spam = { field: 'current_tags', operator: 'not_includes', value: 'spam' };
    const odd = { field: 'ticket_form_id', operator: 'is_not', value: '3' };
    const [sender = null] = sendersIn([
      rule({ ...stock, conditions: { all: [...stock.conditions.all, partner, spam, odd], any: [] } }),
    ]);
    const offer = onSolvedPlan(sender, definitions(), mail);
    expect(offer?.plan.conditions.all).toEqual(expect.arrayContaining([partner, spam]));
    expect(offer?.lost).toEqual([odd]);
  });

  it('takes a list of alternatives whole or not at all', () => {
    const group = { field: 'group_id', operator: 'is', value: '7' };
    const odd = { field: 'ticket_form_id', operator: 'is', value: '3' };
    const [sender = null] = sendersIn([
      rule({ ...stock, conditions: { all: stock.conditions.all, any: [group, odd] } }),
    ]);
    const offer = onSolvedPlan(sender, definitions(), mail);
    expect(offer?.plan.conditions.any).toEqual([]);
    expect(offer?.lost).toEqual([group, odd]);
  });

  it('remembers by a tag whom it asked where triggers cannot see the rating', () => {
    const conditions = definitions().conditions.filter(({ subject }) => subject !== 'satisfaction_score');
    const plan = onSolvedPlan(stockSender ?? null, definitions({ conditions }), mail)?.plan;
    expect(plan?.conditions.all).toContainEqual({
      field: 'current_tags',
      operator: 'not_includes',
      value: 'no_survey closed_by_merge fl_carrier fl_asked',
    });
    expect(plan?.actions).toEqual([mailed, offered, { field: 'current_tags', value: 'fl_asked' }]);
  });

  it('where no rule tells how, mails the survey and offers the rating', () => {
    const actions = onSolvedPlan(null, definitions(), mail)?.plan.actions;
    expect(actions).toEqual([
      { field: 'notification_user', value: ['requester_id', mail.subject, mail.body] },
      offered,
    ]);
  });

  it('takes another action that asks where the account has no rating to offer', () => {
    const actions = [{ subject: 'notification_messaging_csat', ...any, operators: [] }];
    expect(onSolvedPlan(null, definitions({ actions }), mail)?.plan.actions).toEqual([
      { field: 'notification_messaging_csat', value: 'requester_id' },
    ]);
  });

  it('is not offered where triggers cannot ask', () => {
    expect(onSolvedPlan(stockSender ?? null, definitions({ actions: [] }), mail)).toBeNull();
  });

  it('is found again by its number, else by title and deed, never by title alone', () => {
    const own = rule({ id: '5', kind: 'trigger', title: onSolvedTitle, actions: [offered] });
    const alike = rule({ id: '6', kind: 'trigger', title: onSolvedTitle, actions: [] });
    expect(ownTrigger([alike, own], null)?.id).toBe('5');
    expect(ownTrigger([alike], null)).toBeNull();
    expect(ownTrigger([{ ...own, title: 'Renamed' }], '5')?.id).toBe('5');
  });
});
