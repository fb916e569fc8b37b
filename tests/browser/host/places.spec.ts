import type { Page } from '@playwright/test';
import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test, type Workspace } from '../emulator.ts';
import { probeAt, probeFolder } from './probe.ts';
import { api, walkTo } from './walk.ts';

test.use({ appDir: probeFolder });

const ticketId = storyTickets.vip;

async function beside(page: Page, workspace: Workspace) {
  await workspace.open(`/agent/tickets/${ticketId}`);
  return probeAt(page, 'ticket_sidebar', ticketId);
}

test('the background tells one sidebar something, and no other', async ({ page, workspace }) => {
  const told = await beside(page, workspace);
  await walkTo(page, storyTickets.unoffered);
  const other = await probeAt(page, 'ticket_sidebar', storyTickets.unoffered);
  const background = await probeAt(page, 'background');
  for (const sidebar of [told, other]) await sidebar.listen('news');
  const instances = (await background.get('instances')) as Record<string, { location: string }>;
  expect(Object.values(instances).map(({ location }) => location)).toEqual(
    expect.arrayContaining(['background', 'nav_bar', 'top_bar', 'ticket_sidebar', 'ticket_sidebar']),
  );
  await background.trigger(told.guid, 'news', 7);
  await background.trigger(other.guid, 'news', 8);
  await expect.poll(() => other.heard('news')).toEqual([8]);
  expect(await told.heard('news')).toEqual([7]);
});

test('a sidebar hears when its ticket’s tab is left and come back to, and goes with it', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  await walkTo(page, storyTickets.unoffered);
  await probeAt(page, 'ticket_sidebar', storyTickets.unoffered);
  const tabs = page.getByRole('list', { name: 'Open tickets' });
  await tabs.getByRole('link', { name: /#417/ }).click();
  await expect.poll(() => app.heard('app.activated')).toEqual([{ firstLoad: true }, { firstLoad: false }]);
  expect((await app.events()).filter((name) => /^app\.(de)?activated$/.test(name))).toEqual([
    'app.activated',
    'app.deactivated',
    'app.activated',
  ]);
  await page.getByRole('button', { name: 'Collapse Probe' }).click();
  await page.getByRole('button', { name: 'Expand Probe' }).click();
  await expect
    .poll(() => app.events().then((events) => events.slice(-2)))
    .toEqual(['app.collapsed', 'app.expanded']);
  await page.getByRole('button', { name: 'Close ticket #417' }).click();
  await expect(page.locator('iframe[data-app-location="ticket_sidebar"]')).toHaveCount(1);
  await expect(page).toHaveURL(/\/agent\/tickets\/418$/);
});

test('the page in the navigation bar loads when first opened and stays', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  await probeAt(page, 'background');
  await expect(page.locator('iframe[data-app-location="nav_bar"]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Probe' }).click();
  await expect(page).toHaveURL(/\/agent\/apps\/probe$/);
  const pane = await probeAt(page, 'nav_bar');
  expect(await pane.events()).toContain('app.activated');
  expect(await pane.events()).not.toContain('pane.activated');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect.poll(() => pane.events()).toContain('pane.deactivated');
  await page.getByRole('link', { name: 'Probe' }).click();
  await expect.poll(() => pane.events()).toContain('pane.activated');
  expect((await pane.wire()).filter(({ key }) => key === 'zaf.app.registered')).toHaveLength(1);
});

test('a preloaded page is there before anybody opens it', async ({ page, workspace }) => {
  await workspace.open('/agent/dashboard');
  const background = await probeAt(page, 'background');
  const instances = (await background.get('instances')) as Record<string, { location: string }>;
  const [guid = ''] = Object.entries(instances).find(([, { location }]) => location === 'nav_bar') ?? [];
  await background.invokeOn(guid, 'preloadPane');
  const pane = await probeAt(page, 'nav_bar');
  expect(await pane.get('visible')).toBe(false);
  expect(await pane.events()).not.toContain('app.activated');
});

test('an app’s popover in the top bar opens, takes its size, and closes with Escape', async ({
  page,
  workspace,
}) => {
  await workspace.open('/agent/dashboard');
  const background = await probeAt(page, 'background');
  const button = page.getByRole('button', { name: 'Probe' });
  await button.click();
  const popover = await probeAt(page, 'top_bar');
  const frame = page.locator('iframe[data-app-location="top_bar"]');
  await popover.invoke('popover', { width: 240, height: 180 });
  await expect.poll(async () => (await frame.boundingBox())?.width).toBe(240);
  expect((await frame.boundingBox())?.height).toBe(180);
  await button.press('Escape');
  await expect(frame).toBeHidden();
  await background.invokeOn(popover.guid, 'popover', 'show');
  await expect(frame).toBeVisible();
});

