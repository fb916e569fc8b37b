/** The hub's own side, run by the background frame. */
import { readCurrentUser } from './currentUser.ts';
import { browserStorage, createShelf, openDrafts } from './drafts.ts';
import { type Hub, type News, newsIn, readInstances, wire } from './hub.ts';
import type { ZafClient } from './zaf.ts';

/** Kept entries beyond this many push out the oldest. */
const capacity = 500;
/** One browser may hold several accounts: their tabs are no neighbours. */
export const channelOf = (purpose: string, account: string) =>
  ['feedback-loop', purpose, account].filter(Boolean).join(' ');

export interface HubServer {
  /** The background frame's own. */
  hub: Hub;
  /**
   * Hears of the calls other frames of this tab made in a burst, and how many of them somebody waits for; what was
   * said before anybody listened comes first, as one burst.
   */
  onBusy(listener: (calls: number, clicks: number) => void): void;
  /** Hears what was written in this tab, and nothing of others; also what was before anybody listened. */
  onWritten(listener: (news: News) => void): void;
  /** Hears frames of this tab ask for the sync. */
  onPoke(listener: () => void): void;
}

/** Serves the frames of this tab, and passes news to and from the hubs of the browser's other tabs. */
export function serveHub(client: ZafClient, ownGuid: string, account = ''): HubServer {
  const kept = new Map<string, unknown>();
  const channel = openChannel(channelOf('', account));
  const opening = readCurrentUser(client).then(
    ({ id }) => openDrafts({ account, userId: id }, browserStorage(), Date.now),
    () => null,
  );
  const shelf = createShelf(opening, new Map());
  const keep = (name: string, value: unknown) => {
    if (shelf.isFor(name)) return shelf.keep(name, value);
    kept.delete(name);
    if (value !== null) kept.set(name, value);
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  };

  const recall = (name: string) => (shelf.isFor(name) ? shelf.recall(name) : (kept.get(name) ?? null));

  client.on(wire.ask, async ({ id, from, name }: { id: number; from: string; name: string }) => {
    const value = recall(name);
    // What is here already is answered at once.
    const answer = value instanceof Promise ? await value : value;
    client.instance(from).trigger(wire.answer, { id, value: answer });
  });
  client.on(wire.keep, ({ name, value }: { name: string; value: unknown }) => keep(name, value));

  const spread = async (said: unknown, from: string | null) => {
    const news = newsIn(said);
    if (!news) return;
    const instances = await readInstances(client).catch(() => []);
    const others = instances.filter(({ guid }) => guid !== from && guid !== ownGuid);
    for (const { guid } of others) client.instance(guid).trigger(wire.news, news);
  };
  let written: News[] = [];
  let onWritten: (news: News) => void = (news) => written.push(news);
  client.on(wire.tell, ({ news, from }: { news: unknown; from: string }) => {
    channel?.postMessage(news);
    const own = newsIn(news);
    if (own) onWritten(own);
    return spread(news, from);
  });
  let unheard: [calls: number, clicks: number] = [0, 0];
  let onBurst = (calls: number, clicks: number) => {
    unheard = [unheard[0] + calls, unheard[1] + clicks];
  };
  client.on(wire.busy, ({ calls, clicks }: { calls?: unknown; clicks?: unknown }) =>
    onBurst(Number(calls) || 0, Number(clicks) || 0),
  );
  client.on('api_notification.feedback_changed', (notice: { body?: unknown } | null) =>
    spread(notice?.body, null),
  );
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => spread(data, null);
  return {
    hub: {
      recall: async (name) => recall(name),
      keep,
      tell(news) {
        channel?.postMessage(news);
        onWritten(news);
        void spread(news, ownGuid);
      },
      onNews: () => () => {},
      busy: () => {},
      poke: () => client.trigger(wire.poke, {}),
    },
    onBusy(listener) {
      onBurst = listener;
      if (unheard[0] > 0) listener(...unheard);
    },
    onWritten(listener) {
      onWritten = listener;
      for (const news of written) listener(news);
      written = [];
    },
    onPoke: (listener) => client.on(wire.poke, listener),
  };
}

/** Browsers that block storage still give a channel; very strict ones may not. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
