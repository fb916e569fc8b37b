import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionRules } from '../../src/care/attribution.ts';
import {
  type Configuration,
  defaultConfiguration,
  parseConfiguration,
  type ScoreSource,
  scoreSourceKinds,
  setAsideRights,
} from '../../src/care/configuration.ts';
import { configurationOf, draftOf, problemsIn, targetsOf } from '../../src/care/configurationDraft.ts';
import { notedActs } from '../../src/care/moves.ts';
import { isReversed } from '../../src/care/orientation.ts';
import { ownOutcomes } from '../../src/care/outcome.ts';
import { outcomeDraftOf, restorableOutcomes } from '../../src/care/outcomeDraft.ts';
import { metrics } from '../../src/care/rating.ts';
import { settingText } from '../../src/care/settingText.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';

const headline = fc.string({ minLength: 1, maxLength: 120 }).map((text) => text.trim() || 'Name');
const pattern = fc
  .tuple(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }))
  .map(([before, after]) => `${before}{score}${after}`.trim())
  .filter((text) => text.split('{score}').length === 2);

const source: fc.Arbitrary<ScoreSource> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...scoreSourceKinds),
    metric: fc.constantFrom(...metrics),
    fieldId: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String),
    pattern,
    lowest: fc.constantFrom(0, 1),
    scale: fc.integer({ min: 2, max: 100 }),
    isLowerBetter: fc.boolean(),
    headline,
  })
  .map((made) => (made.kind === 'field' ? { ...made, pattern: null } : { ...made, fieldId: null }));

const sourcesOf = (longest: number) =>
  fc.uniqueArray(source, { selector: ({ fieldId, pattern: own }) => fieldId ?? own, maxLength: longest });

const saved: fc.Arbitrary<Configuration> = fc.record({
  version: fc.nat(),
  csatThreshold: fc.integer({ min: 1, max: 5 }),
  cesThreshold: fc.integer({ min: 1, max: 5 }),
  targetHours: fc.integer({ min: 4, max: 24 }),
  firstActionMinutes: fc.option(fc.integer({ min: 15, max: 240 })),
  schedule: fc.constantFrom(null, {
    id: '1',
    name: 'Office',
    timeZone: 'Europe/Berlin',
    intervals: [{ start: 1_980, end: 2_520 }],
    holidays: [{ name: 'New Year', from: '2027-01-01', to: '2027-01-01' }],
    readAt: 5,
  }),
  isForwardOnly: fc.boolean(),
  requiredNotes: fc.subarray([...notedActs]),
  outcomes: fc.constantFrom([...ownOutcomes], [{ id: 'x1', kind: 'recovered' as const, label: 'Voucher' }]),
  formerOutcomes: fc.constantFrom([], [{ id: 'x2', kind: 'not_ours' as const, label: 'Courier' }]),
  asksVoice: fc.boolean(),
  asksOwnMood: fc.boolean(),
  vipTags: fc.constantFrom([], ['vip']),
  vipOrganizations: fc.constantFrom([], ['7']),
  repeatDays: fc.integer({ min: 1, max: 365 }),
  mirror: fc.record({
    isOn: fc.boolean(),
    status: fc.constantFrom(null, '1'),
    bucket: fc.constantFrom(null, '2'),
    due: fc.constantFrom(null, '3'),
    score: fc.constantFrom(null, '4'),
  }),
  questions: fc.array(
    fc.record({
      id: fc.uuid(),
      metric: fc.constantFrom('csat', 'ces', null),
      scale: fc.constantFrom(2, 3, 5),
      headline: fc.string(),
      isLowerBetter: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  survey: fc.constantFrom('customizable', 'legacy', null),
  scoreSources: sourcesOf(4),
  formerSources: sourcesOf(2),
  attributionRule: fc.constantFrom(...attributionRules),
  setAsideBy: fc.constantFrom(...setAsideRights),
  casesSince: fc.option(fc.nat()),
  topics: fc.array(fc.string({ maxLength: 80 }), { maxLength: 3 }),
  leads: fc.constantFrom([], [{ groupId: '1', userIds: ['2', '3'] }]),
  otherLeads: fc.constantFrom([], ['4']),
  workflows: fc.constantFrom([], [newWorkflow('w1ab', 'rescue', 'Rescue', 3)]),
  pilot: fc.constantFrom({ groupIds: [], brandIds: [] }, { groupIds: ['1'], brandIds: ['2'] }),
  hidesAgents: fc.boolean(),
  customerValue: fc.constantFrom(null, { of: 'organization' as const, fieldKey: 'worth', unit: '€' }),
  huddleDays: fc.integer({ min: 1, max: 60 }),
  huddleNamesAgents: fc.boolean(),
  onSince: fc.constantFrom([], [{ workflow: 'w1ab', at: 5 }]),
  made: fc.constantFrom(
    [],
    [{ key: 'w1ab:now', kind: 'trigger' as const, id: '5', planned: 'a', found: 'b' }],
  ),
  leftAlone: fc.constantFrom([], [{ key: 'w1ab:now', found: 'b' }]),
  surveyReplaced: fc.constantFrom([], [{ kind: 'trigger' as const, id: '8' }]),
  digestFieldId: fc.constantFrom(null, '9'),
  keepMonths: fc.option(fc.integer({ min: 1, max: 120 })),
});

describe('a saved configuration', () => {
  it('reads back equal, whatever it holds', () => {
    fc.assert(
      fc.property(saved, (configuration) => {
        expect(parseConfiguration(settingText(undefined, configuration))).toEqual(configuration);
      }),
    );
  });

  it('comes out of the form as it went in', () => {
    fc.assert(
      fc.property(saved, (configuration) => {
        expect(problemsIn(draftOf(configuration))).toEqual({});
        const kept = ({ id }: ScoreSource) => configuration.scoreSources.every((own) => own.id !== id);
        const formerSources = configuration.formerSources.filter(kept);
        expect(configurationOf(draftOf(configuration), configuration)).toEqual({
          ...configuration,
          formerSources,
        });
      }),
    );
  });

  it('is never an error, whatever the setting holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        expect(parseConfiguration(anything).csatThreshold).toBeGreaterThan(0);
        const members = Object.keys(defaultConfiguration).map((member) => [member, json]);
        expect(parseConfiguration(JSON.stringify(Object.fromEntries(members))).targetHours).toBeGreaterThan(
          3,
        );
      }),
    );
  });

  it('from before there were score sources takes their defaults', () => {
    const old = JSON.stringify({ version: 4, csatThreshold: 2, questions: [] });
    expect(parseConfiguration(old)).toEqual({ ...defaultConfiguration, version: 4, csatThreshold: 2 });
  });
});

