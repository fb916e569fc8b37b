import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Configuration,
  defaultConfiguration,
  parseConfiguration,
} from '../../../src/care/configuration.ts';
import { rebased } from '../../../src/care/configurationChange.ts';
import { configurationOf, draftOf, problemsIn } from '../../../src/care/configurationDraft.ts';
import { buckets } from '../../../src/care/ledger.ts';
import {
  channels,
  hourRules,
  newWorkflow,
  suspectRules,
  type Workflow,
  workflowKinds,
} from '../../../src/care/workflows/workflow.ts';
import {
  type FormField,
  fieldsOf,
  problemsOfWorkflow,
  type WorkflowDraft,
  workflowDraftOf,
  workflowOf,
} from '../../../src/care/workflows/workflowDraft.ts';

const basis: Configuration = { ...defaultConfiguration };
const rescue = newWorkflow('aaaa', 'rescue', 'Low scores', 3);
const praise = newWorkflow('bbbb', 'praise', 'Praise', 3);
const recognition = {
  ...newWorkflow('cccc', 'recognition', 'Certain words', 3),
  when: { ...rescue.when, csatBelow: null, phrases: ['cancel my contract'] },
};

const draftWith = (part: Partial<WorkflowDraft>, of: Workflow = rescue): WorkflowDraft => ({
  ...workflowDraftOf(of),
  ...part,
});
const problemsWith = (part: Partial<WorkflowDraft>, of: Workflow = rescue) => {
  const draft = draftWith(part, of);
  return problemsOfWorkflow(draft, [draft]);
};

describe('a workflow while it is typed', () => {
  it('of each kind can be saved as it is offered, but for words nobody has said yet', () => {
    expect(problemsWith({})).toEqual({});
    expect(problemsWith({}, praise)).toEqual({});
    expect(problemsWith({}, newWorkflow('cccc', 'recognition', 'Words', 3))).toEqual({
      phrases: 'condition_none',
    });
  });

  it.each<[Partial<WorkflowDraft>, Record<string, string>]>([
    [{ name: ' ' }, { name: 'workflow_name_missing' }],
    [{ name: 'n'.repeat(61) }, { name: 'workflow_name_long' }],
    [{ csatBelow: '0.5' }, { csatBelow: 'score_range' }],
    [{ csatBelow: '2.3' }, { csatBelow: 'score_range' }],
    [{ csatBelow: 'two' }, { csatBelow: 'score_range' }],
    [{ csatBelow: '2,5' }, {}],
    [{ cesBelow: '6' }, { cesBelow: 'score_range' }],
    [{ csatBelow: '' }, { csatBelow: 'condition_none' }],
    [{ csatBelow: '', tags: 'vip' }, {}],
    [{ csatBelow: '', buckets: ['process'] }, {}],
    [{ tags: 'x'.repeat(81) }, { tags: 'words_long' }],
    [{ phrases: Array.from({ length: 21 }, (_, n) => `word ${n}`).join('\n') }, { phrases: 'words_over' }],
    [{ topics: Array.from({ length: 20 }, (_, n) => `topic ${n}`).join('\n') }, {}],
    [{ isLeads: false }, { recipients: 'recipients_none' }],
    [{ isLeads: false, userIds: ['7'] }, {}],
    [{ isLeads: false, toGroupId: '9' }, {}],
    [{ channel: 'webhook', isLeads: false }, { webhookId: 'webhook_missing' }],
    [{ channel: 'webhook', webhookId: '01F' }, {}],
    [{ channel: 'side_conversation' }, { slackWorkspaceId: 'side_missing', sideChannelId: 'side_missing' }],
    [{ channel: 'side_conversation', sideKind: 'msteams', sideChannelId: '19:x' }, {}],
    [{ remindAfter: '169' }, { remindAfter: 'remind_range' }],
    [{ remindAfter: '169', channel: 'in_app' }, {}],
    [{ budget: '0' }, { budget: 'budget_range' }],
    [{ budget: '2.5' }, { budget: 'budget_range' }],
  ])('%j has these problems: %j', (part, problems) => {
    expect(problemsWith(part)).toEqual(problems);
  });

  it('says when no score can be both below and at least', () => {
    const both = { csatBelow: '3', csatFrom: '3' };
    expect(problemsWith(both, recognition)).toEqual({ csatFrom: 'scores_apart' });
    expect(problemsWith({ ...both, csatFrom: '2' }, recognition)).toEqual({});
  });

  it('says when two have the same name, whatever the capitals', () => {
    const draft = draftOf({ ...basis, workflows: [rescue, { ...praise, name: 'LOW scores' }] });
    expect(problemsIn(draft)).toEqual({
      'workflow:aaaa.name': 'workflow_name_twice',
      'workflow:bbbb.name': 'workflow_name_twice',
    });
  });

  it('asks only what means something to its kind and channel', () => {
    const asked = (part: Partial<WorkflowDraft>, of: Workflow = rescue) => fieldsOf(draftWith(part, of));
    expect(asked({})).not.toContain('csatFrom');
    expect(asked({}, praise)).toEqual(['csatFrom', 'budget', 'recipients']);
    const onlyFor = (field: FormField) => channels.filter((channel) => asked({ channel }).includes(field));
    expect(onlyFor('webhookId')).toEqual(['webhook']);
    expect(onlyFor('sideTo')).toEqual(['side_conversation']);
    expect(onlyFor('isQuoting')).toEqual(['mail']);
    expect(onlyFor('recipients')).toEqual(['mail', 'in_app']);
    expect(onlyFor('remindAfter')).toEqual(['mail', 'webhook']);
    expect(onlyFor('isEager')).toEqual(['mail', 'webhook']);
    expect(asked({ csatBelow: '' })).not.toContain('isEager');
  });

  it('leaves out what its form does not ask, and keeps it while it is typed', () => {
    const draft = draftWith({ webhookId: '01F', isQuoting: true, remindAfter: '4', channel: 'in_app' });
    expect(workflowOf(draft)).toMatchObject({ webhookId: null, isQuoting: false, remindAfter: null });
    expect(workflowOf({ ...draft, channel: 'mail' })).toMatchObject({ isQuoting: true, remindAfter: 4 });
  });

  it('reads tags between spaces and commas, phrases by the line, each once', () => {
    const { when } = workflowOf(
      draftWith({ tags: 'VIP, late  vip', phrases: ' cancel it, now \n\ncancel it, now' }),
    );
    expect(when.tags).toEqual(['vip', 'late']);
    expect(when.phrases).toEqual(['cancel it, now']);
  });
});

