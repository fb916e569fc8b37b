import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration } from '../../../src/care/configuration.ts';
import { type ChecklistOptions, checklistOf } from '../../../src/care/setup/checklistOf.ts';
import type { Probe } from '../../../src/care/setup/probe.ts';
import { objectPlans, ticketFieldPlans } from '../../../src/care/setup/setup.ts';
import { needsDigest } from '../../../src/care/workflows/digestNeed.ts';
import type { RuleDefinition } from '../../../src/care/workflows/rulePlan.ts';
import { newWorkflow } from '../../../src/care/workflows/workflow.ts';

const condition = (subject: string, values: string[] = [], title = subject): RuleDefinition => ({
  subject,
  title,
  operators: ['is'],
  values: values.map((value) => ({ value, title: value })),
});
const definitionsWith = (...conditions: RuleDefinition[]): Probe['definitions'] => ({
  value: { conditions, actions: [] },
});
const csat = condition('satisfaction_score', ['good', 'bad']);
const hours = condition('in_business_hours', ['true', 'false']);
const fieldIds = { status: '11', bucket: '12', due: '13', score: '14' };
const fieldConditions = ticketFieldPlans.map(({ key, title, options = [] }) =>
  condition(
    `custom_fields_${fieldIds[key]}`,
    options.map(({ value }) => value),
    title,
  ),
);

/** An account with everything in it. */
const wholeProbe: Probe = {
  at: 1,
  calls: 8,
  objects: { value: objectPlans.map(({ key }) => key) },
  objectFields: Object.fromEntries(
    objectPlans.map(({ key, isNameUnique, fields }) => [
      key,
      {
        value: [
          { key: 'standard::name', isUnique: isNameUnique, options: [] },
          ...fields.map((field) => ({ key: field.key, isUnique: false, options: field.options ?? [] })),
        ],
      },
    ]),
  ),
  definitions: definitionsWith(csat, hours, ...fieldConditions),
  triggers: { value: { rules: [], isCut: false } },
  automations: { value: { rules: [], isCut: false } },
  views: { value: { rules: [], isCut: false } },
  roles: { value: [] },
  questions: null,
  hasLegacyCsat: null,
  schedules: null,
  sync: { at: 1, failure: null },
};
const wholeConfiguration: Configuration = {
  ...defaultConfiguration,
  casesSince: 1,
  survey: 'customizable',
  questions: [
    { id: 'a', metric: 'csat', scale: 5, headline: 'How was it?', isLowerBetter: false },
    { id: 'b', metric: 'ces', scale: 5, headline: 'How easy?', isLowerBetter: false },
  ],
  mirror: { isOn: true, ...fieldIds },
};

function told(probe: Partial<Probe> = {}, configuration: Partial<Configuration> = {}, timeZone = 'UTC') {
  const options: ChecklistOptions = {
    configuration: { ...wholeConfiguration, ...configuration },
    timeZone: timeZone || undefined,
    rules: { plans: [], problems: [] },
  };
  const items = checklistOf({ ...wholeProbe, ...probe }, options);
  return Object.fromEntries(
    items.map(({ id, state, why }) => [id, why === null ? state : `${state}: ${why}`]),
  );
}

