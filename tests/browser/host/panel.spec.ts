import type { Page } from '@playwright/test';
import { personas } from '../../emulator/world/people.ts';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { api, submitAs } from './walk.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;
const openPanel = (page: Page) => page.getByRole('button', { name: 'Emulator panel' }).click();
const panelOf = (page: Page) => page.getByRole('region', { name: 'Emulator panel' });

test('another person is chosen in the panel, and the app sees them', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const before = await probeAt(page, 'background');
  expect(await before.get('currentUser.id')).toBe(personas.agent);
  await openPanel(page);
  await page.getByLabel('Signed in as').selectOption('lead');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Good day, Ola');
  const after = await probeAt(page, 'background');
  expect(await after.get('currentUser.id')).toBe(personas.lead);
  await openPanel(page);
  await page.getByLabel('or anyone, by e-mail').fill('nobody@nowhere.example');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Nobody in this account is called “nobody@nowhere.example”.',
  );
});

test('a solved ticket’s survey comes a day later; the customer answers, then thinks again', async ({
  page,
  workspace,
}) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  await page.getByRole('textbox', { name: /^Public reply/ }).fill('All doors work.');
  await submitAs(page, 'Solved');
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('All doors work.');
  const { ticket } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}`);
  const { user } = await api(workspace.url, 'admin', 'GET', `/api/v2/users/${ticket.requester_id}`);
  await openPanel(page);
  for (const _ of [1, 2]) {
    await panelOf(page).getByRole('button', { name: '+1 day' }).click();
    await expect(panelOf(page).getByRole('status')).toHaveText('Done.');
  }
  await page.getByRole('link', { name: "Customer's mailbox" }).click();
  await page.getByRole('link', { name: user.name }).click();
  await page.getByRole('link', { name: 'Rate' }).click();
  await expect(page.getByText(`Your request #${ticketId}: Clinic doors`)).toBeVisible();
  await page.getByRole('group').first().getByText('2', { exact: true }).click();
  await page.getByRole('textbox').fill('The doors locked again.');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(page.getByText('Your answer has been sent.')).toBeVisible();
  const score = async () =>
    (await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}`)).ticket.satisfaction_rating;
  expect(await score()).toMatchObject({ score: 'bad', comment: 'The doors locked again.' });
  await page.reload();
  await expect(page.getByText('This is your answer so far.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('The doors locked again.');
  await page.getByRole('group').first().getByText('5', { exact: true }).click();
  await page.getByRole('button', { name: 'Change answer' }).click();
  await expect(page.getByText('Your answer has been sent.')).toBeVisible();
  expect(await score()).toMatchObject({ score: 'good' });
});

test('a fault added in the panel fails a real request, and clearing it ends that', async ({
  page,
  workspace,
}) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  const request = { url: `/api/v2/tickets/${ticketId}`, autoRetry: false };
  await openPanel(page);
  const form = page.getByRole('form', { name: 'Add fault' });
  await form.getByLabel('Path').fill('api/v2/tickets/*');
  await form.getByRole('button', { name: 'Add fault' }).click();
  await expect(form.getByRole('alert')).toContainText('A path starts with a slash');
  await form.getByLabel('Path').fill('/api/v2/tickets/*');
  await form.getByLabel('Fault', { exact: true }).selectOption('403');
  await form.getByLabel('Times').fill('1');
  await form.getByRole('button', { name: 'Add fault' }).click();
  const faults = panelOf(page).getByRole('list', { name: 'Faults' });
  await expect(faults).toContainText('403 forbidden, 1 left');
  expect((await app.request(request)).failed).toMatchObject({ status: 403 });
  expect((await app.request(request)).done).toMatchObject({ ticket: { id: ticketId } });
  await form.getByLabel('Times').fill('');
  await form.getByRole('button', { name: 'Add fault' }).click();
  await expect(faults).toContainText('until cleared');
  expect((await app.request(request)).failed).toMatchObject({ status: 403 });
  await panelOf(page).getByRole('button', { name: 'Clear all faults' }).click();
  await expect(panelOf(page)).toContainText('No fault is set.');
  expect((await app.request(request)).done).toMatchObject({ ticket: { id: ticketId } });
});

test('what is changed while the page still starts is shown all the same', async ({ page, workspace }) => {
  let connect = () => {};
  const held = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await page.route('**/__emulator/events', async (route) => {
    await held;
    await route.continue();
  });
  await workspace.open('/agent/dashboard');
  await openPanel(page);
  await expect(panelOf(page)).toContainText('No fault is set.');
  await workspace.fail({ path: '/api/v2/tickets/*', kind: '503' });
  connect();
  await expect(panelOf(page)).toContainText('503 unavailable, until cleared');
});

test('plan and kind of CSAT changed in the panel hold for the account', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard', { persona: 'admin' });
  const app = await probeAt(page, 'background');
  await openPanel(page);
  await page.getByLabel('CSAT').selectOption('legacy');
  await expect
    .poll(async () => JSON.stringify((await app.request('/api/v2/account/settings.json')).done))
    .toContain('"customer_satisfaction":true');
  await page.getByLabel('Plan').selectOption('support_team');
  await expect.poll(() => app.get('currentAccount.planName')).toBe('Support Team');
  expect((await app.request('/api/v2/custom_objects.json')).failed).toMatchObject({
    status: 403,
  });
});

test('resetting the world in the panel undoes every change', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Soon forgotten');
  await submitAs(page, 'Solved');
  const title = () =>
    api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}`).then(({ ticket }) => ticket.subject);
  await expect.poll(title).toBe('Soon forgotten');
  await openPanel(page);
  await panelOf(page).getByRole('button', { name: 'Reset the world' }).click();
  await panelOf(page).getByRole('button', { name: 'Keep it' }).click();
  expect(await title()).toBe('Soon forgotten');
  await panelOf(page).getByRole('button', { name: 'Reset the world' }).click();
  const isLoaded = page.waitForEvent('load');
  await panelOf(page).getByRole('button', { name: 'Yes, reset' }).click();
  await isLoaded;
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue(
    'Clinic doors locked out after the update',
  );
});

test('the panel lists the last exchanges and closes with Escape', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const app = await probeAt(page, 'background');
  await app.request('/api/v2/groups.json?asked=by-the-app');
  await openPanel(page);
  await panelOf(page).getByText('/api/v2/groups.json?asked=by-the-app').first().click();
  await expect(
    panelOf(page)
      .getByText(/Answered: \{/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Emulator panel' })).toBeFocused();
});
