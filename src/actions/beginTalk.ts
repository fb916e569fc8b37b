/** Alerts by side conversation: beside the ticket, with people, a group, or a channel in Slack or Teams. */
import { plainName } from '../care/workflows/ruleTexts.ts';
import { workflowTags } from '../care/workflows/workflow.ts';
import { beginSideConversation } from '../zendesk/sideConversations.ts';
import { addTags } from '../zendesk/ticketTags.ts';
import type { Alert, AlertApp, AlertOutcome } from './alert.ts';
import { alertWords } from './alertWords.ts';
import { onceUnderLock } from './onceUnderLock.ts';

/** In Slack, Teams, or by mail to the first of the people. Throws `Failure`: `forbidden` where there are none. */
export async function beginTalk(app: AlertApp, alert: Alert, tab: string): Promise<AlertOutcome> {
  const outcome = await talkOn(app, alert, alert.ticketId, tab);
  if (outcome !== 'done') return outcome;
  const { sent } = workflowTags(alert.workflow.id);
  await addTags(app.zendesk.http, [{ ticketId: alert.ticketId, updatedAt: null, add: [sent] }]);
  return 'done';
}

/** `ticketId` is where it is begun. */
export async function talkOn(
  app: AlertApp,
  alert: Alert,
  ticketId: string,
  tab: string,
): Promise<AlertOutcome> {
  const { workflow, leadIds, groupId } = alert;
  const name = `talk:${workflow.id}:${alert.ticketId}`;
  const person = (id: string) => ({ kind: 'person' as const, id });
  const group = groupId === null ? null : { kind: 'group' as const, id: groupId };
  const to = workflow.sideTo ?? (leadIds[0] ? person(leadIds[0]) : (group ?? person(app.user.id)));
  const make = async () => {
    const { t, linkTo } = await alertWords(app);
    const said = { workflow: plainName(workflow), number: alert.ticketId, ticket: linkTo(alert.ticketId) };
    const message = { subject: t('alerts.talk.subject', said), body: t('alerts.talk.body', said), to };
    // Looks itself for what an earlier try began.
    return beginSideConversation(app.zendesk.http, ticketId, message, name);
  };
  const made = await onceUnderLock(app, name, tab, { find: async () => null, make });
  return typeof made === 'string' ? made : 'done';
}
