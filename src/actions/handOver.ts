/** Hands tickets to Zendesk's own rules: by the tag `due` they alert at once, by the tag `wait` at opening. */
import { workflowTags } from '../care/workflows/workflow.ts';
import type { Http } from '../zendesk/http.ts';
import type { Outside } from '../zendesk/outside.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { addTags } from '../zendesk/ticketTags.ts';
import type { WriteOutcome } from '../zendesk/ticketWrites.ts';
import { type Alert, type AlertOutcome, type AlertOutcomes, groupedBy } from './alert.ts';

/** A ticket that was closed meanwhile is carried by another in the next round. */
const outcomes: Record<WriteOutcome, AlertOutcome> = {
  written: 'done',
  conflict: 'again',
  closed: 'again',
  gone: 'gone',
  forbidden: 'forbidden',
  refused: 'refused',
};

/**
 * A call for each of up to three tickets, or a job, and a look at what the rules made of it: `refused` where none of
 * them alerted, because it is gone, switched off or was never made. Doing it twice alerts once: the rule wants the tag
 * `sent` absent, and adds it. Throws `Failure` where Zendesk did not come to decide.
 */
export async function handOver(
  { zendesk: { http } }: Outside,
  alerts: readonly Alert[],
): Promise<AlertOutcomes> {
  const byTicket = [...groupedBy(alerts, ({ ticketId }) => ticketId)];
  const writes = byTicket.flatMap(([ticketId, own]) => {
    const add = own.map(({ workflow, how }) => workflowTags(workflow.id)[how === 'wait' ? 'wait' : 'due']);
    return own[0] ? { ticketId, updatedAt: own[0].ticket.updated_at, add } : [];
  });
  const written = await addTags(http, writes);
  const became = new Map(writes.map(({ ticketId }, index) => [ticketId, written[index] ?? 'conflict']));
  const told = alerts.map((alert): [Alert, AlertOutcome] => [
    alert,
    outcomes[became.get(alert.ticketId) ?? 'conflict'],
  ]);
  const isUnheard = await unheardAmong(http, told);
  return told.map(([alert, outcome]) => [alert, isUnheard(alert) ? 'refused' : outcome]);
}

/** Rules run before an update is answered: a ticket that was handed over and lacks `sent` was passed over. */
async function unheardAmong(http: Http, told: AlertOutcomes): Promise<(alert: Alert) => boolean> {
  const handed = told.flatMap(([alert, outcome]) =>
    outcome === 'done' && alert.how !== 'wait' ? [alert] : [],
  );
  if (handed.length === 0) return () => false;
  const ids = [...new Set(handed.map(({ ticketId }) => ticketId))];
  const tags = new Map(
    (await readTickets(http, ids, 'background')).map((ticket) => [ticket.id, ticket.tags]),
  );
  return (alert) =>
    handed.includes(alert) &&
    tags.get(alert.ticketId)?.includes(workflowTags(alert.workflow.id).sent) === false;
}
