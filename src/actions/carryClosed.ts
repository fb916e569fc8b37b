/** A closed ticket can alert nobody any more: a follow-up ticket beside it does. */
import { plainName } from '../care/workflows/ruleTexts.ts';
import { workflowTags } from '../care/workflows/workflow.ts';
import { createCarrier, findCarrier } from '../zendesk/carriers.ts';
import { readTickets } from '../zendesk/tickets.ts';
import type { Alert, AlertApp, AlertOutcome } from './alert.ts';
import { alertWords } from './alertWords.ts';
import { talkOn } from './beginTalk.ts';
import { onceUnderLock } from './onceUnderLock.ts';
import { emptied } from './sendDigest.ts';

/**
 * A follow-up ticket that asks a lead, and nobody else, to look: the customer hears nothing. `tab` recognises this
 * tab's own locks. Throws `Failure`.
 */
export async function carryClosed(app: AlertApp, alert: Alert, tab: string): Promise<AlertOutcome> {
  const { http } = app.zendesk;
  const { workflow, ticket, ticketId } = alert;
  const { due, sent } = workflowTags(workflow.id);
  const isTalk = workflow.channel === 'side_conversation';
  const make = async (key: string) => {
    const { t, linkTo } = await alertWords(app);
    const said = { workflow: plainName(workflow), number: ticketId, ticket: linkTo(ticketId) };
    const carrier = {
      source: ticket,
      requesterId: alert.leadIds[0] ?? app.user.id,
      subject: t('alerts.carrier.subject', said),
      note: t('alerts.carrier.note', said),
      tags: [isTalk ? sent : due],
      fields: emptied(app),
    };
    return createCarrier(http, carrier, key);
  };
  const find = () => findCarrier(http, ticketId, [due, sent]);
  const made = await onceUnderLock(app, `carrier:${workflow.id}:${ticketId}`, tab, { find, make });
  if (typeof made === 'string') return made;
  if (isTalk) return talkOn(app, alert, made.id, tab);
  // Without the rule that mails, the ticket would lie there and nobody would know.
  const [carrier] = await readTickets(http, [made.id], 'background');
  return carrier?.tags.includes(sent) ? 'done' : 'refused';
}
