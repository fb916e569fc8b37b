/** The configuration while an admin is at it: numbers as typed, and what is still wrong with them. */
import type { AttributionRule } from './attribution.ts';
import {
  type Configuration,
  type CustomerValue,
  defaultConfiguration,
  parseConfiguration,
  type ScaleQuestion,
  type ScoreSource,
  type SetAsideRight,
} from './configuration.ts';
import type { Targets } from './due.ts';
import { type NotedAct, notedActs } from './moves.ts';
import {
  formerOutcomesOf,
  type OutcomeDraft,
  outcomeDraftOf,
  outcomesOf,
  problemsOfOutcomes,
} from './outcomeDraft.ts';
import type { Schedule } from './schedule.ts';
import { problemsOfSource, type SourceDraft, sourceDraftOf, sourceOf } from './sourceDraft.ts';
import { isIn, isWhole, numberIn } from './typedNumber.ts';
import type { GroupLeads, Pilot } from './workflows/workflow.ts';
import {
  problemsOfWorkflows,
  type WorkflowDraft,
  workflowDraftOf,
  workflowOf,
} from './workflows/workflowDraft.ts';

export interface ConfigurationDraft {
  csatThreshold: string;
  cesThreshold: string;
  targetHours: string;
  /** Empty for no target of its own. */
  firstActionMinutes: string;
  schedule: Schedule | null;
  isForwardOnly: boolean;
  requiredNotes: NotedAct[];
  outcomes: OutcomeDraft[];
  asksVoice: boolean;
  asksOwnMood: boolean;
  /** As typed, between spaces or commas. */
  vipTags: string;
  vipOrganizations: string;
  repeatDays: string;
  isMirrorOn: boolean;
  attributionRule: AttributionRule;
  setAsideBy: SetAsideRight;
  questions: ScaleQuestion[];
  scoreSources: SourceDraft[];
  workflows: WorkflowDraft[];
  leads: GroupLeads[];
  otherLeads: string[];
  pilot: Pilot;
  /** Empty for keeping them. */
  keepMonths: string;
  hidesAgents: boolean;
  /** Empty for no value; the other two are typed all the same. */
  worthOf: CustomerValue['of'] | '';
  worthField: string;
  worthUnit: string;
  huddleDays: string;
  huddleNamesAgents: boolean;
}

