/** An admin's first ten minutes: one press, the survey on Solved, leads, a workflow rehearsed and switched on. */
import type { FrameLocator, Page } from '@playwright/test';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { expect, navBar, test, type Workspace } from './emulator.ts';
import { api } from './host/walk.ts';
import { setUpByAdmin } from './story.ts';
import { madeIn, ownRules, setUpWith, takeTime } from './workflows.ts';

test.beforeEach(() => test.setTimeout(120_000));

/** The admin goes to a section of set-up, from wherever the page is. */
async function openSection(page: Page, workspace: Workspace, name: string): Promise<FrameLocator> {
  const app = await workspace.openTriage({ persona: 'admin' });
  await app.getByRole('button', { name: 'Check set-up' }).click();
  await section(navBar(page), name);
  return navBar(page);
}

async function section(app: FrameLocator, name: string): Promise<void> {
  const sections = app.getByRole('group', { name: 'Settings' });
  await sections.getByRole('button', { name, exact: true }).click();
  await expect(sections.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true');
}

const press = (app: FrameLocator, name: string | RegExp) =>
  app.getByRole('button', { name, exact: true }).click();

const account = (app: FrameLocator) => app.getByRole('region', { name: 'In this account' });

test('the checklist is filled in, one press creates what it names, and there is nothing left to press', async ({
  page,
  workspace,
  emulator,
}) => {
  const before = madeIn(emulator);
  const app = await workspace.openTriage({ persona: 'admin' });
  await expect(app.getByText('This is what will be created; what exists is left alone.')).toBeVisible();
  await expect(account(app).getByText(/Will be created: .*Feedback Loop event/)).toBeVisible();
  await expect(account(app).getByText(/Will be created: .*open cases/)).toBeVisible();
  await expect(account(app).getByText('4 will be created')).toBeVisible();
  await expect(account(app).getByText(/Survey: 2 of 2 in place/)).toBeVisible();
  expect(madeIn(emulator), 'looking changes nothing').toEqual(before);

  await workspace.change({ latency: 60 });
  await press(app, 'Set up Feedback Loop');
  await expect(app.getByRole('progressbar', { name: 'Set-up' })).toBeVisible();
  await expect(app.getByText(/^\d+ of \d+ steps done/)).toBeVisible();
  await expect(app.getByRole('heading', { name: 'This account is ready' })).toBeFocused();
  await workspace.change({ latency: 0 });
  await expect(app.getByText('Created: 9')).toBeVisible();
  await expect(app.getByText('Everything is in place.')).toBeVisible();
  for (const area of ['Storage: 3 of 3', 'Ticket fields: 4 of 4', 'Views: 2 of 2'])
    await expect(account(app).getByText(area)).toBeVisible();
  await expect(app.getByRole('button', { name: /^(Set up Feedback Loop|Create what is)/ })).toHaveCount(0);

  const after = madeIn(emulator);
  expect(newOnes(before, after)).toEqual({
    triggers: 0,
    automations: 0,
    views: 2,
    ticketFields: 4,
    customObjects: 3,
  });
  const again = await openSection(page, workspace, 'Set-up');
  await expect(again.getByText('Everything is in place.')).toBeVisible();
  await expect(again.getByRole('button', { name: /^(Set up Feedback Loop|Create what is)/ })).toHaveCount(0);
  expect(madeIn(emulator)).toEqual(after);
});

type Made = ReturnType<typeof madeIn>;

const newOnes = (before: Made, after: Made) =>
  Object.fromEntries(
    Object.entries(after).map(([kind, things]) => [kind, things.length - before[kind as keyof Made].length]),
  );

test('what an earlier run left unfinished is told and finished by the same press', async ({
  workspace,
  emulator,
}) => {
  await workspace.become('half_set_up');
  const { customObjects: before } = madeIn(emulator);
  // An empty queue would look like there is nothing to do: the page opens where it can be finished.
  const app = await workspace.openTriage({ persona: 'admin' });
  await expect(app.getByText(/^Set-up was begun and is not finished: \d+ steps are left/)).toBeVisible();
  await expect(account(app).getByText('2 of 3 in place')).toBeVisible();
  await expect(account(app).getByText(/Will be created: .*Feedback Loop document/)).toBeVisible();
  await press(app, /^Create what is missing \(\d+\)$/);
  await expect(app.getByRole('heading', { name: 'This account is ready' })).toBeFocused();
  await expect(app.getByText('Created: 7')).toBeVisible();
  await expect(app.getByText(/^Everything that can be created is in place/)).toBeVisible();
  const { customObjects: after } = madeIn(emulator);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(before.length + 1);
});

test('the survey goes out on Solved once the admin says so, and the old rule is off only with the tick', async ({
  page,
  workspace,
  emulator,
}) => {
  await setUpWith(emulator);
  const app = await openSection(page, workspace, 'Survey');
  await expect(app.getByText(/Automation: 24 hours after a ticket is solved/)).toBeVisible();
  await expect(app.getByText(/Satisfaction: .*, on 1-5/)).toBeVisible();
  await expect(app.getByText(/Effort \(CES\): .*, on 1-5/)).toBeVisible();
  await expect(app.getByText(/^Creates the trigger “Feedback Loop: survey on Solved”/)).toBeVisible();

  const isOldOn = async () => {
    const { automations } = await api(workspace.url, 'admin', 'GET', '/api/v2/automations');
    return automations.find(({ title }: { title: string }) => title.startsWith('Request customer')).active;
  };
  const tick = app.getByRole('checkbox', { name: /^Switch off .*Request customer satisfaction rating/ });
  await expect(tick).not.toBeChecked();
  await press(app, 'Ask on Solved');
  await expect(app.getByText('This app’s trigger: as soon as a ticket is solved.')).toBeVisible();
  expect(await isOldOn(), 'nobody consented yet').toBe(true);

  // The tick is asked for again, and now given.
  await app.getByText(/^Switch off .*Request customer/).click();
  await expect(tick).toBeChecked();
  await press(app, 'Switch off what is ticked');
  await expect(app.getByText(/^Switched off for it: .*Request customer satisfaction rating/)).toBeVisible();
  await expect(app.getByRole('heading', { name: 'When it is sent' })).toBeFocused();
  expect(await isOldOn()).toBe(false);
  expect(ownRules(emulator)).toEqual(['Feedback Loop: survey on Solved']);

  const ticket = storyTickets.loginBack;
  const surveys = async () => (await workspace.outbox()).filter(({ survey }) => survey?.ticketId === ticket);
  expect(await surveys()).toEqual([]);
  await api(workspace.url, 'agent', 'PUT', `/api/v2/tickets/${ticket}`, { ticket: { status: 'solved' } });
  expect(await surveys()).toHaveLength(1);
});

test('a lead for a group, a workflow rehearsed and switched on; what somebody edits in Zendesk is found and repaired on request', async ({
  page,
  workspace,
  emulator,
}) => {
  await setUpByAdmin(page, workspace);
  const app = navBar(page);
  await section(app, 'People');
  await expect(app.getByText(/^4 groups have no lead, and nobody leads the others/)).toBeVisible();
  await press(app, /^Add a person.*Billing/);
  await page.keyboard.type('Ola');
  await press(app, 'Ola Thorsen');
  await press(app, 'No more');
  takeTime(emulator, 60_000);
  await press(app, /^Add a person.*all other groups/);
  await press(app, 'Add yourself');
  await expect(app.getByText(/^3 groups have no lead: alerts go to .*Noor Haddad/)).toBeVisible();

  await section(app, 'Workflows');
  await expect(app.getByText('There is no workflow yet: nobody is alerted.')).toBeVisible();
  await press(app, 'Add a workflow');
  await expect(app.getByRole('heading', { name: 'What is it for?' })).toBeFocused();
  await press(app, 'Add: Customer rescue');
  await expect(
    app.getByText('At once, by Zendesk itself, at any hour and with every browser closed.'),
  ).toBeVisible();
  await expect(app.getByText(/some of these alerts will be about a 3/)).toBeVisible();
  expect(ownRules(emulator)).toEqual([]);

  const asBefore = madeIn(emulator);
  await press(app, /^Rehearse on the last 30 days: .*Low scores/);
  await press(app, 'Rehearse');
  await expect(
    app.getByText(/Low scores.*: \d+ alerts?, worst day \d+ .*, \d+ likely false, \d+ at night/),
  ).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Who would have heard' })).toBeVisible();
  await expect(app.getByText(/^\d+ ratings in the last 30 days/)).toBeVisible();
  expect(madeIn(emulator), 'a rehearsal only reads').toEqual(asBefore);
  const mails = (await workspace.outbox()).length;

  await section(app, 'Workflows');
  await app.getByText(/^.*Low scores.* is switched on$/).click();
  await press(app, 'Save…');
  await expect(app.getByText(/^Workflow .*Low scores.* switched on$/)).toBeVisible();
  await expect(app.getByText(/^Leads: none → .*Billing.*Ola Thorsen/)).toBeVisible();
  await press(app, 'Save these changes');
  await expect(app.getByText('4 rules in Zendesk renewed')).toBeVisible();
  expect((await workspace.outbox()).length, 'nobody is alerted of what was').toBe(mails);
  const rules = ownRules(emulator);
  expect(rules).toHaveLength(4);

  // Somebody edits one of them in Zendesk.
  const edited = await findTrigger(workspace.url, /Low scores \(alert, group Billing/);
  const actions = [...edited.actions, { field: 'priority', value: 'urgent' }];
  const path = `/api/v2/triggers/${edited.id}`;
  await api(workspace.url, 'admin', 'PUT', path, { trigger: { actions } });
  await section(app, 'Set-up');
  await expect(app.getByText(/^Nothing is missing. Somebody changed one thing/)).toBeVisible();
  const drifted = account(app).getByRole('listitem').filter({ hasText: 'Low scores (alert, group Billing' });
  await expect(drifted).toContainText('Changed by somebody');
  expect((await findTrigger(workspace.url, /alert, group Billing/)).actions).toHaveLength(actions.length);
  await drifted.getByRole('button', { name: /^Repair/ }).click();
  await expect(app.getByText('Repaired: one')).toBeVisible();
  await expect(account(app).getByText('Alerts: 4 of 4 in place')).toBeVisible();
  expect((await findTrigger(workspace.url, /alert, group Billing/)).actions).toEqual(edited.actions);
  expect(ownRules(emulator)).toEqual(rules);

  await section(app, 'Changes');
  await expect(app.getByText(/^Workflow .*Low scores.* added$/)).toBeVisible();
});

interface FoundTrigger {
  id: string;
  title: string;
  actions: unknown[];
}

async function findTrigger(url: string, title: RegExp): Promise<FoundTrigger> {
  const { triggers } = await api(url, 'admin', 'GET', '/api/v2/triggers');
  const found = triggers.find((one: FoundTrigger) => title.test(one.title));
  if (!found) throw new Error(`no trigger ${title}`);
  return found;
}

test('a sixth workflow is refused with the reason, and the privacy page says what is stored where', async ({
  page,
  workspace,
  emulator,
}) => {
  await setUpWith(emulator);
  const app = await openSection(page, workspace, 'Workflows');
  for (let count = 1; count <= 5; count += 1) {
    await press(app, 'Add a workflow');
    await press(app, 'Add: Customer rescue');
    await expect(app.getByRole('checkbox', { name: /is switched on/ })).toHaveCount(count);
  }
  await press(app, 'Add a workflow');
  await expect(
    app.getByRole('alert').getByText(/^Five are the most\. More alerts would not be read/),
  ).toBeVisible();
  await expect(app.getByRole('button', { name: 'Add: Customer rescue' })).toHaveCount(0);

  await section(app, 'Privacy');
  await expect(app.getByRole('heading', { name: 'What is stored where' })).toBeVisible();
  await expect(app.getByText(/^Customers’ comments, names and addresses, .* are not stored/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Download as CSV' })).toBeVisible();
});
