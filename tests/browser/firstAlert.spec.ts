/** A lead's first alert: by mail with every browser closed, and in Zendesk when the lead comes back. */
import { solvedTicket } from '../actions/tickets.ts';
import type { Mail } from '../emulator/control.ts';
import type { Emulator } from '../emulator/server.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { expect, test, type Workspace } from './emulator.ts';
import { api } from './host/walk.ts';
import { panel, row } from './queue.ts';
import { fresh } from './story.ts';
import { syncNow } from './syncing.ts';
import { arranged, hurryUntil, rescue, setUpWith, soon } from './workflows.ts';

test.beforeEach(() => test.setTimeout(120_000));

/** From the story's morning in Berlin, 10:12, to the night. */
const untilNight = 13;

/** Mails of the app's rules, oldest first. */
async function alertsIn(workspace: Workspace): Promise<Mail[]> {
  const mails = await workspace.outbox();
  return mails.filter(({ sentBy }) => sentBy.startsWith('Feedback Loop')).reverse();
}

test('at night, with every browser closed, a 2 is mailed to the group’s lead, once; in the morning it waits in Zendesk, one press away', async ({
  page,
  workspace,
  emulator,
}) => {
  await setUpWith(emulator, { ...arranged, workflows: [rescue()] });
  await workspace.moveClock(untilNight);
  await workspace.answer({ ticket: fresh, csat: 2, ces: 1, comment: 'Explained it four times.' });
  const [mail, ...more] = await alertsIn(workspace);
  expect(more).toEqual([]);
  expect(mail?.to.name).toBe('Ola Thorsen');
  expect(mail?.subject).toBe(`Low scores: feedback on ticket ${fresh}`);
  expect(mail?.body, 'no word of the customer’s').not.toContain('four times');
  expect(mail?.body).toContain(`/agent/tickets/${fresh}`);
  // The customer thinks again: still bad, and no second mail, nor one by the hour.
  await workspace.answer({ ticket: fresh, csat: 1 });
  await workspace.moveClock(11);
  expect(await alertsIn(workspace)).toHaveLength(1);

  // The lead comes in: the page finds what is new, its background writes down who was alerted.
  await page.clock.install();
  const icon = page.getByRole('link', { name: 'Feedback Loop' }).locator('circle');
  const list = await workspace.openTriage({ persona: 'lead' });
  await expect(row(list, `#${fresh}`)).toBeVisible();
  await expect(icon).toHaveCount(1);
  const alerts = list.getByRole('heading', { name: '1 alert for you' });
  await hurryUntil(page, emulator, () => alerts.isVisible());
  await expect(icon, 'the icon says so, too').toHaveCount(2);
  const told = page.getByRole('region', { name: 'Messages' }).getByText(/^New feedback case \(Low scores\)/);
  await expect(told).toHaveCount(1);

  await list.getByRole('button', { name: `Open the case of ticket ${fresh}` }).click();
  await expect(panel(list).getByText('What happened')).toBeVisible();
  await expect(panel(list).getByText(/^Zendesk alerted .*Ola Thorsen.*\(.*Low scores/)).toBeVisible();
  await expect(panel(list).getByText(/Ola Thorsen.* alerted \(.*Low scores/)).toBeVisible();
  await list.getByRole('button', { name: `Acknowledge the alert of ticket ${fresh}` }).click();
  await expect(list.getByRole('heading', { name: /alerts? for you/ })).toHaveCount(0);
  await expect(icon).toHaveCount(1);
  expect(await alertsIn(workspace)).toHaveLength(1);
});

test('in business hours only: what comes at night is mailed when the office opens, once', async ({
  workspace,
  emulator,
}) => {
  await setUpWith(emulator, { ...arranged, workflows: [rescue({ hours: 'schedule' })] });
  await workspace.moveClock(untilNight);
  await workspace.answer({ ticket: fresh, csat: 2 });
  await workspace.moveClock(8);
  expect(await alertsIn(workspace), 'nobody is woken').toEqual([]);
  await workspace.moveClock(6);
  const [mail, ...more] = await alertsIn(workspace);
  expect(more).toEqual([]);
  expect(mail?.to.name).toBe('Ola Thorsen');
  // Berlin opens at nine, which is eight by the world's clock; automations run by the hour.
  expect(mail?.at).toMatch(/T(08|09|10):00/);
  await workspace.moveClock(24);
  expect(await alertsIn(workspace)).toHaveLength(1);
});

/** Tickets of billing, solved and asked; each answered with a 1. */
function rateBadly(emulator: Emulator, count: number): number[] {
  const world = emulator.world();
  return Array.from({ length: count }, () => {
    const ticket = Number(solvedTicket(world));
    const by = { authorId: personas.admin, channel: 'api' as const, isHistory: true };
    changeTicket(world, ticket, { group_id: groupIds.billing }, by);
    answerSurvey(world, { ticket, csat: 1 });
    return ticket;
  });
}

test('of a storm of thirty bad ratings a lead with a budget of five gets five mails and one digest', async ({
  page,
  workspace,
  emulator,
}) => {
  await setUpWith(emulator, { ...arranged, workflows: [rescue({ budget: 5 })] });
  const tickets = rateBadly(emulator, 30);
  expect(await alertsIn(workspace), 'counting takes an open app').toEqual([]);
  await workspace.moveClock(3 / 60);
  await workspace.openTriage({ persona: 'admin' });
  const digests = async () =>
    (await alertsIn(workspace)).filter(({ subject }) => /more tickets for you$/.test(subject));
  await syncNow(page);
  await expect.poll(async () => (await digests()).length, soon).toBe(1);
  // More than an hour later: what the hourly automation finds was told already.
  await workspace.moveClock(2);
  const mails = await alertsIn(workspace);
  expect(mails.filter(({ subject }) => /^Low scores: feedback on ticket/.test(subject))).toHaveLength(5);
  expect(mails).toHaveLength(6);
  expect(new Set(mails.map(({ to }) => to.name))).toEqual(new Set(['Ola Thorsen']));
  const [digest] = await digests();
  expect(digest?.body).toContain('25 more tickets wait for you.');
  const told = new Set(
    mails.flatMap(({ subject, body }) => `${subject} ${body}`.match(/\d{3,}/g)?.map(Number) ?? []),
  );
  expect(tickets.filter((ticket) => !told.has(ticket))).toEqual([]);
});

test('a rating whose ticket is closed before anybody knew the number reaches the lead as soon as an app is open, the customer hears nothing', async ({
  page,
  workspace,
  emulator,
}) => {
  const base = rescue();
  await setUpWith(emulator, {
    ...arranged,
    workflows: [{ ...base, when: { ...base.when, isEager: false } }],
  });
  await workspace.answer({ ticket: fresh, csat: 1 });
  await api(workspace.url, 'agent', 'PUT', `/api/v2/tickets/${fresh}`, { ticket: { status: 'closed' } });
  await workspace.moveClock(3 / 60);
  expect(await alertsIn(workspace)).toEqual([]);
  await workspace.openTriage({ persona: 'admin' });
  await syncNow(page);
  await expect.poll(async () => (await alertsIn(workspace)).length, soon).toBe(1);
  const [mail, ...more] = await alertsIn(workspace);
  expect(more).toEqual([]);
  expect(mail?.to.name).toBe('Ola Thorsen');
  const { ticket } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${mail?.ticketId}`);
  expect(ticket.subject).toBe(`Low scores: feedback on closed ticket #${fresh}`);
  expect(ticket.via.source.from.ticket_id).toBe(fresh);
  expect(ticket.requester_id).toBe(personas.lead);
  expect(ticket.tags).toContain('fl_carrier');
  const customer = (await workspace.outbox()).find(({ survey }) => survey?.ticketId === fresh)?.to.email;
  const later = (await workspace.outbox()).filter(
    ({ ticketId, to }) => ticketId === ticket.id && to.email === customer,
  );
  expect(later).toEqual([]);
  const { comments } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticket.id}/comments`);
  expect(comments.map(({ public: isPublic }: { public: boolean }) => isPublic)).toEqual([false]);
});
