import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { createHttp } from '../../src/zendesk/http.ts';
import { connectHub, type News } from '../../src/zendesk/hub.ts';
import { serveHub } from '../../src/zendesk/hubServer.ts';
import { createPace } from '../../src/zendesk/pace.ts';
import type { ZafClient } from '../../src/zendesk/zaf.ts';

/** One tab of the agent's workspace: routes `trigger` among frames by way of the host, as ZAF does. */
function createTab() {
  const frames = new Map<
    string,
    { location: string; handlers: Map<string, Set<(data: never) => unknown>> }
  >();
  const deliver = (guid: string, event: string, data: unknown) =>
    queueMicrotask(() => {
      for (const handler of frames.get(guid)?.handlers.get(event) ?? []) handler(data as never);
    });
  const open = (guid: string, location: string): ZafClient => {
    const handlers = new Map<string, Set<(data: never) => unknown>>();
    frames.set(guid, { location, handlers });
    const instances = () =>
      Object.fromEntries([...frames].map(([id, frame]) => [id, { location: frame.location }]));
    return {
      get: async () => ({ errors: {}, instances: instances() }),
      on: (event: string, handler: (data: never) => unknown) => {
        handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      },
      off: (event: string, handler: (data: never) => unknown) => handlers.get(event)?.delete(handler),
      trigger: (event: string, data: unknown) => deliver(guid, event, data),
      instance: (id: string) => ({ trigger: (event: string, data: unknown) => deliver(id, event, data) }),
    } as unknown as ZafClient;
  };
  return { open, deliver };
}

describe('the hub', () => {
  it('remembers for a frame what another frame kept', async () => {
    const tab = createTab();
    serveHub(tab.open('bg', 'background'), 'bg');
    const one = await connectHub(tab.open('a', 'ticket_sidebar'), 'a');
    const two = await connectHub(tab.open('b', 'ticket_sidebar'), 'b');
    one.keep('ticket:1', { score: 2 });
    await expect(two.recall('ticket:1')).resolves.toEqual({ score: 2 });
    one.keep('ticket:1', null);
    await expect(two.recall('ticket:1')).resolves.toBeNull();
  });

  it('hears what was written in its own tab, also before anybody listened, and nothing of other tabs', async () => {
    const here = createTab();
    const there = createTab();
    const server = serveHub(here.open('bg', 'background'), 'bg');
    const other = serveHub(there.open('bg2', 'background'), 'bg2');
    const writer = connectHub(here.open('a', 'ticket_sidebar'), 'a');
    const heard: News[] = [];
    const elsewhere: News[] = [];
    other.onWritten((news) => elsewhere.push(news));
    const seen: News[] = [];
    connectHub(here.open('b', 'nav_bar'), 'b').onNews((news) => seen.push(news));
    writer.tell({ key: 'ticket:1', rev: 1 });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    server.onWritten((news) => heard.push(news));
    writer.tell({ key: 'ticket:1', rev: 2 });
    server.hub.tell({ key: 'ticket:2', rev: 1 });
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard.map(({ key, rev }) => `${key} ${rev}`).sort()).toEqual([
      'ticket:1 1',
      'ticket:1 2',
      'ticket:2 1',
    ]);
    expect(elsewhere).toEqual([]);
  });

  it('tells every other frame the news, in this tab and in others', async () => {
    const heard: string[] = [];
    const here = createTab();
    const there = createTab();
    serveHub(here.open('bg', 'background'), 'bg');
    serveHub(there.open('bg2', 'background'), 'bg2');
    const hubs = {
      writer: await connectHub(here.open('a', 'ticket_sidebar'), 'a'),
      lead: await connectHub(here.open('b', 'nav_bar'), 'b'),
      away: await connectHub(there.open('c', 'nav_bar'), 'c'),
    };
    for (const [name, hub] of Object.entries(hubs)) hub.onNews(({ rev }) => heard.push(`${name} ${rev}`));
    hubs.writer.tell({ key: 'ticket:1', rev: 3 });
    await expect.poll(() => heard.sort()).toEqual(['away 3', 'lead 3']);
  });

  it('passes on what Zendesk’s own notice brought from another person’s browser', async () => {
    const tab = createTab();
    serveHub(tab.open('bg', 'background'), 'bg');
    const hub = await connectHub(tab.open('a', 'nav_bar'), 'a');
    const heard: News[] = [];
    hub.onNews((news) => heard.push(news));
    tab.deliver('bg', 'api_notification.feedback_changed', {
      body: { key: 'ticket:9', rev: 2 },
      sender: 'x',
    });
    await expect.poll(() => heard).toEqual([{ key: 'ticket:9', rev: 2 }]);
  });

  it.each([null, 'hello', { body: null }, { body: { key: 1, rev: 'x' } }])(
    'leaves %j alone, whoever sent it',
    async (notice) => {
      const tab = createTab();
      serveHub(tab.open('bg', 'background'), 'bg');
      const hub = await connectHub(tab.open('a', 'nav_bar'), 'a');
      const heard: News[] = [];
      hub.onNews((news) => heard.push(news));
      tab.deliver('bg', 'api_notification.feedback_changed', notice);
      const real = { key: 'ticket:9', rev: 2 };
      tab.deliver('bg', 'api_notification.feedback_changed', { body: JSON.stringify(real) });
      await expect.poll(() => heard).toEqual([real]);
    },
  );

  it('is found by a frame that was there before it', async () => {
    const tab = createTab();
    const early = connectHub(tab.open('a', 'ticket_sidebar'), 'a');
    await expect(early.recall('x')).resolves.toBeNull();
    serveHub(tab.open('bg', 'background'), 'bg');
    early.keep('x', 1);
    await expect(early.recall('x')).resolves.toBe(1);
  });

  it('forgets the oldest entry when there are too many', async () => {
    const tab = createTab();
    serveHub(tab.open('bg', 'background'), 'bg');
    const hub = await connectHub(tab.open('a', 'ticket_sidebar'), 'a');
    for (let number = 0; number <= 500; number += 1) hub.keep(`ticket:${number}`, number + 1);
    await expect(hub.recall('ticket:0')).resolves.toBeNull();
    await expect(hub.recall('ticket:500')).resolves.toBe(501);
  });
});

