/** A workflow while an admin is at it: numbers and lists as typed, and what is still wrong with them. */
import type { ProblemKind, Problems } from '../configurationDraft.ts';
import { isIn, isWhole, numberIn } from '../typedNumber.ts';
import {
  type Channel,
  mostWorkflows,
  type SideTarget,
  type Workflow,
  type WorkflowConditions,
  type WorkflowKind,
} from './workflow.ts';

type TypedNumber = 'csatBelow' | 'csatFrom' | 'cesBelow';
type TypedList = 'topics' | 'tags' | 'phrases';

/** Numbers are empty for none; tags stand between spaces or commas, topics and phrases on a line each. */
export interface WorkflowDraft
  extends Omit<Workflow, 'when' | 'to' | 'sideTo' | 'remindAfter' | 'budget'>,
    Omit<WorkflowConditions, TypedNumber | TypedList>,
    Record<TypedNumber | TypedList, string> {
  isLeads: boolean;
  userIds: string[];
  toGroupId: string | null;
  sideKind: SideTarget['kind'];
  slackWorkspaceId: string;
  sideChannelId: string;
  remindAfter: string;
  budget: string;
}

export const longestName = 60;
export const longestWords = 80;
export const mostPhrases = 20;

/** Of a workflow's form; the fields in it, as problems name them, are `.name`, `.tags` and so on. */
export const workflowPlace = (id: string) => `workflow:${id}`;
export const isWorkflowPlace = (place: string) => place.startsWith('workflow');

const typed = (value: number | null) => (value === null ? '' : String(value));

export function workflowDraftOf({ when, to, sideTo, ...rest }: Workflow): WorkflowDraft {
  return {
    ...rest,
    ...when,
    csatBelow: typed(when.csatBelow),
    csatFrom: typed(when.csatFrom),
    cesBelow: typed(when.cesBelow),
    topics: when.topics.join('\n'),
    tags: when.tags.join(', '),
    phrases: when.phrases.join('\n'),
    isLeads: to.isLeads,
    userIds: to.userIds,
    toGroupId: to.groupId,
    sideKind: sideTo?.kind ?? 'slack',
    slackWorkspaceId: sideTo?.kind === 'slack' ? sideTo.workspaceId : '',
    sideChannelId: sideTo?.channelId ?? '',
    remindAfter: typed(rest.remindAfter),
    budget: typed(rest.budget),
  };
}

export const formFields = [
  'csatBelow',
  'csatFrom',
  'cesBelow',
  'isEager',
  'buckets',
  'suspects',
  'recipients',
  'webhookId',
  'sideTo',
  'remindAfter',
  'budget',
  'isQuoting',
] as const;
export type FormField = (typeof formFields)[number];

const ofKind: Record<WorkflowKind, readonly FormField[]> = {
  rescue: ['csatBelow', 'cesBelow', 'isEager', 'buckets', 'suspects', 'remindAfter', 'budget'],
  recognition: [
    'csatBelow',
    'csatFrom',
    'cesBelow',
    'isEager',
    'buckets',
    'suspects',
    'remindAfter',
    'budget',
  ],
  praise: ['csatFrom', 'budget'],
};
const ofChannel: Record<Channel, readonly FormField[]> = {
  mail: ['recipients', 'isQuoting'],
  in_app: ['recipients'],
  webhook: ['webhookId'],
  side_conversation: ['sideTo'],
};
/** These are written by Zendesk's own rules, which only two of the channels have. */
const ofRules: readonly FormField[] = ['isEager', 'remindAfter'];

/** What is asked of this kind and channel; the others would mean nothing there. */
export function fieldsOf({ kind, channel, csatBelow }: WorkflowDraft): readonly FormField[] {
  const hasRules = channel === 'mail' || channel === 'webhook';
  const isBelow = csatBelow.trim() !== '';
  return [...ofKind[kind], ...ofChannel[channel]].filter(
    (field) => (hasRules || !ofRules.includes(field)) && (isBelow || field !== 'isEager'),
  );
}

/** Zendesk keeps tags in small letters and without spaces. */
const tagsIn = (text: string) => unique(text.toLowerCase().split(/[\s,;]+/));
const linesIn = (text: string) => unique(text.split('\n').map((line) => line.trim()));
const unique = (words: readonly string[]) => [...new Set(words.filter(Boolean))];

const scoreIn = (text: string) => (text.trim() === '' ? null : numberIn(text));
/** 1-5 in halves. */
const isScore = (text: string) => isIn(text, 1, 5) && Number.isInteger(numberIn(text) * 2);

/** The workflow as it would be saved; only for drafts without problems. What its form does not ask is left out. */
export function workflowOf(draft: WorkflowDraft): Workflow {
  const asks = new Set(fieldsOf(draft));
  const { id, name, kind, isOn, channel, hours } = draft;
  const number = (field: 'csatBelow' | 'csatFrom' | 'cesBelow' | 'remindAfter' | 'budget') =>
    asks.has(field) ? scoreIn(draft[field]) : null;
  return {
    id,
    name: name.trim(),
    kind,
    isOn,
    when: whenOf(draft, asks, number),
    to: asks.has('recipients')
      ? { isLeads: draft.isLeads, userIds: draft.userIds, groupId: draft.toGroupId }
      : { isLeads: true, userIds: [], groupId: null },
    channel,
    webhookId: asks.has('webhookId') ? draft.webhookId : null,
    sideTo: asks.has('sideTo') ? sideToOf(draft) : null,
    hours,
    remindAfter: number('remindAfter'),
    budget: number('budget'),
    isQuoting: asks.has('isQuoting') && draft.isQuoting,
  };
}

