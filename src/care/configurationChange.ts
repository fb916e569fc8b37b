/** What one version of the configuration changed against the one before, free of words. */
import * as v from 'valibot';
import type { Configuration, Mirror, ScaleQuestion, ScoreSource } from './configuration.ts';
import { outcomeChanges } from './outcomeChange.ts';
import type { Schedule } from './schedule.ts';
import { differencesOf } from './scheduleCopy.ts';
import type { Workflow } from './workflows/workflow.ts';

/** Members that hold one value. */
export const plainMembers = [
  'csatThreshold',
  'cesThreshold',
  'targetHours',
  'firstActionMinutes',
  'isForwardOnly',
  'asksVoice',
  'asksOwnMood',
  'repeatDays',
  'attributionRule',
  'setAsideBy',
  'survey',
  'casesSince',
  'keepMonths',
  'hidesAgents',
  'huddleDays',
  'huddleNamesAgents',
] as const;
export type PlainMember = (typeof plainMembers)[number];

/** Members that hold a list of words; told as one text. */
export const listMembers = ['requiredNotes', 'vipTags', 'vipOrganizations', 'topics', 'otherLeads'] as const;
export type ListMember = (typeof listMembers)[number];

export const changeKinds = [
  'value',
  'source_added',
  'source_removed',
  'source_changed',
  'source_renamed',
  'sources_reordered',
  'direction',
  'question_used',
  'question_unused',
  'question_changed',
  'schedule_renewed',
  'mirror_fields',
  'outcome_added',
  'outcome_removed',
  'outcome_renamed',
  'outcome_kind',
  'outcomes_reordered',
  'leads',
  'pilot',
  'value_field',
  'workflow_added',
  'workflow_removed',
  'workflow_changed',
  'workflow_on',
  'workflow_off',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const text = v.nullable(v.string());
const change = v.object({
  kind: v.picklist(changeKinds),
  /** Of `value`: the member. */
  member: text,
  /** Of the others: the source's, question's, outcome's or schedule's id and the name screens give it. */
  id: text,
  name: text,
  /** Of `value`: as text, `null` for none. Of `direction`: `higher` or `lower`. Of sources: what they read.
   * Of outcomes: labels, or the kind they count as. Of `mirror_fields`, `leads` and `pilot`: ids. */
  from: text,
  to: text,
});
export type Change = v.InferOutput<typeof change>;

/** Those of a kept copy; what a newer version of the app wrote, or somebody by hand, is left out. */
export function parseChanges(body: unknown): Change[] {
  const read = v.safeParse(v.object({ changes: v.array(v.unknown()) }), body);
  return read.success ? read.output.changes.flatMap((given) => (v.is(change, given) ? [given] : [])) : [];
}

const blank = { member: null, id: null, name: null, from: null, to: null };

/** In the order a person would tell them: rules first, then what is read. */
export function changesBetween(before: Configuration, after: Configuration): Change[] {
  return [
    ...plainMembers.flatMap((member) => valueChange(member, before[member], after[member])),
    ...listMembers.flatMap((member) => valueChange(member, textOf(before[member]), textOf(after[member]))),
    ...scheduleChange(before.schedule, after.schedule),
    ...outcomeChanges(before.outcomes, after.outcomes).map((change) => ({ ...blank, ...change })),
    ...mirrorChanges(before.mirror, after.mirror),
    ...textChange('leads', leadsText(before), leadsText(after)),
    ...textChange('pilot', pilotText(before), pilotText(after)),
    ...textChange('value_field', valueText(before), valueText(after)),
    ...workflowChanges(before.workflows, after.workflows),
    ...after.questions.flatMap((question) => questionChanges(before.questions, question)),
    ...after.scoreSources.flatMap((source) => sourceChanges(before.scoreSources, source)),
    ...before.scoreSources
      .filter(({ id }) => !has(after.scoreSources, id))
      .map((source) => about('source_removed', source)),
    ...(isReordered(before.scoreSources, after.scoreSources)
      ? [{ ...blank, kind: 'sources_reordered' as const }]
      : []),
  ];
}

type Named = { id: string; headline: string };
const about = (kind: ChangeKind, { id, headline }: Named): Change => ({ ...blank, kind, id, name: headline });

type Plain = string | number | boolean | null;

function valueChange(
  member: PlainMember | ListMember | 'schedule' | 'mirror',
  from: Plain,
  to: Plain,
): Change[] {
  const said = (value: Plain) => (value === null ? null : String(value));
  return from === to ? [] : [{ ...blank, kind: 'value', member, from: said(from), to: said(to) }];
}

const textOf = (items: readonly string[]) => items.join(', ') || null;

/** Another one, or a new copy of the same. */
function scheduleChange(from: Schedule | null, to: Schedule | null): Change[] {
  if (from?.id !== to?.id) return valueChange('schedule', nameOf(from), nameOf(to));
  if (!from || !to || differencesOf(from, to).length === 0) return [];
  return [{ ...blank, kind: 'schedule_renewed', id: to.id, name: to.name }];
}

/** Two may have the same name in other zones. */
const nameOf = (schedule: Schedule | null) => schedule && `${schedule.name} (${schedule.timeZone})`;

function mirrorChanges({ isOn: wasOn, ...before }: Mirror, { isOn, ...after }: Mirror): Change[] {
  const fields = (of: typeof after) => textOf(Object.values(of).flatMap((id) => (id ? [`#${id}`] : [])));
  const [from, to] = [fields(before), fields(after)];
  return [
    ...valueChange('mirror', wasOn, isOn),
    ...(from === to ? [] : [{ ...blank, kind: 'mirror_fields' as const, from, to }]),
  ];
}

const textChange = (
  kind: 'leads' | 'pilot' | 'value_field',
  from: string | null,
  to: string | null,
): Change[] => (from === to ? [] : [{ ...blank, kind, from, to }]);

const leadsText = ({ leads }: Configuration) =>
  textOf(leads.map(({ groupId, userIds }) => `#${groupId}: ${userIds.map((id) => `#${id}`).join(' ')}`));
const valueText = ({ customerValue }: Configuration) =>
  customerValue && `${customerValue.of}.${customerValue.fieldKey} ${customerValue.unit}`.trim();

const pilotText = ({ pilot }: Configuration) =>
  textOf([...pilot.groupIds, ...pilot.brandIds].map((id) => `#${id}`));

function workflowChanges(before: readonly Workflow[], after: readonly Workflow[]): Change[] {
  const about = (kind: ChangeKind, { id, name }: Workflow): Change => ({ ...blank, kind, id, name });
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [
    ...after.flatMap((now) => {
      const known = before.find(({ id }) => id === now.id);
      if (!known) return [about('workflow_added', now), ...(now.isOn ? [about('workflow_on', now)] : [])];
      const isSame = JSON.stringify({ ...known, isOn: now.isOn }) === JSON.stringify(now);
      return [
        ...(isSame ? [] : [about('workflow_changed', now)]),
        ...(known.isOn === now.isOn ? [] : [about(now.isOn ? 'workflow_on' : 'workflow_off', now)]),
      ];
    }),
    ...gone.map((one) => about('workflow_removed', one)),
  ];
}

function questionChanges(before: readonly ScaleQuestion[], question: ScaleQuestion): Change[] {
  const known = before.find(({ id }) => id === question.id);
  if (known?.metric !== question.metric) {
    if (question.metric !== null)
      return [about('question_used', question), ...directionChange(known, question)];
    return known ? [about('question_unused', question)] : [];
  }
  if (known.metric === null) return directionChange(known, question);
  const isSame = known.scale === question.scale && known.headline === question.headline;
  return [...(isSame ? [] : [about('question_changed', question)]), ...directionChange(known, question)];
}

function sourceChanges(before: readonly ScoreSource[], source: ScoreSource): Change[] {
  const known = before.find(({ id }) => id === source.id);
  const to = reads(source);
  if (!known) return [{ ...about('source_added', source), to }];
  const from = reads(known);
  return [
    ...(from === to ? [] : [{ ...about('source_changed', source), from, to }]),
    ...(known.headline === source.headline
      ? []
      : [{ ...about('source_renamed', source), from: known.headline }]),
    ...directionChange(known, source),
  ];
}

/** What a source reads, free of words: `CSAT 1-5, csat_{score}`. */
const reads = ({ metric, lowest, scale, pattern, fieldId }: ScoreSource) =>
  `${metric.toUpperCase()} ${lowest}-${scale}, ${pattern ?? `#${fieldId}`}`;

type Directed = Named & { isLowerBetter: boolean };
function directionChange(known: Directed | undefined, now: Directed): Change[] {
  const from = known?.isLowerBetter ?? false;
  if (from === now.isLowerBetter) return [];
  const word = (isLower: boolean) => (isLower ? 'lower' : 'higher');
  return [{ ...about('direction', now), from: word(from), to: word(now.isLowerBetter) }];
}

const has = (sources: readonly ScoreSource[], wanted: string) => sources.some(({ id }) => id === wanted);

function isReordered(before: readonly ScoreSource[], after: readonly ScoreSource[]): boolean {
  const kept = before.filter(({ id }) => has(after, id)).map(({ id }) => id);
  const now = after.filter(({ id }) => has(before, id)).map(({ id }) => id);
  return kept.join('\n') !== now.join('\n');
}

/**
 * One's own changes laid over what somebody else saved meanwhile: members one did not touch are theirs. Of the mirror
 * that goes for each field: set-up fills them in; and for each workflow, and the leads of each group. So there may be
 * more workflows than can be saved: whoever saves chooses.
 */
export function rebased(mine: Configuration, basis: Configuration, theirs: Configuration): Configuration {
  const isTouched = (member: keyof Configuration) =>
    JSON.stringify(mine[member]) !== JSON.stringify(basis[member]);
  const members = Object.keys(mine) as (keyof Configuration)[];
  const own = Object.fromEntries(members.filter(isTouched).map((member) => [member, mine[member]]));
  return {
    ...theirs,
    ...own,
    mirror: overlaid(mine.mirror, basis.mirror, theirs.mirror),
    workflows: overlaidItems(mine.workflows, basis.workflows, theirs.workflows, ({ id }) => id),
    leads: overlaidItems(mine.leads, basis.leads, theirs.leads, ({ groupId }) => groupId),
    version: theirs.version,
  };
}

/** Theirs, with those one changed, without those one removed, and then those one added. */
function overlaidItems<T>(
  mine: readonly T[],
  basis: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const textIn = (items: readonly T[], key: string) =>
    JSON.stringify(items.find((item) => keyOf(item) === key) ?? null);
  const isTouched = (item: T) => textIn(mine, keyOf(item)) !== textIn(basis, keyOf(item));
  const own = (key: string) => mine.find((item) => keyOf(item) === key);
  const isTheirs = (item: T) => theirs.some((other) => keyOf(other) === keyOf(item));
  return [
    ...theirs.flatMap((item) => (isTouched(item) ? (own(keyOf(item)) ?? []) : [item])),
    ...mine.filter((item) => isTouched(item) && !isTheirs(item)),
  ];
}

function overlaid(mine: Mirror, basis: Mirror, theirs: Mirror): Mirror {
  const members = Object.keys(mine) as (keyof Mirror)[];
  const own = Object.fromEntries(
    members.filter((member) => mine[member] !== basis[member]).map((member) => [member, mine[member]]),
  );
  return { ...theirs, ...own };
}
