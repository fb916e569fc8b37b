import { describe, expect, it } from 'vitest';
import {
  type FoundByKind,
  gonePrint,
  isOwn,
  type PlannedRule,
  plannedPrint,
  ruleStates,
} from '../../../src/care/setup/ruleState.ts';
import { madeOf, ruleSteps } from '../../../src/care/setup/ruleSteps.ts';
import { type FoundRule, printOf, type RulePlan } from '../../../src/care/workflows/rulePlan.ts';

const base: RulePlan = {
  key: 'abcd:now',
  kind: 'trigger',
  title: 'Feedback Loop: Rescue (now)',
  conditions: { all: [{ field: 'satisfaction_score', operator: 'is', value: 'bad' }], any: [] },
  actions: [{ field: 'current_tags', value: 'fl_abcd_sent' }],
};
const plan: PlannedRule = { ...base, print: plannedPrint(base) };
const found: FoundRule = { ...base, id: '7', isActive: true, usage: null };
const made = madeOf(plan, found);

const foundAs = (...rules: FoundRule[]): FoundByKind => ({
  trigger: { rules, isCut: false },
  automation: { rules: [], isCut: false },
  view: { rules: [], isCut: false },
});
const memory = { made: [made], leftAlone: [] };
const state = (...given: Parameters<typeof ruleStates>) =>
  ruleStates(...given).map((one) => (one.why === null ? one.state : `${one.state}: ${one.why}`));
const steps = (repair: string[], ...given: Parameters<typeof ruleStates>) =>
  ruleSteps(ruleStates(...given), repair).map(({ does, did }) => `${does}: ${did}`);

const edited: FoundRule = { ...found, actions: [] };
const renewed: PlannedRule = { ...plan, print: 'another' };
const view: PlannedRule = {
  ...plan,
  key: 'view:open',
  kind: 'view',
  title: 'Feedback Loop: open',
  actions: [],
};

describe('a rule that is wanted', () => {
  it.each<[string, string[], string[], Parameters<typeof ruleStates>]>([
    ['was never made', ['missing'], ['create: created'], [[plan], { made: [], leftAlone: [] }, foundAs()]],
    ['is as it was made', ['in_place'], [], [[plan], memory, foundAs(found)]],
    ['is wanted otherwise now', ['outdated'], ['update: renewed'], [[renewed], memory, foundAs(found)]],
    ['was edited', ['changed: edited'], [], [[plan], memory, foundAs(edited)]],
    ['was edited and is wanted otherwise', ['changed: edited'], [], [[renewed], memory, foundAs(edited)]],
    [
      'was switched off',
      ['changed: switched_off'],
      [],
      [[plan], memory, foundAs({ ...found, isActive: false })],
    ],
    ['was deleted', ['changed: removed'], [], [[plan], memory, foundAs()]],
    [
      'was left as somebody edited it',
      ['left: edited'],
      [],
      [[plan], { made: [made], leftAlone: [{ key: plan.key, found: printOf(edited) }] }, foundAs(edited)],
    ],
    [
      'was left as deleted',
      ['left: removed'],
      [],
      [[plan], { made: [made], leftAlone: [{ key: plan.key, found: gonePrint }] }, foundAs()],
    ],
    [
      'was left, and edited again',
      ['changed: edited'],
      [],
      [[plan], { made: [made], leftAlone: [{ key: plan.key, found: 'older' }] }, foundAs(edited)],
    ],
    [
      'was not among those that were read',
      ['in_place: unread'],
      [],
      [[plan], memory, { ...foundAs(), trigger: { rules: [], isCut: true } }],
    ],
    ['was not looked for', ['in_place: unread'], [], [[plan], memory, { ...foundAs(), trigger: null }]],
    [
      'was left by an interrupted run',
      ['missing'],
      ['keep: adopted'],
      [[plan], { made: [], leftAlone: [] }, foundAs(found)],
    ],
    [
      'was left half done by an interrupted run',
      ['missing'],
      ['update: adopted'],
      [[plan], { made: [], leftAlone: [] }, foundAs({ ...found, isActive: false })],
    ],
  ])('and %s', (_name, states, wanted, given) => {
    expect(state(...given)).toEqual(states);
    expect(steps([], ...given)).toEqual(wanted);
  });

  it('is repaired only when its own key is named, whether it was left or not', () => {
    const leftAlone = [{ key: plan.key, found: printOf(edited) }];
    expect(steps(['other'], [plan], memory, foundAs(edited))).toEqual([]);
    expect(steps([plan.key], [plan], memory, foundAs(edited))).toEqual(['update: repaired']);
    expect(steps([plan.key], [plan], { made: [made], leftAlone }, foundAs(edited))).toEqual([
      'update: repaired',
    ]);
    expect(steps([plan.key], [plan], memory, foundAs())).toEqual(['create: repaired']);
    expect(steps([plan.key], [plan], memory, foundAs(found))).toEqual([]);
  });
});

describe('a rule that is no longer wanted', () => {
  it('is taken away, also when somebody changed it, and after the new ones are there', () => {
    expect(state([], memory, foundAs(edited))).toEqual(['extra']);
    expect(steps([], [view], memory, foundAs(found))).toEqual(['create: created', 'remove: removed']);
  });

  it('is only forgotten where it is gone', () => {
    expect(steps([], [], memory, foundAs())).toEqual(['forget: null']);
  });

  it('stays where another part of the app keeps it', () => {
    const survey = { ...made, key: 'survey:on_solved' };
    expect(state([], { made: [survey], leftAlone: [] }, foundAs(found))).toEqual(['in_place']);
    expect(state([], { made: [survey], leftAlone: [] }, foundAs(edited))).toEqual(['changed: edited']);
    expect(steps(['survey:on_solved'], [], { made: [survey], leftAlone: [] }, foundAs(edited))).toEqual([]);
  });
});

describe('a rule of somebody else', () => {
  it.each([
    ['of another title', { ...found, title: 'Feedback Loop: Rescue' }],
    ['of the same title without our tag', { ...found, actions: [{ field: 'current_tags', value: 'sent' }] }],
    [
      'of the same title with another workflow’s tag',
      { ...found, actions: [{ field: 'current_tags', value: 'fl_wxyz_sent' }] },
    ],
    [
      'whose mail only speaks of our tag',
      { ...found, actions: [{ field: 'notification_user', value: ['1', 'fl_abcd_sent', ''] }] },
    ],
    ['of another kind', { ...found, kind: 'automation' as const }],
  ])('%s is never taken for ours', (_name, rule) => {
    expect(isOwn(plan, rule)).toBe(false);
    expect(steps([], [plan], { made: [], leftAlone: [] }, foundAs(rule))).toEqual(['create: created']);
  });

  it('that is a view has to be the very same', () => {
    const same: FoundRule = { ...view, id: '9', isActive: true, usage: null };
    expect(isOwn(view, same)).toBe(true);
    expect(isOwn(view, { ...same, conditions: { all: [], any: [] } })).toBe(false);
  });

  it('is not taken over where it is already remembered as another of ours', () => {
    const other: PlannedRule = { ...plan, key: 'abcd:now:2' };
    expect(steps([], [plan, other], memory, foundAs(found))).toEqual(['create: created']);
  });
});