export const problemKinds = [
  'threshold_range',
  'hours_range',
  'field_missing',
  'field_twice',
  'pattern_missing',
  'pattern_score',
  'pattern_long',
  'pattern_twice',
  'scale_range',
  'headline_missing',
  'headline_long',
  'minutes_range',
  'days_range',
  'tag_long',
  'organization_digits',
  'list_long',
  'outcomes_none',
  'outcome_missing',
  'outcome_long',
  'outcome_twice',
  'workflows_over',
  'workflow_name_missing',
  'workflow_name_long',
  'workflow_name_twice',
  'score_range',
  'scores_apart',
  'condition_none',
  'words_long',
  'words_over',
  'recipients_none',
  'webhook_missing',
  'side_missing',
  'remind_range',
  'budget_range',
  'months_range',
  'huddle_days_range',
  'value_field_missing',
  'value_field_key',
  'value_unit_long',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** By place: `csatThreshold`, `outcome:<id>.label`, `workflow:<id>.name`, or of a source `<source id>.pattern`. */
export type Problems = Partial<Record<string, ProblemKind>>;

export function draftOf(configuration: Configuration): ConfigurationDraft {
  const { csatThreshold, cesThreshold, targetHours } = configuration;
  const { attributionRule, setAsideBy, questions, scoreSources } = configuration;
  const { firstActionMinutes, schedule, isForwardOnly, requiredNotes, asksVoice, asksOwnMood } =
    configuration;
  return {
    csatThreshold: String(csatThreshold),
    cesThreshold: String(cesThreshold),
    targetHours: String(targetHours),
    firstActionMinutes: firstActionMinutes === null ? '' : String(firstActionMinutes),
    schedule,
    isForwardOnly,
    requiredNotes,
    outcomes: configuration.outcomes.map(outcomeDraftOf),
    asksVoice,
    asksOwnMood,
    vipTags: configuration.vipTags.join(', '),
    vipOrganizations: configuration.vipOrganizations.join(', '),
    repeatDays: String(configuration.repeatDays),
    isMirrorOn: configuration.mirror.isOn,
    attributionRule,
    setAsideBy,
    questions,
    scoreSources: scoreSources.map(sourceDraftOf),
    workflows: configuration.workflows.map(workflowDraftOf),
    leads: configuration.leads,
    otherLeads: configuration.otherLeads,
    pilot: configuration.pilot,
    keepMonths: configuration.keepMonths === null ? '' : String(configuration.keepMonths),
    hidesAgents: configuration.hidesAgents,
    worthOf: configuration.customerValue?.of ?? '',
    worthField: configuration.customerValue?.fieldKey ?? '',
    worthUnit: configuration.customerValue?.unit ?? '',
    huddleDays: String(configuration.huddleDays),
    huddleNamesAgents: configuration.huddleNamesAgents,
  };
}

export function problemsIn(draft: ConfigurationDraft): Problems {
  const problems: Problems = {};
  for (const member of ['csatThreshold', 'cesThreshold'] as const)
    if (!isIn(draft[member], 1, 5)) problems[member] = 'threshold_range';
  if (!isIn(draft.targetHours, 4, 24)) problems.targetHours = 'hours_range';
  if (draft.firstActionMinutes.trim() !== '' && !isWhole(draft.firstActionMinutes, 15, 240))
    problems.firstActionMinutes = 'minutes_range';
  if (!isWhole(draft.repeatDays, 1, 365)) problems.repeatDays = 'days_range';
  if (draft.keepMonths.trim() !== '' && !isWhole(draft.keepMonths, 1, 120))
    problems.keepMonths = 'months_range';
  if (!isWhole(draft.huddleDays, 1, 60)) problems.huddleDays = 'huddle_days_range';
  Object.assign(problems, problemsOfValue(draft));
  const words = problemsOfLists(draft);
  Object.assign(problems, words, problemsOfOutcomes(draft.outcomes), problemsOfWorkflows(draft.workflows));
  for (const source of draft.scoreSources)
    for (const [member, kind] of Object.entries(problemsOfSource(source, draft.scoreSources)))
      problems[`${source.id}.${member}`] = kind;
  return problems;
}

/** Keys of fields, as Zendesk makes them. */
const fieldKey = /^[\w-]{1,100}$/;

function problemsOfValue({ worthOf, worthField, worthUnit }: ConfigurationDraft): Problems {
  if (worthOf === '') return {};
  const field = worthField.trim();
  return {
    ...(field === '' && { worthField: 'value_field_missing' }),
    ...(field !== '' && !fieldKey.test(field) && { worthField: 'value_field_key' }),
    ...(worthUnit.trim().length > 20 && { worthUnit: 'value_unit_long' }),
  };
}

const valueIn = ({ worthOf: of, worthField, worthUnit }: ConfigurationDraft): CustomerValue | null =>
  of === '' ? null : { of, fieldKey: worthField.trim(), unit: worthUnit.trim() };

/** Tags hold no space, and Zendesk keeps them in small letters. */
export const wordsIn = (text: string) => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

export const longestTag = 80;
export const mostWords = 50;

function problemsOfLists({ vipTags, vipOrganizations }: ConfigurationDraft): Problems {
  const problems: Problems = {};
  const [tags, organizations] = [wordsIn(vipTags), wordsIn(vipOrganizations)];
  if (tags.some((tag) => tag.length > longestTag)) problems.vipTags = 'tag_long';
  else if (tags.length > mostWords) problems.vipTags = 'list_long';
  if (organizations.some((id) => !/^\d{1,20}$/.test(id))) problems.vipOrganizations = 'organization_digits';
  else if (organizations.length > mostWords) problems.vipOrganizations = 'list_long';
  return problems;
}

/** What the clock would count by; members that are not right yet are as they were in `before`. */
export function targetsOf(draft: ConfigurationDraft, before: Targets = defaultConfiguration): Targets {
  const { schedule, targetHours, firstActionMinutes } = draft;
  const isNone = firstActionMinutes.trim() === '';
  const minutes = isWhole(firstActionMinutes, 15, 240)
    ? numberIn(firstActionMinutes)
    : before.firstActionMinutes;
  return {
    schedule,
    targetHours: isIn(targetHours, 4, 24) ? numberIn(targetHours) : before.targetHours,
    firstActionMinutes: isNone ? null : minutes,
  };
}

/**
 * What is to be saved, on the version the draft was made from; `null` while something is wrong. Sources and outcomes
 * left out stay known as former ones, so that what they recorded keeps its direction and its name.
 */
export function configurationOf(draft: ConfigurationDraft, basis: Configuration): Configuration | null {
  if (Object.keys(problemsIn(draft)).length > 0) return null;
  const scoreSources = draft.scoreSources.flatMap((source) => sourceOf(source, draft.scoreSources) ?? []);
  const isKept = ({ id }: ScoreSource) => scoreSources.some((source) => source.id === id);
  const outcomes = outcomesOf(draft.outcomes);
  return parseConfiguration({
    ...basis,
    ...targetsOf(draft),
    isForwardOnly: draft.isForwardOnly,
    requiredNotes: notedActs.filter((act) => draft.requiredNotes.includes(act)),
    outcomes,
    formerOutcomes: formerOutcomesOf(outcomes, basis),
    asksVoice: draft.asksVoice,
    asksOwnMood: draft.asksOwnMood,
    vipTags: wordsIn(draft.vipTags),
    vipOrganizations: wordsIn(draft.vipOrganizations),
    repeatDays: numberIn(draft.repeatDays),
    mirror: { ...basis.mirror, isOn: draft.isMirrorOn },
    csatThreshold: numberIn(draft.csatThreshold),
    cesThreshold: numberIn(draft.cesThreshold),
    attributionRule: draft.attributionRule,
    setAsideBy: draft.setAsideBy,
    questions: draft.questions,
    scoreSources,
    workflows: draft.workflows.map(workflowOf),
    leads: draft.leads.filter(({ userIds }) => userIds.length > 0),
    otherLeads: draft.otherLeads,
    pilot: draft.pilot,
    keepMonths: draft.keepMonths.trim() === '' ? null : numberIn(draft.keepMonths),
    hidesAgents: draft.hidesAgents,
    customerValue: valueIn(draft),
    huddleDays: numberIn(draft.huddleDays),
    huddleNamesAgents: draft.huddleNamesAgents,
    formerSources: [...basis.formerSources, ...basis.scoreSources].filter((source) => !isKept(source)),
  });
}