describe('the sync', () => {
  it('hears how much the frames of its tab call, in bursts', async () => {
    const tab = createTab();
    const heard: number[][] = [];
    serveHub(tab.open('bg', 'background'), 'bg').onBusy((...burst) => heard.push(burst));
    const hub = connectHub(tab.open('a', 'ticket_sidebar'), 'a');
    for (let call = 0; call < 4; call += 1) hub.busy('interactive');
    hub.busy('background');
    await expect.poll(() => heard, { timeout: 3_000 }).toEqual([[5, 4]]);
    hub.busy('background');
    await expect
      .poll(() => heard, { timeout: 3_000 })
      .toEqual([
        [5, 4],
        [1, 0],
      ]);
  });

  it('hears as one burst what was called before it listened', async () => {
    const tab = createTab();
    const server = serveHub(tab.open('bg', 'background'), 'bg');
    const busy = connectHub(tab.open('a', 'nav_bar'), 'a').busy;
    vi.useFakeTimers();
    busy('interactive');
    await vi.advanceTimersByTimeAsync(1_000);
    busy('background');
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    const heard: number[][] = [];
    server.onBusy((...burst) => heard.push(burst));
    expect(heard).toEqual([[2, 1]]);
  });

  it('leaves room for a panel that looks again and again, and takes none of it for a click', async () => {
    const tab = createTab();
    const pace = createPace({ now: () => 0, wait: async () => {} });
    const heard: number[] = [];
    serveHub(tab.open('bg', 'background'), 'bg').onBusy((calls, clicks) => {
      pace.note(calls, clicks);
      heard.push(calls);
    });
    const hub = connectHub(tab.open('a', 'nav_bar'), 'a');
    const answer = { status: 200, responseText: '{}', responseHeaders: {} };
    const clock = { now: () => 0, correct: () => {} };
    const http = createHttp({ request: async () => answer }, { clock, onCall: hub.busy });
    const looks = Array.from({ length: 3 }, () => http.get('/x', v.object({}), { priority: 'background' }));
    await Promise.all(looks);
    await expect.poll(() => heard, { timeout: 3_000 }).toEqual([3]);
    expect(pace.calm()).toBe(Number.POSITIVE_INFINITY);
    await Promise.all([http.get('/x', v.object({})), http.get('/x', v.object({}))]);
    await expect.poll(() => heard, { timeout: 3_000 }).toEqual([3, 2]);
    expect(pace.calm()).toBe(0);
  });

  it('hears when somebody asks for it', async () => {
    const tab = createTab();
    let pokes = 0;
    serveHub(tab.open('bg', 'background'), 'bg').onPoke(() => {
      pokes += 1;
    });
    connectHub(tab.open('a', 'nav_bar'), 'a').poke();
    await expect.poll(() => pokes).toBe(1);
  });

  it('tells the frames of its own tab, and those of others, what it changed', async () => {
    const [here, there] = [createTab(), createTab()];
    const own = serveHub(here.open('bg', 'background'), 'bg').hub;
    serveHub(there.open('bg2', 'background'), 'bg2');
    const heard: string[] = [];
    connectHub(here.open('a', 'nav_bar'), 'a').onNews(({ rev }) => heard.push(`here ${rev}`));
    connectHub(there.open('b', 'nav_bar'), 'b').onNews(({ rev }) => heard.push(`there ${rev}`));
    own.tell({ key: 'ticket:1', rev: 2 });
    await expect.poll(() => heard.sort()).toEqual(['here 2', 'there 2']);
    own.keep('x', 1);
    await expect(own.recall('x')).resolves.toBe(1);
  });
});

describe('without a hub', () => {
  it('a frame works alone', async () => {
    const hub = await connectHub(createTab().open('a', 'ticket_sidebar'), 'a');
    hub.keep('x', 1);
    hub.tell({ key: 'ticket:1', rev: 1 });
    await expect(hub.recall('x')).resolves.toBeNull();
  });

  it('that does not answer, a frame goes on after a moment', async () => {
    const tab = createTab();
    tab.open('bg', 'background');
    const hub = await connectHub(tab.open('a', 'ticket_sidebar'), 'a');
    await expect(hub.recall('x')).resolves.toBeNull();
  });
});