describe('what a newer version of the app wrote', () => {
  const own: ScoreSource = {
    id: 'own',
    kind: 'tag',
    metric: 'csat',
    fieldId: null,
    pattern: 'csat_{score}',
    lowest: 1,
    scale: 5,
    isLowerBetter: false,
    headline: 'Tag',
  };
  const newer = JSON.stringify({
    ...defaultConfiguration,
    wallboards: [{ name: 'Rescue' }],
    scoreSources: [
      { ...own, weight: 2 },
      { id: 'sms', kind: 'text_message', metric: 'csat' },
    ],
  });

  it('does not take the rest with it', () => {
    expect(parseConfiguration(newer).scoreSources).toEqual([own]);
  });

  it('is still there after this version saved', () => {
    const changed = { ...parseConfiguration(newer), csatThreshold: 4 };
    const written: unknown = JSON.parse(settingText(newer, changed));
    expect(written).toMatchObject({
      csatThreshold: 4,
      wallboards: [{ name: 'Rescue' }],
      scoreSources: [
        { id: 'own', weight: 2 },
        { id: 'sms', kind: 'text_message' },
      ],
    });
  });

  it('goes when an admin removes the source it belongs to', () => {
    const without = { ...parseConfiguration(newer), scoreSources: [] };
    expect(JSON.parse(settingText(newer, without)).scoreSources).toEqual([
      { id: 'sms', kind: 'text_message', metric: 'csat' },
    ]);
  });
});

describe('a source that is removed', () => {
  it('keeps its direction for what it recorded', () => {
    const lower: ScoreSource = {
      id: 'old',
      kind: 'field',
      metric: 'ces',
      fieldId: '7',
      pattern: null,
      lowest: 1,
      scale: 7,
      isLowerBetter: true,
      headline: 'Effort',
    };
    const basis = { ...defaultConfiguration, scoreSources: [lower] };
    const after = configurationOf({ ...draftOf(basis), scoreSources: [] }, basis);
    expect(after).toMatchObject({ scoreSources: [], formerSources: [lower] });
    expect(after && isReversed({ definition: 'old' }, after)).toBe(true);
  });
});

