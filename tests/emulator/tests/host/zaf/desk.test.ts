import { describe, expect, test, vi } from 'vitest';
import { formatRoute, parseRoute } from '../../../host/deskRoutes.ts';
import { createDesk } from '../../../host/deskStore.ts';
import { createGuids } from '../../../host/zaf/guid.ts';
import { someApp } from './account.ts';
import { openWorkspace, settle } from './workspace.ts';

describe('addresses', () => {
  test.each([
    '/agent/dashboard',
    '/agent/tickets/123',
    '/agent/views',
    '/agent/users/5',
    '/agent/apps/feedback-loop',
    '/agent/apps/feedback-loop/cases/a%20b',
    '/mailbox',
    '/mailbox/9',
    '/hc/en-us/survey_responses/41?access_token=a%2Bb',
  ])('%s leads to a page that has this very address', (address) => {
    const { pathname, search } = new URL(address, 'http://localhost');
    expect(formatRoute(parseRoute(pathname, search))).toBe(address);
  });

  test.each(['/', '/agent', '/agent/tickets/abc', '/agent/tickets/0', '/hc/en-us', '/agent/%E0%A4%A'])(
    '%s, which says nothing, shows the dashboard',
    (address) => {
      expect(parseRoute(address, '')).toEqual({ page: 'dashboard' });
    },
  );

  test('name an app with dashes, however it is written', () => {
    for (const name of ['Feedback Loop', 'feedbackLoop', 'feedback_loop']) {
      expect(formatRoute({ page: 'app', name, segments: [] })).toBe('/agent/apps/feedback-loop');
    }
  });
});

describe('the start', () => {
  const personas = (calls: { path: string; body: string | null }[]) =>
    calls.filter(({ path }) => path === '/__emulator/persona').map(({ body }) => body);

  test('signs in as the agent when nobody is signed in', async () => {
    const { account, desk } = await openWorkspace();
    expect(personas(account.calls)).toEqual(['{"persona":"agent"}']);
    expect(desk.me()?.name).toBe('Mia Agent');
  });

  test('takes its presets from the address before anything else, and out of it', async () => {
    const { account, desk, page } = await openWorkspace({
      address: '/agent/tickets/41?persona=lead&scheme=dark&width=400&locale=de&saveHookTimeout=5&x=1',
    });
    expect(account.calls[0]).toMatchObject({ path: '/__emulator/persona', body: '{"persona":"lead"}' });
    expect(personas(account.calls)).toHaveLength(1);
    expect(page.visited).toEqual(['/agent/tickets/41?x=1']);
    expect([desk.scheme(), desk.trayWidth(), desk.locale(), desk.saveHookTimeout()]).toEqual([
      'dark',
      400,
      'de',
      5000,
    ]);
  });

  test('makes the tab one person, whoever signs in in another tab of the browser', async () => {
    const { account, draw } = await openWorkspace({ address: '/agent/tickets/41?persona=lead' });
    await account.fetch('/__emulator/persona', { method: 'POST', body: '{"persona":"agent"}' });
    await draw(someApp, 'ticket_sidebar', { ticketId: 41 }).load().request('/api/v2/users/me');
    const { authorization = '' } = account.calls.at(-1)?.headers ?? {};
    expect(atob(authorization.replace('Basic ', ''))).toMatch(/^lead\/token:/);
  });

  test('remembers presets and later choices for the browser tab', async () => {
    const { desk, page } = await openWorkspace({ address: '/agent/dashboard?scheme=dark&width=400' });
    desk.setTrayWidth(10);
    const again = await createDesk(page.options);
    expect([again.scheme(), again.trayWidth()]).toEqual(['dark', 280]);
    expect(again.browserTab()).toBe(desk.browserTab());
  });

  test('numbers the browser’s tabs, so that their app instances differ', async () => {
    const { desk, page, zaf } = await openWorkspace();
    const secondTab = new Map<string, string>();
    const storage = {
      getItem: (key: string) => secondTab.get(key) ?? null,
      setItem: (key: string, value: string) => void secondTab.set(key, value),
    };
    const second = await createDesk({ ...page.options, tabStorage: storage });
    expect([desk.browserTab(), second.browserTab()]).toEqual([1, 2]);
    const guid = createGuids(second.browserTab())(someApp.appId, 'background');
    expect(zaf.instances().map((instance) => instance.guid)).not.toContain(guid);
  });

  test('says so when the preset person does not exist, and goes on', async () => {
    const { account, page } = await openWorkspace();
    account.answer(({ path, body }) =>
      path === '/__emulator/persona' && body?.includes('nobody')
        ? new Response('{}', { status: 400 })
        : undefined,
    );
    page.options.replace('/agent/dashboard?persona=nobody');
    const desk = await createDesk(page.options);
    expect(desk.toasts()).toMatchObject([
      { kind: 'error', message: 'Nobody in this account is called “nobody”.' },
    ]);
  });

  test('fails with a sentence when the server is not there', async () => {
    const { account, page } = await openWorkspace();
    account.answer(() => Promise.reject(new TypeError()));
    await expect(createDesk(page.options)).rejects.toThrow('The emulator does not answer.');
  });
});

