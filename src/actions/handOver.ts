/** Hands tickets to Zendesk's own rules: by the tag `due` they alert at once, by the tag `wait` at opening. */
import { workflowTags } from '../care/workflow.ts';
import type { WriteOutcome } from '../zendesk/mirror.ts';
import type { Outside } from '../zendesk/outside.ts';
import { addTags } from '../zendesk/ticketTags.ts';
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
 * A call for each of up to three tickets, or a job. Doing it twice alerts once: the rule wants the tag `sent` absent,
 * and adds it. Throws `Failure` where Zendesk did not come to decide.
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
  return alerts.map((alert) => [alert, outcomes[became.get(alert.ticketId) ?? 'conflict']]);
}
