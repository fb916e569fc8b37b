import { describe, expect, test, vi } from 'vitest';
import { someApp } from './account.ts';
import { type Frame, openWorkspace, settle } from './workspace.ts';

describe('instances', () => {
  test('list the bars before anybody has opened them, and only the app’s own', async () => {
    const { draw, zaf } = await openWorkspace({
      apps: [someApp, { ...someApp, appId: 8, installationId: 80 }],
    });
    const client = draw(someApp, 'background').load();
    const { instances } = (await client.get('instances')) as {
      instances: Record<string, { location: string }>;
    };
    expect(Object.values(instances).map(({ location }) => location)).toEqual([
      'background',
      'nav_bar',
      'top_bar',
    ]);
    const nav = zaf.instances().find(({ location }) => location === 'nav_bar');
    expect(nav?.isLoaded).toBe(false);
    expect(await client.instance(nav?.guid ?? '').context()).toMatchObject({ location: 'nav_bar' });
  });

  test('of the bars can be preloaded and given another icon from the background', async () => {
    const { draw, zaf } = await openWorkspace();
    const client = draw(someApp, 'background').load();
    await client.get('instances');
    const top = zaf.instanceFor(someApp, 'top_bar', {}).guid;
    await client.instance(top).invoke('iconSymbol', 'unread');
    await client.instance(top).invoke('preloadPane');
    await client.instance(top).invoke('popover', 'show');
    expect(zaf.instance(top)).toMatchObject({ isLoaded: true, isOpen: true, icon: { symbol: 'unread' } });
  });

  test('of the navigation bar get another icon from the background before they were ever opened', async () => {
    const { draw, zaf } = await openWorkspace();
    const client = draw(someApp, 'background').load();
    const listed = (await client.get('instances')).instances as Record<string, { location: string }>;
    const [nav = ''] = Object.entries(listed).find(([, { location }]) => location === 'nav_bar') ?? [];
    await client.instance(nav).invoke('iconSymbol', 'waiting');
    await client.instance(nav).invoke('iconChars', '7');
    expect(zaf.instance(nav)).toMatchObject({ isLoaded: false, icon: { symbol: 'waiting', chars: '7' } });
    await expect(client.invoke('iconSymbol', 'waiting')).rejects.toThrow();
  });

  test('with equal request ids in two frames do not mix', async () => {
    const { draw, desk } = await openWorkspace();
    const one = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    desk.open({ page: 'ticket', id: 42 });
    const two = draw(someApp, 'ticket_sidebar', { ticketId: 42 });
    const answers = await Promise.all([one, two].map((frame) => frame.load().get('ticket.id')));
    expect(answers.map((answer) => answer['ticket.id'])).toEqual([41, 42]);
    const ids = (frame: Frame) => frame.sent.flatMap(({ id }) => (id ? [id] : []));
    expect(ids(one)).toEqual([1]);
    expect(ids(two)).toEqual([1]);
  });

  test('hear each other: the background triggers an event on the sidebar', async () => {
    const { draw } = await openWorkspace();
    const background = draw(someApp, 'background').load();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const heard: unknown[] = [];
    frame.load().on('news', (data: unknown) => void heard.push(data));
    await settle();
    background.instance(frame.guid).on('news', (data: unknown) => void heard.push(['listening', data]));
    await settle();
    background.instance(frame.guid).trigger('news', { id: 5 });
    await settle();
    expect(heard).toEqual(expect.arrayContaining([{ id: 5 }, ['listening', { id: 5 }]]));
    expect(heard).toHaveLength(2);
  });

  test('no longer deliver after the last handler is off', async () => {
    const { draw } = await openWorkspace();
    const client = draw(someApp, 'background').load();
    const heard: unknown[] = [];
    const handler = (data: unknown) => void heard.push(data);
    client.on('news', handler);
    await settle();
    client.trigger('news', 1);
    await settle();
    client.off('news', handler);
    await settle();
    client.trigger('news', 2);
    await settle();
    expect(heard).toEqual([1]);
  });

  test('of a closed ticket say goodbye and then no longer answer', async () => {
    const { draw, desk, zaf } = await openWorkspace();
    const background = draw(someApp, 'background').load();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    let isLeaving = false;
    frame.load().on('app.willDestroy', () => {
      isLeaving = true;
    });
    await settle();
    desk.closeTab(41);
    await settle();
    expect(isLeaving).toBe(true);
    await vi.waitFor(() => expect(zaf.instance(frame.guid)).toBeUndefined());
    await expect(background.instance(frame.guid).get('visible')).rejects.toMatchObject({
      name: 'InstanceNotFoundError',
    });
  });
});

