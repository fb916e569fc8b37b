import { describe, expect, it } from 'vitest';
import { type Configuration, defaultConfiguration, type ScoreSource } from '../../src/care/configuration.ts';
import { changesBetween, parseChanges, rebased } from '../../src/care/configurationChange.ts';
import { ownOutcomes } from '../../src/care/outcome.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';

const source = (id: string, own: Partial<ScoreSource> = {}): ScoreSource => ({
  id,
  kind: 'tag',
  metric: 'csat',
  fieldId: null,
  pattern: `${id}_{score}`,
  lowest: 1,
  scale: 5,
  isLowerBetter: false,
  headline: id.toUpperCase(),
  ...own,
});
const having = (own: Partial<Configuration>): Configuration => ({ ...defaultConfiguration, ...own });
const question = { id: 'q', metric: 'ces' as const, scale: 5, headline: 'How easy?', isLowerBetter: false };

const schedule = {
  id: '1',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  intervals: [{ start: 1980, end: 2460 }],
  holidays: [{ name: 'New Year', from: '2027-01-01', to: '2027-01-01' }],
  readAt: 5,
};
const mirror = { isOn: true, status: '7', bucket: null, due: null, score: null };
const voucher = { id: 'x1', kind: 'recovered' as const, label: 'Voucher' };

const kinds = (before: Partial<Configuration>, after: Partial<Configuration>) =>
  changesBetween(having(before), having(after)).map(({ kind, id, member, from, to }) =>
    [kind, id ?? member, from, to].filter((part) => part !== null).join(' '),
  );