const word = fc.stringMatching(/^[a-zäß][a-zäß ,.]{0,20}[a-zäß]$/);
const tag = fc.stringMatching(/^[a-z_]{1,20}$/);
const zendeskId = fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String);
const some = <T>(item: fc.Arbitrary<T>, maxLength = 5) => fc.uniqueArray(item, { maxLength });
const half = (low: number, high: number) => fc.integer({ min: low * 2, max: high * 2 }).map((n) => n / 2);

const typed: fc.Arbitrary<WorkflowDraft> = fc
  .record({
    kind: fc.constantFrom(...workflowKinds),
    channel: fc.constantFrom(...channels),
    isOn: fc.boolean(),
    below: fc.option(half(3, 5)),
    from: fc.option(half(1, 2.5)),
    ces: fc.option(half(1, 5)),
    isEager: fc.boolean(),
    buckets: fc.subarray([...buckets]),
    topics: some(word),
    tags: some(tag),
    phrases: some(word),
    groupIds: some(zendeskId),
    brandIds: some(zendeskId),
    suspects: fc.constantFrom(...suspectRules),
    isLeads: fc.boolean(),
    userIds: some(zendeskId),
    toGroupId: zendeskId,
    side: fc.constantFrom('slack' as const, 'msteams' as const),
    hours: fc.constantFrom(...hourRules),
    remindAfter: fc.option(fc.integer({ min: 1, max: 168 })),
    budget: fc.option(fc.integer({ min: 1, max: 100 })),
    isQuoting: fc.boolean(),
  })
  .map((made) => ({
    ...made,
    id: 'zzzz1',
    name: 'One',
    csatBelow: String(made.below ?? ''),
    csatFrom: String(made.from ?? ''),
    cesBelow: String(made.ces ?? ''),
    topics: made.topics.join('\n'),
    tags: ['always', ...made.tags].join(', '),
    phrases: made.phrases.join('\n'),
    webhookId: '01F',
    sideKind: made.side,
    slackWorkspaceId: 'T1',
    sideChannelId: 'C1',
    remindAfter: String(made.remindAfter ?? ''),
    budget: String(made.budget ?? ''),
  }));

