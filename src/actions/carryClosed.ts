/**
 * Alerts that are more than a tag: a ticket beside a closed one, and side conversations. Neither can be taken back, so
 * each has a lock of its own: who takes it acts. One that was taken long ago and came to nothing is taken up again, but
 * only after a look at whether it really came to nothing.
 */
import { plainName } from '../care/workflows/ruleTexts.ts';
import { workflowTags } from '../care/workflows/workflow.ts';
import { createCarrier, findCarrier } from '../zendesk/carriers.ts';
import { takeLock } from '../zendesk/locks.ts';
import { beginSideConversation } from '../zendesk/sideConversations.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { addTags } from '../zendesk/ticketTags.ts';
import type { Alert, AlertApp, AlertOutcome } from './alert.ts';
import { alertWords } from './alertWords.ts';
import { emptied } from './sendDigest.ts';

/** Milliseconds after which whoever took a lock is believed to be gone: longer than any call with all its retries. */
const longestAct = 600_000;
/** So often an alert is taken up again. */
const mostLocks = 3;

interface Act {
  /** What an earlier one made, `null` for nothing. */
  find: () => Promise<string | null>;
  /** Makes it; `key` is the same whenever the same person tries the same again. */
  make: (key: string) => Promise<string>;
}

/** What is made once, be it by others and long ago; `busy` while others may be at it. Throws `Failure`. */
async function once(app: AlertApp, name: string, tab: string, { find, make }: Act) {
  for (let number = 1; number <= mostLocks; number += 1) {
    const key = `${name}:${number}`;
    const lock = await takeLock(app.zendesk.http, key, tab);
    const isFirst = lock.isNew && number === 1;
    const id = isFirst ? null : await find();
    if (id !== null) return { id };
    if (lock.isOwn) return { id: await make(key) };
    if (app.now() - lock.at < longestAct) return 'busy';
  }
  return 'refused';
}

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
  const made = await once(app, `carrier:${workflow.id}:${ticketId}`, tab, { find, make });
  if (typeof made === 'string') return made;
  if (isTalk) return talkOn(app, alert, made.id, tab);
  // Without the rule that mails, the ticket would lie there and nobody would know.
  const [carrier] = await readTickets(http, [made.id], 'background');
  return carrier?.tags.includes(sent) ? 'done' : 'refused';
}

/** In Slack, Teams, or by mail to the first of the people. Throws `Failure`: `forbidden` where there are none. */
export async function beginTalk(app: AlertApp, alert: Alert, tab: string): Promise<AlertOutcome> {
  const outcome = await talkOn(app, alert, alert.ticketId, tab);
  if (outcome !== 'done') return outcome;
  const { sent } = workflowTags(alert.workflow.id);
  await addTags(app.zendesk.http, [{ ticketId: alert.ticketId, updatedAt: null, add: [sent] }]);
  return 'done';
}

/** `ticketId` is where it is begun. */
async function talkOn(app: AlertApp, alert: Alert, ticketId: string, tab: string): Promise<AlertOutcome> {
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
  const made = await once(app, name, tab, { find: async () => null, make });
  return typeof made === 'string' ? made : 'done';
}
