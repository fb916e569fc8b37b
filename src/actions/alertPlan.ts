/** From rows and tickets, as they were read, to what is to be done about them. */

import type { Configuration } from '../care/configuration.ts';
import type { Feedback } from '../care/feedback.ts';
import { countedFor, planAlerts, sentKey, startOfDay } from '../care/workflows/alerting.ts';
import { type AlertSubject, judge } from '../care/workflows/judging.ts';
import type { Workflow } from '../care/workflows/workflow.ts';
import type { ListedFeedback } from '../zendesk/feedbackLists.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import type { Alert } from './alert.ts';
import { workflowsLeft } from './alertQueue.ts';

interface Context {
  configuration: Configuration;
  /** Epoch milliseconds. */
  now: number;
  /** Alerts there were lately, by feedback. */
  alerted: ReadonlyMap<string, Feedback['alerts']>;
}

/** In the order the feedbacks were rated; tickets by their id. */
export function alertsFor(
  rows: readonly ListedFeedback[],
  tickets: ReadonlyMap<string, Ticket>,
  { configuration, now, alerted }: Context,
): Alert[] {
  const byKey = new Map(rows.map((row) => [row.feedback.key, row]));
  const subjects = rows.flatMap((row) => {
    const ticket = tickets.get(row.ticketId ?? '');
    return ticket ? subjectOf(row, ticket) : [];
  });
  const since = startOfDay(configuration, now);
  const sentToday = sentSince(since, alerted);
  const decide = () => planAlerts(subjects, configuration.workflows, { now, configuration, sentToday });
  // What was mailed today and is not written down yet counts as well.
  const unwritten = decide().filter(
    ({ how, ticketId }) => how === 'note_sent' && (tickets.get(ticketId)?.updated_at ?? 0) >= since,
  );
  for (const { workflow, leadIds } of unwritten) count(sentToday, workflow, leadIds);
  const decisions = decide();
  return decisions.flatMap((decision) => {
    const row = byKey.get(decision.key);
    const ticket = tickets.get(decision.ticketId);
    const workflow = configuration.workflows.find(({ id }) => id === decision.workflow);
    return row && ticket && workflow ? { ...decision, row, ticket, workflow } : [];
  });
}

/** Workflows that would alert of it, and for which nothing was planned this time. */
export function stillDue(
  row: ListedFeedback,
  ticket: Ticket,
  planned: readonly Alert[],
  { configuration }: Pick<Context, 'configuration'>,
): Workflow[] {
  return workflowsLeft(configuration, row.feedback).filter(
    (workflow) =>
      !planned.some((alert) => alert.workflow.id === workflow.id) &&
      judge(workflow, subjectOf(row, ticket), configuration) === 'alert',
  );
}

/** Digests are not counted against a daily number. */
function sentSince(since: number, alerted: Context['alerted']): Map<string, number> {
  const sent = new Map<string, number>();
  const counted = [...alerted.values()].flat().filter(({ how, at }) => at >= since && how !== 'digest');
  for (const { workflow, to } of counted) count(sent, workflow, to?.split(' ') ?? []);
  return sent;
}

function count(sent: Map<string, number>, workflow: string, leads: readonly string[]): void {
  for (const key of countedFor(leads).map((lead) => sentKey(workflow, lead)))
    sent.set(key, (sent.get(key) ?? 0) + 1);
}

function subjectOf({ feedback }: ListedFeedback, ticket: Ticket): AlertSubject {
  const { id, status, group_id: groupId, brand_id: brandId, tags, satisfaction_rating: rating } = ticket;
  return { feedback, ticket: { id, status, groupId, brandId, tags, comment: rating?.comment ?? null } };
}