function whenOf(
  draft: WorkflowDraft,
  asks: ReadonlySet<FormField>,
  number: (field: TypedNumber) => number | null,
): WorkflowConditions {
  const { isEager, buckets, groupIds, brandIds, suspects } = draft;
  return {
    csatBelow: number('csatBelow'),
    csatFrom: number('csatFrom'),
    cesBelow: number('cesBelow'),
    isEager,
    buckets: asks.has('buckets') ? buckets : [],
    topics: linesIn(draft.topics),
    tags: tagsIn(draft.tags),
    phrases: linesIn(draft.phrases),
    groupIds,
    brandIds,
    suspects: asks.has('suspects') ? suspects : 'leave_out',
  };
}

function sideToOf({ sideKind, slackWorkspaceId, sideChannelId }: WorkflowDraft): SideTarget {
  const channelId = sideChannelId.trim();
  return sideKind === 'slack'
    ? { kind: 'slack', workspaceId: slackWorkspaceId.trim(), channelId }
    : { kind: 'msteams', channelId };
}

export function problemsOfWorkflows(all: readonly WorkflowDraft[]): Problems {
  const problems: Problems = {};
  if (all.length > mostWorkflows) problems.workflows = 'workflows_over';
  for (const draft of all)
    for (const [field, kind] of Object.entries(problemsOfWorkflow(draft, all)))
      problems[`${workflowPlace(draft.id)}.${field}`] = kind;
  return problems;
}

/** By field, in the order of the form. */
export function problemsOfWorkflow(draft: WorkflowDraft, all: readonly WorkflowDraft[]): Problems {
  const found = { name: problemOfName(draft, all), ...problemsOfWhen(draft), ...problemsOfSending(draft) };
  return Object.fromEntries(Object.entries(found).filter(([, kind]) => kind !== null)) as Problems;
}

type Found = Record<string, ProblemKind | null>;
const said = ({ name }: WorkflowDraft) => name.trim().toLowerCase();

function problemOfName(draft: WorkflowDraft, all: readonly WorkflowDraft[]): ProblemKind | null {
  const name = draft.name.trim();
  if (name === '') return 'workflow_name_missing';
  if (name.length > longestName) return 'workflow_name_long';
  const isTwice = all.some((other) => other.id !== draft.id && said(other) === said(draft));
  return isTwice ? 'workflow_name_twice' : null;
}

/** Where the problem of a workflow that asks for nothing is shown. */
const firstOf: Record<WorkflowKind, string> = {
  rescue: 'csatBelow',
  recognition: 'phrases',
  praise: 'csatFrom',
};

function problemsOfWhen(draft: WorkflowDraft): Found {
  const asks = new Set(fieldsOf(draft));
  const problems: Found = {};
  for (const field of ['csatBelow', 'csatFrom', 'cesBelow'] as const)
    if (asks.has(field) && draft[field].trim() !== '' && !isScore(draft[field]))
      problems[field] = 'score_range';
  const { csatBelow, csatFrom } = workflowOf(draft).when;
  if (csatBelow !== null && csatFrom !== null && csatFrom >= csatBelow) problems.csatFrom ??= 'scores_apart';
  problems.topics = problemOfWords(linesIn(draft.topics));
  problems.tags = problemOfWords(tagsIn(draft.tags));
  problems.phrases = problemOfWords(linesIn(draft.phrases));
  if (isAskingNothing(draft)) problems[firstOf[draft.kind]] = 'condition_none';
  return problems;
}

function problemOfWords(words: readonly string[]): ProblemKind | null {
  if (words.some((word) => word.length > longestWords)) return 'words_long';
  return words.length > mostPhrases ? 'words_over' : null;
}

function isAskingNothing(draft: WorkflowDraft): boolean {
  const asks = new Set(fieldsOf(draft));
  const isTyped = (field: TypedNumber) => asks.has(field) && draft[field].trim() !== '';
  const { topics, tags, phrases, buckets } = draft;
  const hasWords = [topics, tags, phrases].some((text) => text.trim() !== '');
  const hasBuckets = asks.has('buckets') && buckets.length > 0;
  return !hasWords && !hasBuckets && !(['csatBelow', 'csatFrom', 'cesBelow'] as const).some(isTyped);
}

function problemsOfSending(draft: WorkflowDraft): Found {
  const asks = new Set(fieldsOf(draft));
  const { isLeads, userIds, toGroupId, webhookId, sideKind, slackWorkspaceId, sideChannelId } = draft;
  const isNobody = !isLeads && userIds.length === 0 && toGroupId === null;
  const isUnplaced = asks.has('sideTo') && sideChannelId.trim() === '';
  const isHomeless = asks.has('sideTo') && sideKind === 'slack' && slackWorkspaceId.trim() === '';
  return {
    recipients: asks.has('recipients') && isNobody ? 'recipients_none' : null,
    webhookId: asks.has('webhookId') && !webhookId ? 'webhook_missing' : null,
    slackWorkspaceId: isHomeless ? 'side_missing' : null,
    sideChannelId: isUnplaced ? 'side_missing' : null,
    remindAfter: problemOfNumber(draft, 'remindAfter', 168, 'remind_range'),
    budget: problemOfNumber(draft, 'budget', 100, 'budget_range'),
  };
}

function problemOfNumber(
  draft: WorkflowDraft,
  field: 'remindAfter' | 'budget',
  most: number,
  kind: ProblemKind,
): ProblemKind | null {
  const isAsked = fieldsOf(draft).includes(field) && draft[field].trim() !== '';
  return isAsked && !isWhole(draft[field], 1, most) ? kind : null;
}