test('a notice of an app is text, whatever it carries, and goes when dismissed', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  const message = '<b>Bold</b> <img src=x onerror="document.title=\'owned\'"> &lt;3';
  await app.invoke('notify', message, 'error', { sticky: true });
  const toast = page.getByRole('alert').filter({ hasText: 'Bold' });
  await expect(toast).toContainText('Bold  <3');
  await expect(toast.locator('b, img')).toHaveCount(0);
  expect(await page.title()).not.toBe('owned');
  await toast.getByRole('button', { name: 'Dismiss the message' }).click();
  await expect(toast).toHaveCount(0);
});

test('a notice stays until dismissed, and its link opens the app’s page in place', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  const message = 'A case waits: <a href="/agent/apps/probe/cases/9">open it</a>';
  await app.invoke('notify', message, 'notice', { sticky: true });
  const toast = page.getByRole('status').filter({ hasText: 'A case waits: open it' });
  await toast.getByRole('link', { name: 'open it' }).click();
  await expect(page).toHaveURL(/\/agent\/apps\/probe\/cases\/9$/);
  await expect(toast).toBeVisible();
  const pane = await probeAt(page, 'nav_bar');
  expect(await pane.get('visible')).toBe(true);
});

test('the background gives the page in the navigation bar another icon before it was ever opened', async ({
  page,
  workspace,
}) => {
  await workspace.open('/agent/dashboard');
  const background = await probeAt(page, 'background');
  const instances = (await background.get('instances')) as Record<string, { location: string }>;
  const [guid = ''] = Object.entries(instances).find(([, { location }]) => location === 'nav_bar') ?? [];
  const link = page.getByRole('link', { name: 'Probe' });
  await expect(link.locator('svg rect')).toBeVisible();
  await background.invokeOn(guid, 'iconSymbol', 'waiting');
  await expect(link.locator('svg circle')).toBeVisible();
  await expect(link.locator('svg rect')).toHaveCount(0);
  await expect(page.locator('iframe[data-app-location="nav_bar"]')).toHaveCount(0);
  await background.invokeOn(guid, 'iconSymbol', 'default');
  await expect(link.locator('svg rect')).toBeVisible();
});

test('an app sends the person to a ticket, a user, the list and its own page', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  const { id } = (await app.get('ticket.requester')) as { id: number };
  await app.invoke('routeTo', 'user', id);
  await expect(page).toHaveURL(new RegExp(`/agent/users/${id}$`));
  await app.invoke('routeTo', 'views');
  await expect(page.getByRole('heading', { name: 'Tickets', exact: true })).toBeVisible();
  await app.invoke('routeTo', 'nav_bar', 'probe', 'cases/9');
  const pane = await probeAt(page, 'nav_bar');
  const news = { appRoute: 'cases/9', appTitle: 'Probe', appParams: ['cases', '9'] };
  await expect.poll(() => pane.heard('app.route.changed')).toEqual([news]);
  await pane.invoke('routeTo', 'ticket', storyTickets.unoffered);
  await expect(page).toHaveURL(/\/agent\/tickets\/418$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/agent\/apps\/probe\/cases\/9$/);
});

test('a sidebar is as high as it asks, and as wide as the tray', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${ticketId}`, { width: 400 });
  const app = await probeAt(page, 'ticket_sidebar', ticketId);
  const frame = page.locator('iframe[data-app-location="ticket_sidebar"]');
  await app.invoke('resize', { width: 2000, height: 555 });
  await expect.poll(async () => (await frame.boundingBox())?.height).toBe(555);
  expect((await frame.boundingBox())?.width).toBeLessThanOrEqual(400);
  expect((await frame.boundingBox())?.width).toBeGreaterThan(380);
});

test('what a server sends to the app reaches its frames, and only the person meant', async ({
  page,
  workspace,
}) => {
  const app = await beside(page, workspace);
  const background = await probeAt(page, 'background');
  const ring = (body: unknown, agent_id?: unknown) =>
    api(workspace.url, 'admin', 'POST', '/api/v2/apps/notify', {
      app_id: 500_001,
      event: 'rung',
      body,
      agent_id,
    });
  const { user: lead } = await api(workspace.url, 'lead', 'GET', '/api/v2/users/me');
  await ring('for the lead', lead.id);
  await ring({ ids: [1, 2] });
  const sender = (await api(workspace.url, 'admin', 'GET', '/api/v2/users/me')).user.id;
  const message = { body: { ids: [1, 2] }, sender };
  for (const frame of [app, background]) {
    await expect.poll(() => frame.heard('api_notification.rung')).toEqual([message]);
  }
});
