/** What is beyond a lead's daily number: one mail, written on one of the tickets, which a rule of the account sends. */

import { ratedAt } from '../care/feedback.ts';
import { type DigestWords, digestText } from '../care/workflows/digest.ts';
import { plainName } from '../care/workflows/ruleTexts.ts';
import { workflowTags } from '../care/workflows/workflow.ts';
import { createCarrier, writeDigest } from '../zendesk/carriers.ts';
import { takeLock } from '../zendesk/locks.ts';
import { addTags } from '../zendesk/ticketTags.ts';
import type { Alert, AlertApp, AlertOutcome, AlertOutcomes } from './alert.ts';
import { type AlertWords, alertWords } from './alertWords.ts';
import { newOperation } from './newOperation.ts';

/** Tickets tried as carrier: others may be changing the first. */
const mostTries = 3;

/**
 * One digest of all of them, which share its name: who takes the name sends it, others' wait for the next hour's.
 * Whoever stops between taking it and sending loses nothing; who stops after sending may repeat it once. Throws `Failure`.
 */
export async function sendDigest(
  app: AlertApp,
  name: string,
  alerts: readonly Alert[],
): Promise<AlertOutcomes> {
  const all = (outcome: AlertOutcome): AlertOutcomes => alerts.map((alert) => [alert, outcome]);
  const [first] = alerts;
  const { digestFieldId: fieldId } = app.configuration;
  if (!first || fieldId === null) return all('refused');
  const { http } = app.zendesk;
  const lock = await takeLock(http, name, newOperation());
  if (!lock.isOwn) return all('later');
  const { digest, sent } = workflowTags(first.workflow.id);
  const text = textOf(await alertWords(app), name, alerts);
  const isCarried = await carry(app, { name, fieldId, text, tags: [digest, sent] }, alerts);
  if (!isCarried) return all('later');
  return markSent(app, alerts).then(
    () => all('done'),
    () => all('mailed'),
  );
}

/** Whatever else changed on the tickets: they were mailed of, and must not be again. Throws `Failure`. */
export async function markSent({ zendesk: { http } }: AlertApp, alerts: readonly Alert[]): Promise<void> {
  const open = alerts.filter(({ ticket }) => ticket.status !== 'closed');
  const writes = open.map(({ ticketId, workflow }) => {
    const { sent, wait } = workflowTags(workflow.id);
    return { ticketId, updatedAt: null, add: [sent], remove: [wait] };
  });
  await addTags(http, writes);
}

interface Written {
  name: string;
  fieldId: string;
  text: string;
  tags: readonly string[];
}

/** On one of theirs, or on a new one where all are closed. */
async function carry(
  app: AlertApp,
  { name, fieldId, text, tags }: Written,
  alerts: readonly Alert[],
): Promise<boolean> {
  const { http } = app.zendesk;
  const open = alerts.filter(({ ticket }) => ticket.status !== 'closed').slice(0, mostTries);
  for (const { ticketId, ticket } of open) {
    const outcome = await writeDigest(http, { ticketId, updatedAt: ticket.updated_at, fieldId, text, tags });
    if (outcome === 'written') return true;
  }
  const [first] = alerts;
  if (open.length > 0 || !first) return false;
  const { t } = await alertWords(app);
  const subject = t('alerts.digest.subject', { workflow: plainName(first.workflow), count: alerts.length });
  const requesterId = first.leadIds[0] ?? app.user.id;
  const others = emptied(app).filter(({ id }) => id !== fieldId);
  const fields = [...others, { id: fieldId, value: text }];
  const carrier = { source: first.ticket, requesterId, subject, note: text, tags, fields };
  await createCarrier(http, carrier, name);
  return true;
}

/** What the app says on the customer's ticket is not said on the one beside it. */
export const emptied = ({ configuration: { mirror, digestFieldId } }: AlertApp) =>
  [mirror.status, mirror.bucket, mirror.due, mirror.score, digestFieldId].flatMap((id) =>
    id === null ? [] : [{ id, value: null }],
  );

/** The name in the last line makes it like no other. */
function textOf({ t, linkTo, moment }: AlertWords, name: string, alerts: readonly Alert[]): string {
  const [first] = alerts;
  const rows = alerts.map(({ ticketId, row: { feedback } }) => ({
    ticketId,
    dueAt: feedback.case && feedback.case.status !== 'closed' ? feedback.case.dueAt : null,
    ratedAt: ratedAt(feedback),
  }));
  const words: DigestWords = {
    line: ({ ticketId: number, dueAt }) => {
      const ticket = linkTo(number);
      return dueAt === null
        ? t('alerts.digest.line', { number, ticket })
        : t('alerts.digest.due_line', { number, ticket, due: moment(dueAt) });
    },
    more: (count) => t('alerts.digest.more', { count }),
  };
  const head = t('alerts.digest.head', {
    workflow: first ? plainName(first.workflow) : '',
    count: alerts.length,
  });
  return [head, '', digestText(rows, words), '', t('alerts.digest.foot', { name })].join('\n');
}