describe('the checklist', () => {
  it('of an account where everything is there has nothing but what is in place', () => {
    expect(Object.values(told()).filter((said) => !said.startsWith('in_place'))).toEqual([]);
  });

  it.each<[string, Partial<Probe>, string, string]>([
    [
      'no custom objects, refused',
      { objects: { refused: 'forbidden' } },
      'custom_objects',
      'impossible: plan',
    ],
    [
      'no custom objects, unknown',
      { objects: { refused: 'notFound' } },
      'custom_objects',
      'impossible: plan',
    ],
    ['none of the objects', { objects: { value: [] } }, 'fl_event', 'missing'],
    [
      'names that are not unique',
      { objectFields: { ...wholeProbe.objectFields, fl_event: { value: [] } } },
      'fl_event',
      'missing: not_unique',
    ],
    [
      'a field less',
      { objectFields: { ...wholeProbe.objectFields, fl_doc: { value: [] } } },
      'fl_doc/body',
      'missing',
    ],
    ['fields that were not asked for', { objectFields: {} }, 'fl_doc', 'in_place: unread'],
    ['no CSAT', { definitions: definitionsWith(hours, ...fieldConditions) }, 'csat', 'impossible: csat_off'],
    [
      'no business hours',
      { definitions: definitionsWith(csat, ...fieldConditions) },
      'business_hours',
      'open: no_business_hours',
    ],
    [
      'a ticket field less',
      { definitions: definitionsWith(csat, hours) },
      'ticket_field:due',
      'changed: field_gone',
    ],
    [
      'a choice less',
      { definitions: definitionsWith(csat, hours, condition('custom_fields_11', ['fl_status_new'])) },
      'ticket_field:status',
      'changed: options_gone',
    ],
    ['definitions refused', { definitions: { refused: 'forbidden' } }, 'csat', 'in_place: csat_customizable'],
    [
      'a role without grants',
      {
        roles: {
          value: [
            {
              id: '5',
              name: 'Staff',
              grants: Object.fromEntries(
                objectPlans.map(({ key }) => [key, { mayRead: false, mayWrite: false }]),
              ),
            },
          ],
        },
      },
      'role:5',
      'open: no_grant',
    ],
    [
      'a role that may only look',
      {
        roles: {
          value: [{ id: '5', name: 'Staff', grants: { fl_event: { mayRead: true, mayWrite: false } } }],
        },
      },
      'role:5',
      'open: read_only',
    ],
    [
      'a role Zendesk says nothing of',
      { roles: { value: [{ id: '5', name: 'Staff', grants: { fl_event: null } }] } },
      'roles',
      'in_place: all_granted',
    ],
    ['roles refused', { roles: { refused: 'forbidden' } }, 'roles', 'in_place: everybody'],
    ['no schedule', { schedules: { value: [] } }, 'business_hours', 'in_place: calendar'],
    [
      'a schedule nobody chose',
      { schedules: { value: ['Nights'] } },
      'business_hours',
      'open: schedules_unused',
    ],
    ['a sync that fails', { sync: { at: 1, failure: 'forbidden' } }, 'sync', 'open: sync_failed'],
    ['a sync nobody began', { sync: { at: null, failure: null } }, 'sync', 'open: sync_never'],
    [
      'a survey of three steps',
      { questions: { value: [{ isCsat: true, scale: 3, headline: '' }] } },
      'csat_question',
      'open: other_scale',
    ],
    [
      'a survey that does not ask for effort',
      { questions: { value: [{ isCsat: true, scale: 5, headline: '' }] } },
      'ces_question',
      'open: no_ces_question',
    ],
  ])('of an account with %s says so', (_name, probe, id, said) => {
    expect(told(probe)[id]).toBe(said);
  });

  it.each<[string, Partial<Configuration>, string, string | undefined]>([
    [
      'the mirror off',
      { mirror: { ...wholeConfiguration.mirror, isOn: false } },
      'mirror',
      'open: mirror_off',
    ],
    [
      'a field left alone',
      { leftAlone: [{ key: 'ticket_field:due', found: '' }] },
      'ticket_field:due',
      'in_place',
    ],
    [
      'a field that set-up found switched off',
      { mirror: { ...wholeConfiguration.mirror, status: null } },
      'ticket_field:status',
      'open: field_off',
    ],
    ['legacy CSAT', { survey: 'legacy', questions: [] }, 'ces_question', undefined],
    [
      'a place where another survey leaves its score',
      {
        survey: null,
        scoreSources: [
          {
            id: 'x',
            kind: 'tag',
            metric: 'csat',
            fieldId: null,
            pattern: 'csat_{score}',
            lowest: 1,
            scale: 5,
            isLowerBetter: false,
            headline: '',
          },
        ],
      },
      'csat',
      'in_place: csat_on',
    ],
    ['good and bad', { survey: 'legacy', questions: [] }, 'csat', 'in_place: csat_legacy'],
    [
      'a digest to send',
      { workflows: [{ ...newWorkflow('abcd', 'praise', 'Praise', 3), isOn: true }] },
      'ticket_field:digest',
      'missing',
    ],
  ])('for settings with %s says so', (_name, configuration, id, said) => {
    expect(told({}, configuration)[id]).toBe(said);
  });

  it('says what a workflow needs that this account has not', () => {
    const workflows = [
      { ...newWorkflow('abcd', 'rescue', 'Rescue', 3), isOn: true, hours: 'schedule' as const },
    ];
    const definitions = definitionsWith(csat, ...fieldConditions);
    expect(told({ definitions }, { workflows }).business_hours).toBe('impossible: no_business_hours');
  });

  it('says where Zendesk does not tell the zone, and nothing of a sync nobody looked at', () => {
    expect(told({}, {}, '').time_zone).toBe('open: no_time_zone');
    expect(told({ sync: null }).sync).toBeUndefined();
  });

  it('names a problem with a workflow by the workflow, once for each', () => {
    const problem = { workflowId: 'abcd', workflowName: 'Rescue', code: 'unknown_group' };
    const items = checklistOf(wholeProbe, {
      configuration: wholeConfiguration,
      timeZone: 'UTC',
      rules: { plans: [], problems: ['1', '2'].map((id) => ({ ...problem, values: { id } })) },
    });
    const found = items.filter(({ state }) => state === 'impossible');
    expect(found.map(({ name, why, values }) => [name, why, values.id])).toEqual([
      ['Rescue', 'rule_unknown_group', '1'],
      ['Rescue', 'rule_unknown_group', '2'],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a field for digests', () => {
  const rescue = { ...newWorkflow('abcd', 'rescue', 'Rescue', 3), isOn: true };
  it.each([
    ['a workflow without a budget', rescue, false],
    ['a budget of mails', { ...rescue, budget: 5 }, true],
    ['a budget in the app alone', { ...rescue, budget: 5, channel: 'in_app' as const }, false],
    ['praise', { ...newWorkflow('abcd', 'praise', 'Praise', 3), isOn: true }, true],
    ['praise that is off', newWorkflow('abcd', 'praise', 'Praise', 3), false],
  ])('for %s: %#', (_name, workflow, isNeeded) => {
    expect(needsDigest({ workflows: [workflow] })).toBe(isNeeded);
  });
});