describe('what is typed, saved and opened again', () => {
  it('is the same workflow, with nothing of it lost on the way through the setting', () => {
    fc.assert(
      fc.property(typed, (draft) => {
        expect(problemsOfWorkflow(draft, [draft])).toEqual({});
        const saved = configurationOf({ ...draftOf(basis), workflows: [draft] }, basis);
        const read = parseConfiguration(JSON.stringify(saved));
        expect(read.workflows).toEqual([workflowOf(draft)]);
        const again = configurationOf(draftOf(read), read);
        expect(again).toEqual(read);
        expect(draftOf(read)).toEqual(draftOf(parseConfiguration(JSON.stringify(again))));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps leads, pilot and months; groups without a lead are left out', () => {
    const draft = {
      ...draftOf(basis),
      leads: [
        { groupId: '1', userIds: ['7', '8'] },
        { groupId: '2', userIds: [] },
      ],
      otherLeads: ['9'],
      pilot: { groupIds: ['1'], brandIds: ['5'] },
      keepMonths: '12',
    };
    const saved = configurationOf(draft, basis);
    expect(saved).toMatchObject({
      leads: [{ groupId: '1', userIds: ['7', '8'] }],
      otherLeads: ['9'],
      pilot: { groupIds: ['1'], brandIds: ['5'] },
      keepMonths: 12,
    });
    expect(saved && draftOf(saved).keepMonths).toBe('12');
  });

  it.each([
    ['', null],
    ['120', 120],
    ['121', undefined],
    ['0', undefined],
    ['1.5', undefined],
  ])('months as typed, %j, are saved as %j', (keepMonths, expected) => {
    expect(configurationOf({ ...draftOf(basis), keepMonths }, basis)?.keepMonths).toBe(expected);
  });

  it('refuses a sixth', () => {
    const six = Array.from({ length: 6 }, (_, n) => ({ ...rescue, id: `aaaa${n}`, name: `Name ${n}` }));
    const draft = { ...draftOf(basis), workflows: six.map(workflowDraftOf) };
    expect(problemsIn(draft)).toEqual({ workflows: 'workflows_over' });
    expect(configurationOf(draft, basis)).toBeNull();
  });
});

describe('two admins at once', () => {
  const both = { ...basis, workflows: [rescue, praise], leads: [{ groupId: '1', userIds: ['7'] }] };

  it('each change their own workflow and group, and both count', () => {
    const mine = { ...both, workflows: [{ ...rescue, isOn: true }, praise] };
    const theirs = {
      ...both,
      version: 2,
      workflows: [rescue, { ...praise, name: 'Well done' }, recognition],
      leads: [...both.leads, { groupId: '2', userIds: ['8'] }],
    };
    const together = rebased(mine, both, theirs);
    expect(together.workflows).toEqual([
      { ...rescue, isOn: true },
      { ...praise, name: 'Well done' },
      recognition,
    ]);
    expect(together.leads).toEqual(theirs.leads);
  });

  it('what one removed stays removed, what one added is added to theirs', () => {
    const mine = { ...both, workflows: [praise, recognition], leads: [] };
    const theirs = { ...both, version: 2, workflows: [rescue, { ...praise, isOn: true }] };
    const together = rebased(mine, both, theirs);
    expect(together.workflows).toEqual([{ ...praise, isOn: true }, recognition]);
    expect(together.leads).toEqual([]);
  });

  it('who add five together and one more are told, and nothing is lost', () => {
    const named = (id: string) => ({ ...rescue, id, name: id });
    const before = { ...basis, workflows: ['aa01', 'aa02', 'aa03', 'aa04'].map(named) };
    const mine = { ...before, workflows: [...before.workflows, named('mine')] };
    const theirs = { ...before, workflows: [...before.workflows, named('them')] };
    const draft = draftOf(rebased(mine, before, theirs));
    expect(draft.workflows).toHaveLength(6);
    expect(problemsIn(draft)).toEqual({ workflows: 'workflows_over' });
  });
});
