/** Does a feedback meet a workflow's conditions? */
import type { Configuration } from '../configuration.ts';
import { type Feedback, isCounted, isToCheck, latest, ratedAt } from '../feedback.ts';
import { oriented } from '../orientation.ts';
import { isAmong, isInPilot } from '../pilot.ts';
import { effortOf, onFive, type Rating, verdictOf } from '../rating.ts';
import type { Workflow, WorkflowConditions } from './workflow.ts';

export interface AlertSubject {
  feedback: Feedback;
  ticket: {
    id: string;
    status: string;
    groupId: string | null;
    brandId: string | null;
    tags: readonly string[];
    /** The survey's comment, read live; `null` for none. */
    comment: string | null;
  };
  /** What the customer wrote in the conversation, where it was read. */
  text?: string;
}

/** `not_yet`: a number, a bucket, a text or somebody's check is still missing. */
export type Judgement = 'alert' | 'no' | 'not_yet';

/**
 * All members given must hold. It is not asked whether the workflow is on, whether somebody was alerted before or
 * whether the case is done: a rehearsal asks about what is past. Feedback that does not count, came before `casesSince`
 * or before the workflow was switched on, or is outside the pilot never alerts; a workflow without any condition takes every rating.
 */
export function judge(workflow: Workflow, subject: AlertSubject, configuration: Configuration): Judgement {
  const { feedback, ticket } = subject;
  const { when } = workflow;
  if (!isAlive(workflow, feedback, configuration) || !isInPilot(ticket, configuration.pilot)) return 'no';
  const isThere = isAmong(ticket.groupId, when.groupIds) && isAmong(ticket.brandId, when.brandIds);
  if (!isThere || !hasTag(ticket.tags, when.tags)) return 'no';
  return worst([
    ofCsat(workflow, feedback, configuration),
    ofCes(when, feedback, configuration),
    ofChoice(feedback.bucket, when.buckets),
    ofChoice(
      feedback.topic?.toLowerCase() ?? null,
      when.topics.map((topic) => topic.toLowerCase()),
    ),
    ofPhrases(when.phrases, subject),
    ofSuspicion(when, feedback),
  ]);
}

const worst = (found: readonly Judgement[]): Judgement =>
  found.find((one) => one === 'no') ?? found.find((one) => one === 'not_yet') ?? 'alert';

const say = (isSo: boolean): Judgement => (isSo ? 'alert' : 'no');

function isAlive({ id }: Workflow, feedback: Feedback, configuration: Configuration): boolean {
  const { casesSince, onSince } = configuration;
  const since = Math.max(casesSince ?? 0, onSince.find(({ workflow }) => workflow === id)?.at ?? 0);
  const at = ratedAt(feedback);
  const isPresent = feedback.ticket === null || feedback.ticket.state === 'present';
  return isCounted(feedback) && isPresent && (at === null || at >= since);
}

/** One is enough; Zendesk keeps tags in small letters. */
function hasTag(tags: readonly string[], wanted: readonly string[]): boolean {
  const words = wanted.flatMap((text) => text.toLowerCase().split(/\s+/)).filter(Boolean);
  return words.length === 0 || words.some((tag) => tags.includes(tag));
}

/** The account's ratings are good or bad and nothing more. */
const isBinary = ({ source }: Rating, { survey }: Configuration) =>
  survey === 'legacy' || source === 'legacy_ratings';

function ofCsat(workflow: Workflow, feedback: Feedback, configuration: Configuration): Judgement {
  const { when } = workflow;
  const csat = oriented(latest(feedback, 'csat'), configuration);
  if (workflow.kind === 'praise' && !isPraising(feedback, configuration)) return 'no';
  if (when.csatBelow === null && when.csatFrom === null)
    return isAsking(when) ? 'alert' : say(ratedAt(feedback) !== null);
  if (csat === null) return 'no';
  const { csatBelow, csatFrom } = when;
  return worst([
    csatBelow === null ? 'alert' : below(csat, csatBelow, when.isEager, isBinary(csat, configuration)),
    csatFrom === null ? 'alert' : atLeast(csat, csatFrom, isBinary(csat, configuration)),
  ]);
}

/** Does anything but the place have to hold? */
const isAsking = ({ cesBelow, buckets, topics, phrases }: WorkflowConditions) =>
  cesBelow !== null || buckets.length + topics.length + phrases.length > 0;

/** Good, or easy where only that was asked. */
function isPraising(feedback: Feedback, configuration: Configuration): boolean {
  const csat = oriented(latest(feedback, 'csat'), configuration);
  if (csat !== null) return verdictOf(csat) === 'good';
  const ces = oriented(latest(feedback, 'ces'), configuration);
  return (
    ces !== null &&
    ces.value !== null &&
    ces.scale !== null &&
    effortOf(ces.value, ces.scale, ces.lowest) === 'easy'
  );
}

/** A *bad* is 1-3 and a *good* 4-5 while the number is unknown. */
function below(csat: Rating, threshold: number, isEager: boolean, isOnlyVerdict: boolean): Judgement {
  const number = numberOf(csat);
  if (number !== null) return say(number < threshold);
  const verdict = verdictOf(csat);
  if (isOnlyVerdict || verdict === null) return say(verdict === 'bad');
  if (threshold <= 1) return 'no';
  if (verdict === 'bad') return isEager || threshold > 3 ? 'alert' : 'not_yet';
  return threshold > 4 ? 'not_yet' : 'no';
}

function atLeast(csat: Rating, threshold: number, isOnlyVerdict: boolean): Judgement {
  const number = numberOf(csat);
  if (number !== null) return say(number >= threshold);
  const verdict = verdictOf(csat);
  if (isOnlyVerdict || verdict === null) return say(verdict === 'good');
  if (threshold <= 1) return 'alert';
  if (verdict === 'good') return threshold <= 4 ? 'alert' : 'not_yet';
  return threshold > 3 ? 'no' : 'not_yet';
}

/** On 1-5. */
const numberOf = ({ value, scale, lowest }: Rating) =>
  value === null || scale === null ? null : onFive(value, scale, lowest);

function ofCes(
  { cesBelow }: WorkflowConditions,
  feedback: Feedback,
  configuration: Configuration,
): Judgement {
  if (cesBelow === null) return 'alert';
  const ces = oriented(latest(feedback, 'ces'), configuration);
  const number = ces && numberOf(ces);
  return say(number !== null && number < cesBelow);
}

/** What nobody chose yet may still become one of them. */
function ofChoice(chosen: string | null, wanted: readonly string[]): Judgement {
  if (wanted.length === 0) return 'alert';
  return chosen === null || chosen === '' ? 'not_yet' : say(wanted.includes(chosen));
}

function ofPhrases(phrases: readonly string[], { ticket, text }: AlertSubject): Judgement {
  if (phrases.length === 0) return 'alert';
  const said = plain(`${ticket.comment ?? ''}\n${text ?? ''}`);
  if (phrases.some((phrase) => said.includes(plain(phrase)))) return 'alert';
  return text === undefined ? 'not_yet' : 'no';
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

function ofSuspicion({ suspects }: WorkflowConditions, feedback: Feedback): Judgement {
  if (suspects === 'only') return say(isToCheck(feedback));
  return suspects === 'leave_out' && isToCheck(feedback) ? 'not_yet' : 'alert';
}