describe('a modal', () => {
  async function openModal() {
    const workspace = await openWorkspace();
    const opener = workspace.draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const client = opener.load();
    const others: unknown[] = [];
    client.on('instance.created', (context: unknown) => void others.push(context));
    const result = await client.invoke('instances.create', {
      location: 'modal',
      url: 'assets/modal.html#/call',
      size: { width: '80vw', height: 300 },
    });
    const [created] = result['instances.create'] as { instanceGuid: string; status: string }[];
    const guid = created?.instanceGuid ?? '';
    const closed: string[] = [];
    client.instance(guid).on('modal.close', () => void closed.push(guid));
    await settle();
    return { ...workspace, client, created, guid, closed, others };
  }

  test('is created with its context, size and address, and the opener hears of it', async () => {
    const { zaf, created, guid, others } = await openModal();
    expect(created).toMatchObject({ location: 'modal', product: 'support', status: 'created' });
    expect(zaf.modals()).toMatchObject([{ guid, size: { width: '80vw', height: 300 } }]);
    expect(zaf.modals()[0]?.src).toMatch(
      /^http:\/\/localhost:4811\/7\/assets\/modal\.html\?origin=.*#\/call$/,
    );
    expect(others).toEqual([expect.objectContaining({ instanceGuid: guid, location: 'modal' })]);
  });

  test.each(['itself', 'its opener', 'the person'])(
    'is closed by %s, and the opener hears it once',
    async (who) => {
      const { draw, zaf, client, guid, closed } = await openModal();
      const modal = draw(someApp, 'modal', { instanceGuid: guid }).load();
      await modal.context();
      if (who === 'itself') await modal.invoke('destroy');
      if (who === 'its opener') await client.instance(guid).invoke('destroy');
      if (who === 'the person') zaf.closeModal(guid);
      await vi.waitFor(() => expect(zaf.modals()).toEqual([]));
      await settle();
      expect(closed).toEqual([guid]);
    },
  );

  test('closed by two at once is closed once', async () => {
    const { zaf, guid, closed } = await openModal();
    zaf.closeModal(guid);
    zaf.closeModal(guid);
    await vi.waitFor(() => expect(closed).not.toEqual([]));
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toEqual([guid]);
  });

  test('needs a packaged file or an https address', async () => {
    const { client } = await openModal();
    await expect(
      client.invoke('instances.create', { location: 'modal', url: 'javascript:alert(1)' }),
    ).rejects.toMatchObject({ name: 'InvalidArgumentError' });
  });
});

describe('a pane of the navigation bar', () => {
  test('loads at its first opening, hears its route, and is told when it is left and returned to', async () => {
    const { draw, zaf, desk } = await openWorkspace({ address: '/agent/apps/feedback-loop/cases' });
    const frame = draw(someApp, 'nav_bar');
    const heard: unknown[] = [];
    const client = frame.load();
    for (const name of ['pane.activated', 'pane.deactivated', 'app.route.changed']) {
      client.on(name, (data: unknown) => void heard.push(data === undefined ? name : data));
    }
    await settle();
    zaf.setVisible(frame.guid, false);
    zaf.setVisible(frame.guid, true);
    desk.open({ page: 'app', name: 'Feedback Loop', segments: ['cases', '7'] });
    await settle();
    expect(heard).toEqual([
      { appRoute: 'cases', appTitle: 'Feedback Loop', appParams: ['cases'] },
      'pane.deactivated',
      'pane.activated',
      { appRoute: 'cases/7', appTitle: 'Feedback Loop', appParams: ['cases', '7'] },
    ]);
  });
});
