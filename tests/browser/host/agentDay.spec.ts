import type { Page } from '@playwright/test';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { api, submitAs, walkTo } from './walk.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;
const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });

test('an agent goes from the dashboard to a ticket, writes a note and solves it', async ({
  page,
  workspace,
}) => {
  await workspace.open('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Good day, Mia');
  await page.getByRole('region', { name: 'Updated lately' }).getByRole('link').first().waitFor();
  await page.getByRole('link', { name: 'All tickets' }).click();
  await walkTo(page, ticketId);
  await page.getByRole('radiogroup', { name: 'Write' }).getByText('Internal note').click();
  await page.getByRole('textbox', { name: /^Internal note/ }).fill('Doors reset by phone.');
  await submitAs(page, 'Solved');
  await expect(conversation(page).getByRole('listitem').last()).toContainText('Doors reset by phone.');
  await expect(conversation(page).getByRole('listitem').last()).toContainText('Internal note');
  const { ticket } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}`);
  expect(ticket.status).toBe('solved');
  const { comments } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}/comments`);
  expect(comments.at(-1)).toMatchObject({ body: 'Doors reset by phone.', public: false });
  expect(await workspace.outbox()).not.toContainEqual(
    expect.objectContaining({ body: expect.stringContaining('Doors reset by phone.') }),
  );
});

test('a closed ticket can be read and not changed', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${storyTickets.praiseOther}`);
  await expect(conversation(page).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText('This ticket is closed.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Submit/ })).toHaveCount(0);
  await expect(page.getByLabel('Priority')).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveCount(0);
});

test('a light agent writes notes only', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`, { persona: 'light_agent' });
  await expect(page.getByRole('radio', { name: 'Public reply' })).toBeDisabled();
  await expect(page.getByLabel('Priority')).toBeDisabled();
  await page.getByRole('textbox', { name: /^Internal note/ }).fill('Seen by the light.');
  await page.getByRole('button', { name: 'Submit note' }).click();
  await expect(conversation(page)).toContainText('Seen by the light.');
});

test('who saves on top of somebody else’s change is told, and keeps what was typed', async ({
  page,
  workspace,
}) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  const composer = page.getByRole('textbox', { name: /^Public reply/ });
  await composer.fill('On our way.');
  await api(workspace.url, 'lead', 'PUT', `/api/v2/tickets/${ticketId}`, { ticket: { priority: 'low' } });
  await expect(page.getByRole('status').filter({ hasText: 'updated this ticket while' })).toBeVisible();
  await expect.poll(() => app.heard('ticket.updated')).toHaveLength(1);
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this ticket meanwhile.');
  await expect(composer).toHaveValue('On our way.');
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page.getByLabel('Priority')).toHaveValue('low');
  await page.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(conversation(page)).toContainText('On our way.');
  const { ticket } = await api(workspace.url, 'admin', 'GET', `/api/v2/tickets/${ticketId}`);
  expect(ticket.priority).toBe('low');
});

test('an open ticket shows what another person saves, without a reload', async ({
  page,
  workspace,
  newPage,
}) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  const other = await newPage();
  await other.goto(`${workspace.url}/agent/tickets/${ticketId}?persona=lead`);
  await other.getByRole('textbox', { name: /^Public reply/ }).fill('The lead was here.');
  await other.getByRole('button', { name: 'Submit as Open' }).click();
  await expect(conversation(page)).toContainText('The lead was here.');
  const names = async () =>
    (await app.heard('*.changed')).map((change) => (change as { propertyName: string }).propertyName);
  await expect.poll(names).toEqual(expect.arrayContaining(['ticket.comments', 'ticket.conversation']));
});

test('the apps’ tray grows and shrinks by keyboard, and hides', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`, { width: 400 });
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  const tray = page.getByRole('region', { name: 'Apps', exact: true });
  const width = async () => Math.round((await tray.boundingBox())?.width ?? 0);
  const line = page.getByRole('separator', { name: 'Width of the apps' });
  await line.focus();
  await line.press('ArrowLeft');
  await expect.poll(width).toBe(420);
  await line.press('PageDown');
  await expect.poll(width).toBe(320);
  await expect(line).toHaveAttribute('aria-valuenow', '320');
  await page.getByRole('button', { name: 'Hide apps' }).click();
  await expect(tray).toBeHidden();
  await expect.poll(() => app.get('appsTray.isVisible')).toBe(false);
  await app.invoke('appsTray.show');
  await expect(tray).toBeVisible();
  expect((await app.events()).slice(-2)).toEqual(['app.collapsed', 'app.expanded']);
});

test('switching to the dark scheme reaches the apps that are open', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector('main') as Element).color);
  const before = await ground();
  await page.getByRole('button', { name: 'Emulator panel' }).click();
  await page.getByLabel('Colours').selectOption('dark');
  await expect.poll(() => app.heard('colorScheme.changed')).toEqual(['dark']);
  expect(await app.get('colorScheme')).toBe('dark');
  expect(await ground()).not.toBe(before);
  await page.reload();
  const again = await probeAt(page, 'ticket_sidebar', ticketId);
  expect(new URL(again.frame.url()).searchParams.get('colorScheme')).toBe('dark');
});

test('another language starts the apps anew in it', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  const before = await probeAt(page, 'ticket_sidebar', ticketId);
  expect(await before.get('currentUser.locale')).toBe('en-US');
  await page.getByRole('button', { name: 'Emulator panel' }).click();
  await page.getByLabel('Language').selectOption('de');
  await expect.poll(() => before.frame.isDetached()).toBe(true);
  const after = await probeAt(page, 'ticket_sidebar', ticketId);
  expect(await after.get('currentUser.locale')).toBe('de');
});

test('two tabs of tickets are walked and closed by keyboard', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`);
  await walkTo(page, storyTickets.unoffered);
  const tabs = page.getByRole('list', { name: 'Open tickets' });
  await tabs.getByRole('link', { name: /#418/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/agent\/tickets\/417$/);
  await tabs.getByRole('link', { name: /#417/ }).focus();
  await page.keyboard.press('Delete');
  await expect(page).toHaveURL(/\/agent\/tickets\/418$/);
  await expect(tabs.getByRole('listitem')).toHaveCount(1);
});
