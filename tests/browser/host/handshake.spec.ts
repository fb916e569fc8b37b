import { storyTickets } from '../../emulator/world/storyTickets.ts';
import { expect, test } from '../emulator.ts';
import { type Probe, probeAt, probeFolder } from './probe.ts';
import { walkTo } from './walk.ts';

test.use({ appDir: probeFolder });

const acks = async (probe: Probe) =>
  (await probe.wire()).filter(({ key }) => key === 'zaf.app.registered').length;

test('a frame is greeted once, with its installation, its place and its ticket', async ({
  page,
  workspace,
}) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const sidebar = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  const [registered] = await sidebar.heard('app.registered');
  expect(registered).toEqual({
    metadata: {
      appId: 500_001,
      installationId: 700_001,
      name: 'Probe',
      version: '3.2.1',
      settings: { title: 'Probe', greeting: 'hello', isLoud: false },
    },
    context: {
      instanceGuid: sidebar.guid,
      product: 'support',
      account: { subdomain: expect.stringMatching(/^[a-z0-9-]+$/) },
      location: 'ticket_sidebar',
      ticketId: storyTickets.vip,
    },
  });
  expect(await sidebar.heard('app.activated')).toEqual([{ firstLoad: true }]);
  expect(await acks(sidebar)).toBe(1);
});

test('the address of a frame tells who it is, where it belongs and the colours', async ({
  page,
  workspace,
  emulator,
}) => {
  await workspace.open('/agent/apps/probe', { scheme: 'dark' });
  const pane = await probeAt(page, 'nav_bar');
  const { origin, searchParams, pathname } = new URL(pane.frame.url());
  expect(origin).toBe(emulator.appOrigin);
  expect(pathname).toMatch(/^\/500001\/assets\/probe\.html$/);
  expect(Object.fromEntries(searchParams)).toEqual({
    place: 'nav',
    origin: workspace.url,
    app_guid: pane.guid,
    colorScheme: 'dark',
  });
});

test('a frame that reloads itself is greeted anew and answered as before', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const before = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  await before.get('ticket.id');
  await before.listen('ticket.subject.changed');
  await before.frame.evaluate(() => {
    document.documentElement.dataset.old = 'true';
    window.location.reload();
  });
  await before.frame.waitForFunction(() => {
    const { old, ready } = document.documentElement.dataset;
    return !old && ready;
  });
  const after = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  expect(await acks(after)).toBe(1);
  expect(await after.get('ticket.id')).toBe(storyTickets.vip);
  await after.set('ticket.subject', 'Told after the reload');
  const changes = () => after.events().then((events) => events.filter((name) => name === '*.changed'));
  await expect.poll(changes).toHaveLength(1);
});

test('the tray’s own reload button gives the app a new page', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const before = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  await page.getByRole('button', { name: 'Reload Probe' }).click();
  await expect.poll(() => before.frame.isDetached()).toBe(true);
  const after = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  expect(await after.get('ticket.id')).toBe(storyTickets.vip);
  expect(await acks(after)).toBe(1);
});

test('frames that ask with the same number each get their own answer', async ({ page, workspace }) => {
  await workspace.open(`/agent/tickets/${storyTickets.vip}`);
  const first = await probeAt(page, 'ticket_sidebar', storyTickets.vip);
  await walkTo(page, storyTickets.unoffered);
  const second = await probeAt(page, 'ticket_sidebar', storyTickets.unoffered);
  const background = await probeAt(page, 'background');
  const rounds = Array.from({ length: 20 });
  const answers = await Promise.all([
    ...rounds.map(() => first.get('ticket.id')),
    ...rounds.map(() => second.get('ticket.id')),
    ...rounds.map(() => background.get('currentUser.role')),
  ]);
  const expected = [storyTickets.vip, storyTickets.unoffered, 'agent'];
  expect(answers).toEqual(expected.flatMap((answer) => rounds.map(() => answer)));
  const ids = await Promise.all([first, second].map(async (one) => (await one.wire()).map(({ id }) => id)));
  expect(ids[0]?.filter((id) => id && ids[1]?.includes(id)).length).toBeGreaterThanOrEqual(20);
});

test('a second browser tab of the same person has guids of its own', async ({ page, context, workspace }) => {
  await workspace.open('/agent/dashboard');
  const other = await context.newPage();
  await other.goto(`${workspace.url}/agent/dashboard`);
  const [one, two] = [await probeAt(page, 'background'), await probeAt(other, 'background')];
  expect(one.guid).not.toBe(two.guid);
  expect(Object.keys((await one.get('instances')) as object)).toContain(one.guid);
  expect(Object.keys((await one.get('instances')) as object)).not.toContain(two.guid);
});
