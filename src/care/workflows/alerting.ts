/** Which feedback a workflow alerts about, when, and by which way: what an open app decides. */
import type { Configuration } from '../configuration.ts';
import { ratedAt } from '../feedback.ts';
import { hash } from '../hash.ts';
import { isFrozen } from '../mirror.ts';
import { addOpenTime, offsetAt } from '../schedule.ts';
import { type AlertSubject, judge } from './judging.ts';
import { isNobody, keyOfRecipients, type Recipients, recipientsOf } from './recipients.ts';
import { budgetOf, isDaily } from './sending.ts';
import { type Workflow, workflowTags } from './workflow.ts';

type Hours = Pick<Workflow, 'hours'>;
type Clock = Pick<Configuration, 'schedule'>;

/** Is it outside the hours the workflow may alert in? `at` in epoch milliseconds. */
export function isQuiet(workflow: Hours, configuration: Clock, at: number): boolean {
  return releaseAt(workflow, configuration, at) !== at;
}

/**
 * The first instant from `at` on that is not quiet; `null` where the schedule never opens. Without a schedule no hour
 * is quiet.
 */
export function releaseAt({ hours }: Hours, { schedule }: Clock, at: number): number | null {
  return hours === 'always' || schedule === null ? at : addOpenTime(at, 0, schedule);
}

/**
 * What an open app does.
 * `note_sent`: Zendesk's rule alerted; write it down. `hand_over`: put the tag `due` on the ticket. `wait`: put the tag
 * `wait` on it, and the hourly automation alerts at opening where no app was faster. `follow_up`: the ticket is closed;
 * a new one whose requester is the lead carries the alert. `side_conversation`: start one. `in_app`: a notice for these
 * leads. `digest`: with all others of the same `digest`, one mail.
 */
export const alertActions = [
  'note_sent',
  'hand_over',
  'wait',
  'follow_up',
  'side_conversation',
  'in_app',
  'digest',
] as const;
export type AlertAction = (typeof alertActions)[number];

export interface AlertDecision {
  /** Of the feedback. */
  key: string;
  ticketId: string;
  /** Id of the workflow. */
  workflow: string;
  how: AlertAction;
  /** Zendesk ids of the people, ascending; a group's members are not among them. */
  leadIds: string[];
  /** The group whose members hear of it as well. */
  groupId: string | null;
  /**
   * Of `digest`, otherwise `null`: the name of the ledger record that locks it, `digest:<workflow>:<who>:<when>`. Who
   * takes it sends one digest of all decisions that name it, carried by any of their tickets that is not closed; where
   * it is taken already, they wait for the next hour (of praise: the next day), when their decision names another.
   */
  digest: string | null;
}

export interface AlertContext {
  /** Epoch milliseconds. */
  now: number;
  configuration: Configuration;
  /** Alerts since `startOfDay`, digests not among them, by `sentKey`. */
  sentToday: ReadonlyMap<string, number>;
}

export const sentKey = (workflow: string, leadId: string) => `${workflow}:${leadId}`;

/** Whose daily number an alert counts against: where a group alone hears of it, that of all its members as one. */
export const countedFor = (leadIds: readonly string[]): readonly string[] =>
  leadIds.length > 0 ? leadIds : ['group'];

const hour = 3_600_000;
const day = 24 * hour;

/** When the day began by which budgets count: in the schedule's time zone, or else UTC. Epoch milliseconds. */
export function startOfDay({ schedule }: Clock, now: number): number {
  const zone = schedule?.timeZone ?? 'UTC';
  const offset = offsetAt(now, zone);
  const midnight = Math.floor((now + offset) / day) * day;
  // The clocks may have changed since.
  return midnight - offsetAt(midnight - offset, zone);
}

/** In the order the feedbacks were rated. Of workflows that are off, and what needs nothing now, there is none. */
export function planAlerts(
  subjects: readonly AlertSubject[],
  workflows: readonly Workflow[],
  context: AlertContext,
): AlertDecision[] {
  const sent = new Map(context.sentToday);
  const inOrder = [...subjects].sort(
    (a, b) =>
      (ratedAt(a.feedback) ?? 0) - (ratedAt(b.feedback) ?? 0) || (a.feedback.key < b.feedback.key ? -1 : 1),
  );
  return inOrder.flatMap((subject) =>
    workflows
      .filter(({ isOn }) => isOn)
      .flatMap((workflow) => decisionOf(subject, workflow, context, sent) ?? []),
  );
}