const outcome = (id: string, label: string) => ({ id, kind: 'recovered' as const, label });

describe('what is wrong in the form', () => {
  const draft = draftOf(defaultConfiguration);
  const blank = {
    id: 'a',
    metric: 'csat',
    fieldId: null,
    pattern: null,
    lowest: 1,
    scale: '5',
    isLowerBetter: false,
    headline: 'Name',
  } as const;

  it.each([
    [{ csatThreshold: '0' }, { csatThreshold: 'threshold_range' }],
    [{ cesThreshold: 'three' }, { cesThreshold: 'threshold_range' }],
    [{ targetHours: '' }, { targetHours: 'hours_range' }],
    [{ targetHours: '25' }, { targetHours: 'hours_range' }],
    [{ firstActionMinutes: '14' }, { firstActionMinutes: 'minutes_range' }],
    [{ firstActionMinutes: '241' }, { firstActionMinutes: 'minutes_range' }],
    [{ firstActionMinutes: '60.5' }, { firstActionMinutes: 'minutes_range' }],
    [{ firstActionMinutes: 'soon' }, { firstActionMinutes: 'minutes_range' }],
    [{ repeatDays: '0' }, { repeatDays: 'days_range' }],
    [{ repeatDays: '366' }, { repeatDays: 'days_range' }],
    [{ repeatDays: '' }, { repeatDays: 'days_range' }],
    [{ vipTags: 'x'.repeat(81) }, { vipTags: 'tag_long' }],
    [{ vipTags: Array.from({ length: 51 }, (_, index) => `t${index}`).join(' ') }, { vipTags: 'list_long' }],
    [{ vipOrganizations: '12, northwind' }, { vipOrganizations: 'organization_digits' }],
    [{ vipOrganizations: '1'.repeat(21) }, { vipOrganizations: 'organization_digits' }],
    [{ outcomes: [] }, { outcomes: 'outcomes_none' }],
    [{ outcomes: [outcome('x1', ' ')] }, { 'outcome:x1.label': 'outcome_missing' }],
    [{ outcomes: [outcome('x1', 'x'.repeat(61))] }, { 'outcome:x1.label': 'outcome_long' }],
    [
      { outcomes: [outcome('x1', 'Voucher'), outcome('x2', ' voucher ')] },
      { 'outcome:x1.label': 'outcome_twice', 'outcome:x2.label': 'outcome_twice' },
    ],
  ])('%j', (typed, problems) => {
    expect(problemsIn({ ...draft, ...typed })).toEqual(problems);
    expect(configurationOf({ ...draft, ...typed }, defaultConfiguration)).toBeNull();
  });

  it.each([
    [{ kind: 'field' }, { 'a.fieldId': 'field_missing' }],
    [{ kind: 'tag', pattern: ' ' }, { 'a.pattern': 'pattern_missing' }],
    [{ kind: 'tag', pattern: 'csat' }, { 'a.pattern': 'pattern_score' }],
    [{ kind: 'tag', pattern: '{score}{score}' }, { 'a.pattern': 'pattern_score' }],
    [{ kind: 'comment', pattern: `{score}${'x'.repeat(200)}` }, { 'a.pattern': 'pattern_long' }],
    [{ kind: 'tag', pattern: 'c_{score}', scale: '2.5' }, { 'a.scale': 'scale_range' }],
    [{ kind: 'tag', pattern: 'c_{score}', scale: '1' }, { 'a.scale': 'scale_range' }],
    [{ kind: 'tag', pattern: 'c_{score}', headline: ' ' }, { 'a.headline': 'headline_missing' }],
    [{ kind: 'tag', pattern: 'c_{score}', headline: 'x'.repeat(121) }, { 'a.headline': 'headline_long' }],
  ] as const)('%j', (typed, problems) => {
    expect(problemsIn({ ...draft, scoreSources: [{ ...blank, ...typed }] })).toEqual(problems);
  });

  it('is a place that is a source already, for the same measure', () => {
    const tag = { ...blank, kind: 'tag', pattern: 'c_{score}' } as const;
    const both = (second: object) =>
      problemsIn({ ...draft, scoreSources: [tag, { ...tag, id: 'b', ...second }] });
    expect(both({})).toMatchObject({ 'b.pattern': 'pattern_twice' });
    expect(both({ metric: 'ces' })).toEqual({});
  });
});

