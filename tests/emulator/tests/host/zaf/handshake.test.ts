import { describe, expect, test } from 'vitest';
import { otherApp, someApp } from './account.ts';
import { hostOrigin, openWorkspace, settle } from './workspace.ts';

const acks = (packets: { key?: string }[]) => packets.filter(({ key }) => key === 'zaf.app.registered');

describe('the handshake', () => {
  test('gives the app its metadata and context, once', async () => {
    const { draw } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const client = frame.load();
    expect(await client.metadata()).toEqual({
      appId: 7,
      installationId: 70,
      name: 'Feedback Loop',
      version: '1.2.3',
      settings: { title: 'Feedback Loop', threshold: '3' },
    });
    expect(await client.context()).toEqual({
      instanceGuid: frame.guid,
      product: 'support',
      account: { subdomain: 'acme' },
      location: 'ticket_sidebar',
      ticketId: 41,
    });
    await settle();
    expect(acks(frame.received)).toHaveLength(1);
  });

  test('is answered once when one page starts the SDK twice at once', async () => {
    const { draw } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const handshake = { key: 'iframe.handshake', appGuid: frame.guid, instanceGuid: frame.guid };
    frame.parent.postMessage(JSON.stringify(handshake), hostOrigin);
    frame.parent.postMessage(JSON.stringify(handshake), hostOrigin);
    await settle();
    expect(acks(frame.received)).toHaveLength(1);
  });

  test('is answered anew when the frame reloads, and the old page’s subscriptions are gone', async () => {
    const { draw, desk } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const first = frame.load();
    first.on('colorScheme.changed', () => undefined);
    await first.get('colorScheme');
    const second = frame.load();
    expect(await second.get('colorScheme')).toEqual({ errors: {}, colorScheme: 'light' });
    expect(acks(frame.received)).toHaveLength(2);
    desk.setScheme('dark');
    await settle();
    expect(frame.received.some(({ key }) => key === 'zaf.colorScheme.changed')).toBe(false);
  });

  test('drops an answer that was meant for the page before the reload', async () => {
    const { draw, account } = await openWorkspace();
    let release: () => void = () => undefined;
    account.answer(({ path }) =>
      path === '/api/v2/slow'
        ? new Promise((resolve) => (release = () => resolve(new Response('old'))))
        : undefined,
    );
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    void frame.load().request('/api/v2/slow');
    await settle();
    frame.load();
    await settle();
    release();
    await settle();
    expect(frame.received.some(({ key }) => key === 'zaf.request:1.done')).toBe(false);
  });

  test('drops the answer to a get of the page before the reload, whose number the new page uses again', async () => {
    const { draw, account } = await openWorkspace();
    let release: () => void = () => undefined;
    const memberships = new Promise<Response>((resolve) => {
      release = () => resolve(new Response('{"group_memberships":[]}'));
    });
    account.answer(({ path }) => (path.endsWith('/group_memberships') ? memberships : undefined));
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    void frame.load().get('currentUser.groups');
    await settle();
    frame.load();
    await settle();
    release();
    await settle();
    expect(frame.received.filter(({ id }) => id === 1)).toEqual([]);
  });

  test('of a page that has been replaced by one without the SDK no longer counts', async () => {
    const { draw, desk, zaf } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    frame.load().on('colorScheme.changed', () => undefined);
    await settle();
    zaf.onFrameLoad(frame.guid);
    zaf.onFrameLoad(frame.guid);
    desk.setScheme('dark');
    await settle();
    expect(frame.received.some(({ key }) => key === 'zaf.colorScheme.changed')).toBe(false);
  });

  test('tells a visible app that it is active, after its registration', async () => {
    const { draw } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    let firstLoad: unknown;
    const client = frame.load();
    client.on('app.activated', (data: unknown) => {
      firstLoad = data;
    });
    await settle();
    expect(firstLoad).toEqual({ firstLoad: true });
  });
});

describe('messages that are not an app’s', () => {
  const get = (appGuid: string, instanceGuid: string) =>
    JSON.stringify({ id: 99, request: 'get', params: ['colorScheme'], appGuid, instanceGuid });
  const answers = (packets: { id?: number }[]) => packets.filter(({ id }) => id === 99);

  test('from an unknown window, or with a wrong origin, are not answered', async () => {
    const { draw, post } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    frame.load();
    await settle();
    post({ data: get(frame.guid, frame.guid), origin: frame.origin, source: {} });
    post({ data: get(frame.guid, frame.guid), origin: 'https://evil.example', source: frame.window });
    await settle();
    expect(answers(frame.received)).toEqual([]);
    post({ data: get(frame.guid, frame.guid), origin: frame.origin, source: frame.window });
    await settle();
    expect(answers(frame.received)).toHaveLength(1);
  });

  test('with a guid of another app are not answered', async () => {
    const { draw, post } = await openWorkspace({ apps: [someApp, otherApp] });
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    const foreign = draw(otherApp, 'ticket_sidebar', { ticketId: 41 });
    frame.load();
    await settle();
    post({ data: get(foreign.guid, frame.guid), origin: frame.origin, source: frame.window });
    post({ data: get(frame.guid, foreign.guid), origin: frame.origin, source: frame.window });
    await settle();
    expect(answers([...frame.received, ...foreign.received])).toEqual([]);
  });

  test('are read as objects as well as strings', async () => {
    const { draw, post } = await openWorkspace();
    const frame = draw(someApp, 'ticket_sidebar', { ticketId: 41 });
    frame.load();
    await settle();
    post({ data: JSON.parse(get(frame.guid, frame.guid)), origin: frame.origin, source: frame.window });
    await settle();
    expect(answers(frame.received)).toEqual([{ id: 99, result: { errors: {}, colorScheme: 'light' } }]);
  });

  test('of newer SDKs about clicks and sessions do no harm', async () => {
    const { draw } = await openWorkspace();
    const client = draw(someApp, 'ticket_sidebar', { ticketId: 41 }).load();
    client.postMessage('session.live');
    client.postMessage('__track__', { event_name: 'x' });
    expect(await client.invoke('track', { type: 'click' })).toEqual({ errors: {}, track: undefined });
  });
});

describe('the address of a frame', () => {
  test('keeps a query and a hash of the manifest', async () => {
    const { zaf } = await openWorkspace();
    const { src, guid } = zaf.instanceFor(someApp, 'nav_bar', {});
    expect(src).toBe(
      `http://localhost:4811/7/assets/iframe.html?place=nav&origin=${encodeURIComponent(hostOrigin)}&app_guid=${guid}&colorScheme=light#/start`,
    );
  });

  test('has a guid of its own for each instance, the same in every run', async () => {
    const [one, two] = [await openWorkspace(), await openWorkspace()];
    const guids = one.zaf.instances().map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(3);
    expect(two.zaf.instances().map(({ guid }) => guid)).toEqual(guids);
    expect(guids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  });
});