type Sent = Map<string, number>;

function decisionOf(
  subject: AlertSubject,
  workflow: Workflow,
  context: AlertContext,
  sent: Sent,
): AlertDecision | null {
  const { feedback, ticket } = subject;
  if (feedback.alerts.some((alert) => alert.workflow === workflow.id)) return null;
  const recipients = recipientsOf(workflow, ticket.groupId, context.configuration);
  const decide = (how: AlertAction, digest: string | null = null): AlertDecision => ({
    key: feedback.key,
    ticketId: ticket.id,
    workflow: workflow.id,
    how,
    leadIds: recipients.userIds,
    groupId: recipients.groupId,
    digest,
  });
  if (ticket.tags.includes(workflowTags(workflow.id).sent)) return decide('note_sent');
  if (ticket.status === 'deleted' || feedback.case?.status === 'closed') return null;
  if (judge(workflow, subject, context.configuration) !== 'alert') return null;
  const how = wayOf(subject, workflow, recipients, context, sent);
  if (how === null) return null;
  return decide(how, how === 'digest' ? lockOf(workflow, recipients, context) : null);
}

/** `null` where nothing is to be done now: at night, or nobody would hear of it, or it was handed over already. */
function wayOf(
  { ticket }: AlertSubject,
  workflow: Workflow,
  recipients: Recipients,
  { now, configuration }: AlertContext,
  sent: Sent,
): AlertAction | null {
  const { channel, id } = workflow;
  const tags = workflowTags(id);
  const isAddressed = channel === 'webhook' || channel === 'side_conversation';
  if (!isAddressed && isNobody(recipients)) return null;
  const isHanded = !isDaily(workflow) && (channel === 'mail' || channel === 'webhook');
  if (isQuiet(workflow, configuration, now) || (isHanded && isLeftToRules(workflow, configuration)))
    return isHanded && !isFrozen(ticket) && !ticket.tags.includes(tags.wait) ? 'wait' : null;
  if (isDaily(workflow)) return 'digest';
  if (channel === 'in_app' || channel === 'side_conversation') return channel;
  if (ticket.tags.includes(tags.due)) return null;
  if (!isWithinBudget(workflow, recipients, sent)) return 'digest';
  return isFrozen(ticket) ? 'follow_up' : 'hand_over';
}

/** No schedule was chosen here, and the account's own hours are known to its rules alone: they wait for opening. */
const isLeftToRules = ({ id, hours }: Workflow, { schedule, made }: Configuration) =>
  hours === 'schedule' && schedule === null && made.some(({ key }) => key.startsWith(`${id}:late:`));

/** Everybody's mail is the same one: where one of them has had enough, nobody gets it alone. Counts what it allows. */
function isWithinBudget(workflow: Workflow, { userIds }: Recipients, sent: Sent): boolean {
  const budget = budgetOf(workflow);
  if (budget === null) return true;
  const keys = countedFor(userIds).map((leadId) => sentKey(workflow.id, leadId));
  if (keys.some((key) => (sent.get(key) ?? 0) >= budget)) return false;
  for (const key of keys) sent.set(key, (sent.get(key) ?? 0) + 1);
  return true;
}

/** Names of records are short; many people are named by a print of theirs. */
const longestWho = 60;

/** The hour in UTC, of praise the day as budgets count it. */
function lockOf(workflow: Workflow, recipients: Recipients, { now, configuration }: AlertContext): string {
  const offset = offsetAt(now, configuration.schedule?.timeZone ?? 'UTC');
  const when = isDaily(workflow)
    ? new Date(now + offset).toISOString().slice(0, 10)
    : new Date(now).toISOString().slice(0, 13);
  const who = keyOfRecipients(recipients);
  return `digest:${workflow.id}:${who.length > longestWho ? hash(who) : who}:${when}`;
}