describe('numbers', () => {
  it('may be typed with a comma', () => {
    const draft = { ...draftOf(defaultConfiguration), csatThreshold: ' 3,5 ' };
    expect(configurationOf(draft, defaultConfiguration)?.csatThreshold).toBe(3.5);
  });
});

describe('what may be left empty', () => {
  const draft = draftOf(defaultConfiguration);
  it.each([
    [{ firstActionMinutes: ' ' }, { firstActionMinutes: null }],
    [
      { vipTags: ' , ', vipOrganizations: '' },
      { vipTags: [], vipOrganizations: [] },
    ],
  ])('%j is %j', (typed, expected) => {
    expect(configurationOf({ ...draft, ...typed }, defaultConfiguration)).toMatchObject(expected);
  });

  it('is the name of one of the app’s own outcomes: its words are the app’s', () => {
    const own = { id: 'no_contact', kind: 'no_contact' as const, label: '  ' };
    const after = configurationOf({ ...draft, outcomes: [own] }, defaultConfiguration);
    expect(after?.outcomes).toEqual([{ ...own, label: null }]);
  });
});

describe('words typed into one field', () => {
  it('are parted by spaces and commas, in small letters, each once', () => {
    const draft = { ...draftOf(defaultConfiguration), vipTags: 'VIP,  key_account;vip\nÄrger' };
    expect(configurationOf(draft, defaultConfiguration)?.vipTags).toEqual(['vip', 'key_account', 'ärger']);
  });
});

describe('outcomes left out', () => {
  const own = { id: 'x1', kind: 'recovered' as const, label: 'Voucher' };
  const old = { id: 'x0', kind: 'not_ours' as const, label: 'Courier' };
  const basis = { ...defaultConfiguration, outcomes: [...ownOutcomes, own], formerOutcomes: [old] };
  const draft = draftOf(basis);
  const without = (...ids: string[]) => draft.outcomes.filter(({ id }) => !ids.includes(id));

  it('stay known as former ones, once, under the name they had last', () => {
    const after = configurationOf({ ...draft, outcomes: without('x1') }, basis);
    expect(after?.formerOutcomes).toEqual([old, own]);
    const again = { ...basis, formerOutcomes: [old, { ...own, label: 'Gift' }] };
    expect(configurationOf({ ...draft, outcomes: without('x1') }, again)?.formerOutcomes).toEqual([old, own]);
  });

  it('can be taken back, and are no former ones then', () => {
    const removed = configurationOf({ ...draft, outcomes: without('x1', 'not_ours') }, basis) ?? basis;
    const offered = restorableOutcomes(draftOf(removed).outcomes, removed);
    expect(offered.map(({ id }) => id).sort()).toEqual(['not_ours', 'x0', 'x1']);
    const back = [...draftOf(removed).outcomes, outcomeDraftOf(own)];
    const after = configurationOf({ ...draftOf(removed), outcomes: back }, removed);
    expect(after?.outcomes.at(-1)).toEqual(own);
    expect(after?.formerOutcomes.map(({ id }) => id)).toEqual(['x0', 'not_ours']);
  });
});

describe('targets while they are typed', () => {
  it('count as before where what is typed is no target yet', () => {
    const draft = draftOf({ ...defaultConfiguration, targetHours: 8, firstActionMinutes: 30 });
    const before = { targetHours: 8, firstActionMinutes: 30, schedule: null };
    expect(targetsOf({ ...draft, targetHours: '1', firstActionMinutes: '1' }, before)).toEqual(before);
    const after = targetsOf({ ...draft, targetHours: '12', firstActionMinutes: '' }, before);
    expect(after).toEqual({ targetHours: 12, firstActionMinutes: null, schedule: null });
  });
});

describe('the setting as it is written', () => {
  it('keeps workflows only a newer version can read, and none that was taken away', () => {
    const [old, taken] = ['kept', 'gone'].map((id) => newWorkflow(id, 'rescue', id, 3));
    const newer = { ...newWorkflow('newr', 'rescue', 'Newer', 3), kind: 'forecast' };
    const before = JSON.stringify({ workflows: [old, newer, taken] });
    const known = parseConfiguration(before);
    const workflows = known.workflows.filter(({ id }) => id !== 'gone');
    const written = JSON.parse(settingText(before, { ...known, workflows }));
    expect(written.workflows.map(({ id }: { id: string }) => id)).toEqual(['kept', 'newr']);
  });
});