describe('what a version changed', () => {
  it.each([
    [{ csatThreshold: 3 }, { csatThreshold: 4 }, ['value csatThreshold 3 4']],
    [{ casesSince: null }, { casesSince: 5 }, ['value casesSince 5']],
    [{}, { scoreSources: [source('a')] }, ['source_added a CSAT 1-5, a_{score}']],
    [{ scoreSources: [source('a')] }, {}, ['source_removed a']],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { scale: 7 })] },
      ['source_changed a CSAT 1-5, a_{score} CSAT 1-7, a_{score}'],
    ],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { headline: 'New' })] },
      ['source_renamed a A'],
    ],
    [
      { scoreSources: [source('a')] },
      { scoreSources: [source('a', { isLowerBetter: true })] },
      ['direction a higher lower'],
    ],
    [
      { scoreSources: [source('a'), source('b')] },
      { scoreSources: [source('b'), source('a')] },
      ['sources_reordered'],
    ],
    [{ scoreSources: [source('a'), source('b')] }, { scoreSources: [source('b')] }, ['source_removed a']],
    [{ questions: [] }, { questions: [{ ...question, metric: null }] }, []],
    [{ questions: [{ ...question, metric: null }] }, { questions: [question] }, ['question_used q']],
    [{ questions: [question] }, { questions: [{ ...question, metric: null }] }, ['question_unused q']],
    [
      { questions: [question] },
      { questions: [{ ...question, isLowerBetter: true }] },
      ['direction q higher lower'],
    ],
    [{ questions: [question] }, { questions: [{ ...question, scale: 7 }] }, ['question_changed q']],
    [{ scoreSources: [source('a')] }, { scoreSources: [source('a')] }, []],
    [{}, { firstActionMinutes: 60 }, ['value firstActionMinutes 60']],
    [{}, { isForwardOnly: true }, ['value isForwardOnly false true']],
    [{}, { requiredNotes: [] }, ['value requiredNotes close, reopen']],
    [{}, { vipTags: ['vip', 'gold'] }, ['value vipTags vip, gold']],
    [{}, { schedule }, ['value schedule Office (Europe/Berlin)']],
    [{ schedule }, { schedule: null }, ['value schedule Office (Europe/Berlin)']],
    [{ schedule }, { schedule: { ...schedule, readAt: 9 } }, []],
    [{ schedule }, { schedule: { ...schedule, holidays: [] } }, ['schedule_renewed 1']],
    [
      { schedule },
      { schedule: { ...schedule, id: '2', timeZone: 'Europe/Paris' } },
      ['value schedule Office (Europe/Berlin) Office (Europe/Paris)'],
    ],
    [{ mirror }, { mirror: { ...mirror, isOn: false } }, ['value mirror true false']],
    [{ mirror }, { mirror: { ...mirror, due: '8' } }, ['mirror_fields #7 #7, #8']],
    [{}, { outcomes: [...ownOutcomes, voucher] }, ['outcome_added x1 recovered']],
    [{ outcomes: [...ownOutcomes, voucher] }, {}, ['outcome_removed x1']],
    [
      { outcomes: [voucher] },
      { outcomes: [{ ...voucher, label: 'Gift' }] },
      ['outcome_renamed x1 Voucher Gift'],
    ],
    [
      { outcomes: [voucher] },
      { outcomes: [{ ...voucher, kind: 'not_ours' as const }] },
      ['outcome_kind x1 recovered not_ours'],
    ],
    [{}, { outcomes: [...ownOutcomes].reverse() }, ['outcomes_reordered']],
    [{}, { outcomes: ownOutcomes.slice(1) }, ['outcome_removed recovered']],
  ])('%j → %j', (before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  const others: Configuration = {
    version: 2,
    csatThreshold: 2,
    cesThreshold: 2,
    targetHours: 8,
    firstActionMinutes: 60,
    schedule,
    isForwardOnly: true,
    requiredNotes: [],
    outcomes: [voucher],
    formerOutcomes: [...ownOutcomes],
    asksVoice: false,
    asksOwnMood: true,
    vipTags: ['vip'],
    vipOrganizations: ['7'],
    repeatDays: 30,
    mirror: { ...mirror, isOn: false },
    questions: [question],
    survey: 'legacy',
    scoreSources: [source('a')],
    formerSources: [source('b')],
    attributionRule: 'most_replies',
    setAsideBy: 'admins',
    casesSince: 5,
    topics: ['Login'],
    leads: [{ groupId: '1', userIds: ['2'] }],
    otherLeads: ['3'],
    workflows: [newWorkflow('w1ab', 'rescue', 'Rescue', 3)],
    pilot: { groupIds: ['1'], brandIds: [] },
    onSince: [{ workflow: 'w1ab', at: 5 }],
    made: [{ key: 'w1ab:now', kind: 'trigger', id: '5', planned: 'a', found: 'b' }],
    leftAlone: [{ key: 'w1ab:now', found: 'b' }],
    digestFieldId: '9',
    surveyReplaced: [{ kind: 'automation' as const, id: '1' }],
    keepMonths: 24,
    hidesAgents: true,
    customerValue: { of: 'user', fieldKey: 'worth', unit: '€ a year' },
    huddleDays: 7,
    huddleNamesAgents: true,
  };
  /** What follows from the others: the number, what is no longer offered or read, and what set-up remembers. */
  const silent = [
    'version',
    'formerOutcomes',
    'formerSources',
    'made',
    'onSince',
    'leftAlone',
    'surveyReplaced',
    'digestFieldId',
  ];
  const members = (Object.keys(defaultConfiguration) as (keyof Configuration)[]).filter(
    (member) => !silent.includes(member),
  );

  it.each(members)('is told of %s, whatever else stays', (member) => {
    const after = { ...defaultConfiguration, [member]: others[member] };
    expect(changesBetween(having({}), after)).not.toEqual([]);
  });

  it('reads back from its copy, without what nobody understands', () => {
    const changes = changesBetween(having({}), having({ csatThreshold: 4, scoreSources: [source('a')] }));
    const body: unknown = JSON.parse(
      JSON.stringify({ changes: [...changes, { kind: 'workflow_added' }, 7] }),
    );
    expect(parseChanges(body)).toEqual(changes);
    expect(parseChanges('{')).toEqual([]);
  });
});

describe('one’s own changes over somebody else’s', () => {
  it('leave alone what one did not touch', () => {
    const basis = having({ version: 2 });
    const mine = { ...basis, csatThreshold: 4 };
    const theirs = having({ version: 3, targetHours: 8, csatThreshold: 2 });
    expect(rebased(mine, basis, theirs)).toEqual({ ...theirs, csatThreshold: 4 });
  });

  it('leave alone the ticket fields set-up filled in meanwhile', () => {
    const basis = having({});
    const mine = { ...basis, mirror: { ...basis.mirror, isOn: false } };
    const theirs = having({ version: 2, mirror });
    expect(rebased(mine, basis, theirs).mirror).toEqual({ ...mirror, isOn: false });
  });
});