describe('tabs and history', () => {
  test('go forward and back together', async () => {
    const { desk, page } = await openWorkspace();
    const fronts: unknown[] = [];
    desk.subscribe((event) => event.kind === 'activeTab' && fronts.push([event.previous, event.id]));
    desk.open({ page: 'ticket', id: 42 });
    desk.open({ page: 'dashboard' });
    page.back();
    expect(desk.route()).toEqual({ page: 'ticket', id: 42 });
    expect(fronts).toEqual([
      [41, 42],
      [42, null],
      [null, 42],
    ]);
    expect(desk.tabs().map(({ id }) => id)).toEqual([41, 42]);
  });

  test('closing the one in front shows the one beside it', async () => {
    const { desk } = await openWorkspace();
    desk.open({ page: 'ticket', id: 42 });
    desk.closeTab(42);
    expect(desk.route()).toEqual({ page: 'ticket', id: 41 });
  });

  test('two tabs closed at once are both gone', async () => {
    const { desk } = await openWorkspace();
    desk.open({ page: 'ticket', id: 42 });
    desk.closeTab(42);
    desk.closeTab(41);
    expect(desk.route()).toEqual({ page: 'dashboard' });
    await vi.waitFor(() => expect(desk.tabs()).toEqual([]));
  });

  test('a tab closed and opened again at once starts afresh', async () => {
    const { desk } = await openWorkspace();
    await settle();
    desk.draft(41, { text: 'old' });
    desk.closeTab(41);
    desk.open({ page: 'ticket', id: 41 });
    await settle();
    expect(desk.tab(41)).toMatchObject({ state: 'ready', draft: { text: '' } });
  });
});

describe('what others do meanwhile', () => {
  test('shows at once in a tab without unsaved edits, and is only marked in one with them', async () => {
    const { desk, account, page } = await openWorkspace();
    await settle();
    Object.assign(account.tickets.get(41) ?? {}, { subject: 'Theirs' });
    desk.draft(41, { text: 'Mine' });
    page.tell({ kind: 'ticket', id: 41, byUserId: 2 });
    await settle();
    expect(desk.tab(41)).toMatchObject({ updatedBy: 2, saved: { subject: 'Ticket 41' } });
    await desk.reloadTab(41);
    expect(desk.tab(41)).toMatchObject({
      updatedBy: null,
      saved: { subject: 'Theirs' },
      draft: { text: 'Mine' },
    });
  });

  test('a conversation that cannot be loaded keeps the old one and says so', async () => {
    const { desk, account } = await openWorkspace();
    await settle();
    account.answer(({ path }) => (path.endsWith('/comments') ? new Response('<html>') : undefined));
    await desk.reloadTab(41);
    expect(desk.tab(41)?.comments).toHaveLength(2);
    expect(desk.tab(41)?.problem).toMatch(/^The conversation could not be loaded/);
  });

  test('a moved clock and a reset world are followed', async () => {
    const { desk, page } = await openWorkspace();
    page.tell({ kind: 'clock', now: '2026-06-01T00:00:00Z' });
    expect(desk.state().now).toBe('2026-06-01T00:00:00Z');
    page.tell({ kind: 'reset' });
    expect(page.reloads()).toBe(1);
  });

  test('another person chosen reloads the page, as that person from then on', async () => {
    const { desk, page } = await openWorkspace({ address: '/agent/dashboard?persona=agent' });
    await desk.setPersona('lead');
    expect(page.reloads()).toBe(1);
    const again = await createDesk(page.options);
    expect(again.state().persona).toBe('lead');
  });
});
