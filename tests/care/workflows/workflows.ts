/** Workflows and accounts for tests of rules: what an account lists is what the emulated one says. */
import fc from 'fast-check';
import type { RuleAccount } from '../../../src/care/workflows/ruleAccount.ts';
import type { RuleDefinitions } from '../../../src/care/workflows/rulePlan.ts';
import type { MailWords } from '../../../src/care/workflows/ruleTexts.ts';
import { newWorkflow, type Workflow } from '../../../src/care/workflows/workflow.ts';
import { actionsOf } from '../../emulator/api/triggerActions.ts';
import { conditionsOf } from '../../emulator/api/triggerConditions.ts';
import { groupIds, personas } from '../../emulator/world/people.ts';
import type { World } from '../../emulator/world/world.ts';

export function definitionsOf(world: World): RuleDefinitions {
  const valuesOf = (values?: { value: string; title: string }[]) =>
    values?.map(({ value, title }) => ({ value, title })) ?? null;
  return {
    conditions: conditionsOf(world).map(({ subject, title, operators, values }) => ({
      subject,
      title,
      operators: operators.map(({ value }) => value),
      values: valuesOf(values),
    })),
    actions: actionsOf(world).map(({ subject, title, values }) => ({
      subject,
      title,
      operators: [],
      values: valuesOf(values),
    })),
  };
}

export const group = (name: keyof typeof groupIds) => String(groupIds[name]);
export const lead = String(personas.lead);
export const admin = String(personas.admin);
export const agent = String(personas.agent);

export const accountOf = (world: World, more: Partial<RuleAccount> = {}): RuleAccount => ({
  definitions: definitionsOf(world),
  survey: world.csat === 'legacy' ? 'legacy' : 'customizable',
  leads: [
    { groupId: group('billing'), userIds: [lead] },
    { groupId: group('technical'), userIds: [admin] },
    { groupId: group('returns'), userIds: [lead] },
  ],
  otherLeads: [agent],
  pilot: { groupIds: [], brandIds: [] },
  hasHours: true,
  digestFieldId: '360012000101',
  ...more,
});

export const words: MailWords = {
  subject: '{workflow}: ticket {{ticket.id}}',
  body: 'A bad rating: {{ticket.link}}',
  quote: 'They wrote: {{satisfaction.current_comment}}',
  reminderSubject: 'Nobody began: {{ticket.id}}',
  reminderBody: '{{ticket.link}}',
  digestSubject: '{workflow}: more than today’s share',
  digestBody: 'These wait:',
  praiseSubject: 'Praise',
  praiseBody: 'Thanked:',
};

type Given = Partial<Omit<Workflow, 'when' | 'to'>> & {
  when?: Partial<Workflow['when']>;
  to?: Partial<Workflow['to']>;
};

/** A rescue below 3 that asks for no check, switched on, to the leads by mail at any hour. */
export function workflowOf({ when, to, ...given }: Given = {}): Workflow {
  const plain = newWorkflow('resc', 'rescue', 'Rescue', 3);
  return {
    ...plain,
    isOn: true,
    ...given,
    when: { ...plain.when, suspects: 'any', ...when },
    to: { ...plain.to, ...to },
  };
}

const score = fc.option(fc.constantFrom(1, 1.5, 2, 3, 3.5, 4, 4.5, 5));
const hostile = fc.constantFrom(
  'cancel',
  'speak to a manager',
  '{{ticket.latest_comment}}',
  ' ',
  'ДОЛГО',
  '"quoted"',
);
const groupId = fc.constantFrom(...Object.values(groupIds).map(String), '999');
const brandId = fc.constantFrom('1', '2', '360000200001');
const userId = fc.constantFrom(...Object.values(personas).map(String), '31');
const few = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 4 });

/** Any workflow the configuration may hold, hostile names included. */
export const anyWorkflow: fc.Arbitrary<Workflow> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{4,12}$/),
  name: fc.oneof(
    fc.string({ minLength: 1, maxLength: 60 }),
    fc.constant('{{ticket.latest_comment}} {% if true %}'),
  ),
  kind: fc.constantFrom('rescue' as const, 'recognition' as const, 'praise' as const),
  isOn: fc.boolean(),
  when: fc.record({
    csatBelow: score,
    csatFrom: score,
    cesBelow: fc.option(fc.constantFrom(2, 3), { freq: 8 }),
    isEager: fc.boolean(),
    buckets: fc.constantFrom([], [], ['agent' as const]),
    topics: fc.constantFrom([], [], ['Login']),
    tags: few(fc.constantFrom('vip', 'two words', 'x'.repeat(80))),
    phrases: few(hostile),
    groupIds: few(groupId),
    brandIds: few(brandId),
    suspects: fc.constantFrom('any' as const, 'leave_out' as const, 'only' as const),
  }),
  to: fc.record({ isLeads: fc.boolean(), userIds: few(userId), groupId: fc.option(groupId) }),
  channel: fc.constantFrom(
    'mail' as const,
    'mail' as const,
    'webhook' as const,
    'in_app' as const,
    'side_conversation' as const,
  ),
  webhookId: fc.option(fc.constantFrom('01HOOK', 'gone')),
  sideTo: fc.constant(null),
  hours: fc.constantFrom('always' as const, 'schedule' as const),
  remindAfter: fc.option(fc.integer({ min: 1, max: 168 })),
  budget: fc.option(fc.integer({ min: 1, max: 100 })),
  isQuoting: fc.boolean(),
});

export const anyLeads = fc.record({
  leads: few(groupId).chain((ids) =>
    fc.tuple(...ids.map((id) => few(userId).map((userIds) => ({ groupId: id, userIds })))),
  ),
  otherLeads: few(userId),
  pilot: fc.record({ groupIds: few(groupId), brandIds: few(brandId) }),
  hasHours: fc.boolean(),
  digestFieldId: fc.constantFrom('360012000101', null),
});
