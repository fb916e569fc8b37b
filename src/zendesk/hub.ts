/**
 * Talk among this app's frames. The background frame is each tab's hub: it remembers what frames ask it to
 * keep until the tab reloads, and passes news on. Without one, frames work alone.
 */
import type { ZafClient } from './zaf.ts';

/** Ids and numbers only: what changed, never what it says. */
export interface News {
  key: string;
  rev: number;
}

export interface Hub {
  /** What was kept under a name, `null` if nothing was or no hub answers in time. */
  recall(name: string): Promise<unknown>;
  /** `null` forgets. */
  keep(name: string, value: unknown): void;
  /** Tells all other frames of this browser. */
  tell(news: News): void;
  /** Returns the way to stop listening. */
  onNews(listener: (news: News) => void): () => void;
}

/** Event names on the wire between frames. */
export const wire = { ask: 'fl.ask', answer: 'fl.answer', keep: 'fl.keep', tell: 'fl.tell', news: 'fl.news' };

/** Milliseconds a frame waits for the hub: longer would be slower than asking Zendesk. */
const patience = 250;

export async function connectHub(client: ZafClient, ownGuid: string): Promise<Hub> {
  const guid = await findHub(client);
  const hub = guid === null ? null : client.instance(guid);
  let asked = 0;
  const waiting = new Map<number, (value: unknown) => void>();
  client.on(wire.answer, ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  return {
    recall(name) {
      if (!hub) return Promise.resolve(null);
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        setTimeout(() => resolve(null), patience);
        waiting.set(id, resolve);
        hub.trigger(wire.ask, { id, from: ownGuid, name });
      });
    },
    keep: (name, value) => hub?.trigger(wire.keep, { name, value }),
    tell: (news) => hub?.trigger(wire.tell, { news, from: ownGuid }),
    onNews(listener) {
      const handler = (news: News) => listener(news);
      client.on(wire.news, handler);
      return () => client.off(wire.news, handler);
    },
  };
}

export interface Instance {
  guid: string;
  location: string;
}

/** This app's frames that exist now. */
export async function readInstances(client: ZafClient): Promise<Instance[]> {
  const answer = await client.get('instances');
  const contexts = (answer.instances ?? {}) as Record<string, { location?: string }>;
  return Object.entries(contexts).map(([guid, context]) => ({ guid, location: String(context.location) }));
}

async function findHub(client: ZafClient): Promise<string | null> {
  const instances = await readInstances(client).catch(() => []);
  return instances.find((instance) => instance.location === 'background')?.guid ?? null;
}
