/** Writes down who was alerted: facts first, then the list, in two jobs for up to a hundred feedbacks. */
import type { Feedback } from '../care/feedback.ts';
import type { AlertWay, Entry, NewEvent } from '../care/ledger.ts';
import { mostItems } from '../zendesk/jobs.ts';
import type { Outside } from '../zendesk/outside.ts';
import { type Alert, groupedBy } from './alert.ts';
import { Batch } from './batch.ts';

/**
 * Each workflow's alert once, whoever else writes meanwhile: who finds it in the ledger writes nothing. Throws
 * `Failure`; what was not written then is found by the tag on the ticket in the next round.
 */
export async function recordAlerts(
  app: Outside,
  alerts: readonly (readonly [alert: Alert, how: AlertWay])[],
): Promise<void> {
  const all = [...groupedBy(alerts, ([{ key }]) => key).values()];
  for (let from = 0; from < all.length; from += mostItems)
    await recordSome(app, all.slice(from, from + mostItems));
}

async function recordSome(app: Outside, some: readonly (readonly (readonly [Alert, AlertWay])[])[]) {
  const items = some.flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { key, ticketId, row } = first[0];
    const decide = (state: Feedback) => entryOf(state, own);
    return { key, ticketId, requesterId: row.requesterId, state: row.feedback, listed: row.feedback, decide };
  });
  const batch = new Batch(app, items, { priority: 'background' });
  await batch.writeFacts(false);
  await batch.writeList(null);
  batch.tell();
}

/** Several people's ids stand with blanks between them. */
function entryOf(state: Feedback, alerts: readonly (readonly [Alert, AlertWay])[]): Entry | null {
  const open = alerts.filter(([{ workflow }]) => !state.alerts.some((one) => one.workflow === workflow.id));
  const facts = open.map(([{ workflow, leadIds }, how]): NewEvent => {
    const to = leadIds.length > 0 ? leadIds.join(' ') : null;
    return { kind: 'alerted', body: { workflow: workflow.id, how, to } };
  });
  const [first, ...more] = facts;
  return first ? [first, ...more] : null;
}
