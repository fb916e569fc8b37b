/** An account as an admin leaves it after set-up and saving: its rules are at work, and nothing of the app runs. */
import { applyRules } from '../../src/actions/applyRules.ts';
import { configure } from '../../src/actions/configure.ts';
import { keepAlerts } from '../../src/actions/keepAlerts.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { Configuration } from '../../src/care/configuration.ts';
import { readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { CsatGeneration, PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { agentIds, type GroupKey, groupIds, personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { Minutes } from './mirrorWorld.ts';
import { configurationOf } from './setUpWorld.ts';
import { customerId, solvedTicket } from './tickets.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** One lead for billing, two for technical; all other groups' is the admin. */
export const leadNames: Record<GroupKey, string[]> = {
  billing: ['Ola'],
  technical: ['Lena', 'Tomáš'],
  returns: ['Noor'],
  vip: ['Noor'],
};
export const leads: Partial<Configuration> = {
  leads: [
    { groupId: String(groupIds.billing), userIds: [String(personas.lead)] },
    { groupId: String(groupIds.technical), userIds: [String(agentIds.tomas), String(agentIds.lena)] },
  ],
  otherLeads: [String(personas.admin)],
};

/** Set-up, then what an admin saves, then the rules anew: the ways of the app itself, nothing put by hand. */
export async function openAccount(csat: CsatGeneration, change: Partial<Configuration>): Promise<Workspace> {
  const apps = [{ appId: 7, installationId: 70, settings: {} }];
  const workspace = createWorkspace({ hasStory: false, csat, apps });
  const admin = await createTestApp(workspace, 'admin', { timeoutMs: 20_000 });
  const basis = await setUp(admin, () => {});
  const saved = await configure(admin, { ...basis, ...leads, ...change }, basis);
  const applied = await applyRules({ ...admin, configuration: saved.configuration });
  // Without a channel of Slack or Teams it is talked to the leads.
  const problems = applied.problems.filter(({ code }) => code !== 'no_side_target');
  const { refused } = applied;
  if (saved.isMet || problems.length + refused.length > 0)
    throw new Error(JSON.stringify([saved.isMet, problems, refused]));
  return workspace;
}

/** The account's first schedule, as the settings keep their copy. */
export function scheduleOf({ schedules, now }: World): Configuration['schedule'] {
  const [office] = schedules.values();
  if (!office) throw new Error('no schedule');
  return {
    id: String(office.id),
    name: office.name,
    timeZone: 'Europe/Berlin',
    intervals: office.intervals.map(({ start_time: start, end_time: end }) => ({ start, end })),
    holidays: office.holidays.map(({ name, start_date: from, end_date: to }) => ({ name, from, to })),
    readAt: now(),
  };
}

/** Somebody of each group, so that whoever solves a ticket does not take it along to a group of their own. */
const worker: Record<GroupKey, number> = {
  billing: agentIds.ines,
  technical: agentIds.grace,
  returns: agentIds.rafael,
  vip: agentIds.yuki,
};
export const inGroup = (group: GroupKey) => ({ group_id: groupIds[group], assignee_id: worker[group] });

const byStaff = { authorId: personas.agent, channel: 'web' };

/** Solved, offered the survey, and in that group; nothing of it is news to any rule. */
export function ticketIn(world: World, group: GroupKey): number {
  const id = Number(solvedTicket(world));
  changeTicket(world, id, inGroup(group), { ...byStaff, isHistory: true });
  return id;
}

/** As the customer presses it in the survey: from 4 on is good where the account asks no more. */
export const rate = (world: World, ticket: number, csat: number, comment?: string): Ticket =>
  answerSurvey(world, {
    ticket,
    csat: world.csat === 'legacy' ? (csat > 3 ? 'good' : 'bad') : csat,
    ...(comment !== undefined && { comment }),
  });

export const change = (world: World, id: number, to: Parameters<typeof changeTicket>[2]): void => {
  changeTicket(world, id, to, byStaff);
};

export const customerSays = (body: string) => ({
  comment: { body, public: true, author_id: customerId },
});

/** What the account's own rules of the app mailed: when, to whom, of which ticket, by which workflow. */
export const mailsIn = ({ outbox }: World) =>
  outbox
    .filter(({ sentBy }) => sentBy.startsWith('Feedback Loop'))
    .map(({ at, to, ticketId, sentBy, subject, body }) => ({
      at: Date.parse(at),
      to: to.name.split(' ')[0] ?? '',
      ticket: ticketId,
      workflow: /(\w+)\)$/.exec(sentBy)?.[1] ?? '',
      text: `${subject}\n${body}`,
      subject,
    }));

/** Of every ticket somebody was alerted of: how, as the ledger has it. */
export function alertedIn(world: World): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const record of world.customObjectRecords.values()) {
    if (record.object_key !== 'fl_feedback' || record.external_id?.startsWith('sync:')) continue;
    const state = JSON.parse(String(record.custom_object_fields.state));
    const ways = state.alerts.map(({ how }: { how: string }) => how);
    if (ways.length > 0) found[state.key.slice('ticket:'.length)] = ways;
  }
  return found;
}

/** An admin's sync reads what there is, once. */
export async function syncOnce(workspace: Workspace): Promise<void> {
  const app = await createTestApp(workspace, 'admin', { timeoutMs: 20_000 });
  const { tickets } = await readPlaces(app.zendesk.http);
  workspace.world.advance(2 * minute);
  await syncTickets(app, tickets);
  await whenIdle(workspace);
}

/** One browser with the app open, which looks after alerts; minutes pass as the test says. */
export async function openApp(workspace: Workspace, minutes: Minutes, persona: PersonaKey = 'admin') {
  const app = await createTestApp(workspace, persona, { timeoutMs: 20_000 });
  return keepAlerts(
    { ...app, subdomain: 'acme' },
    {
      isLeader: () => true,
      calm: () => Number.POSITIVE_INFINITY,
      clock: minutes.clock,
      wait: minutes.wait,
      tab: `tab of ${persona}`,
    },
  );
}

export const clockOf = (workspace: Workspace) => new Minutes(workspace);
export { configurationOf };
