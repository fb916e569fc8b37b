/** The hub's own side, run by the background frame. */
import { newsIn, readInstances, wire } from './hub.ts';
import type { ZafClient } from './zaf.ts';

/** Kept entries beyond this many push out the oldest. */
const capacity = 500;
const channelName = 'feedback-loop';

/** Serves the frames of this tab, and passes news to and from the hubs of the browser's other tabs. */
export function serveHub(client: ZafClient, ownGuid: string): void {
  const kept = new Map<string, unknown>();
  const channel = openChannel();

  client.on(wire.ask, ({ id, from, name }: { id: number; from: string; name: string }) => {
    client.instance(from).trigger(wire.answer, { id, value: kept.get(name) ?? null });
  });
  client.on(wire.keep, ({ name, value }: { name: string; value: unknown }) => {
    kept.delete(name);
    if (value !== null) kept.set(name, value);
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  });

  const spread = async (said: unknown, from: string | null) => {
    const news = newsIn(said);
    if (!news) return;
    const instances = await readInstances(client).catch(() => []);
    const others = instances.filter(({ guid }) => guid !== from && guid !== ownGuid);
    for (const { guid } of others) client.instance(guid).trigger(wire.news, news);
  };
  client.on(wire.tell, ({ news, from }: { news: unknown; from: string }) => {
    channel?.postMessage(news);
    return spread(news, from);
  });
  client.on('api_notification.feedback_changed', (notice: { body?: unknown } | null) =>
    spread(notice?.body, null),
  );
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => spread(data, null);
}

/** Browsers that block storage still give a channel; very strict ones may not. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return null;
  }
}
