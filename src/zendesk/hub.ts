/**
 * Talk among this app's frames. The background frame is each tab's hub: it remembers what frames ask it to
 * keep until the tab reloads (drafts longer, see `drafts.ts`), and passes news on. Without one, frames work alone.
 */
import * as v from 'valibot';
import { jsonIn } from './json.ts';
import type { Priority } from './scheduler.ts';
import type { ZafClient } from './zaf.ts';

/** Ids and numbers only: what changed, never what it says. */
export interface News {
  key: string;
  rev: number;
}

export interface Hub {
  /** What was kept under a name, `null` if nothing was. Where no hub answers in time, what this frame itself kept. */
  recall(name: string): Promise<unknown>;
  /** `null` forgets. */
  keep(name: string, value: unknown): void;
  /** Tells all other frames of this browser. */
  tell(news: News): void;
  /** Returns the way to stop listening. */
  onNews(listener: (news: News) => void): () => void;
  /** This frame called Zendesk, because somebody did something or by itself: background work leaves it the room. */
  busy(priority?: Priority): void;
  /** Asks whoever keeps the sync in this browser to look at once. */
  poke(): void;
}

/** Event names on the wire between frames. */
export const wire = {
  ask: 'fl.ask',
  answer: 'fl.answer',
  keep: 'fl.keep',
  tell: 'fl.tell',
  news: 'fl.news',
  busy: 'fl.busy',
  poke: 'fl.poke',
};

/** Milliseconds of a burst of calls. */
const burst = 1_000;

/** Milliseconds a frame waits for the hub: longer would be slower than asking Zendesk. */
const patience = 250;

export function connectHub(client: ZafClient, ownGuid: string): Hub {
  let asked = 0;
  let calls = 0;
  let clicks = 0;
  let hub: ZafClient | null = null;
  const waiting = new Map<number, (value: unknown) => void>();
  /** Drafts, for a frame no hub answers. */
  const own = new Map<string, unknown>();
  /** The background frame may load after this one: looked for until it is found. */
  const find = async (): Promise<ZafClient | null> => {
    const guid = hub ? null : await findHub(client);
    if (guid !== null) hub = client.instance(guid);
    return hub;
  };
  const send = (event: string, data: object) => void find().then((found) => found?.trigger(event, data));
  client.on(wire.answer, ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  return {
    recall(name) {
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        const giveUp = () => {
          waiting.delete(id);
          resolve(own.get(name) ?? null);
        };
        setTimeout(giveUp, patience);
        waiting.set(id, resolve);
        void find().then((found) =>
          found ? found.trigger(wire.ask, { id, from: ownGuid, name }) : giveUp(),
        );
      });
    },
    keep(name, value) {
      if (name.startsWith('draft:')) own.set(name, value);
      send(wire.keep, { name, value });
    },
    tell: (news) => send(wire.tell, { news, from: ownGuid }),
    onNews(listener) {
      const handler = (said: unknown) => {
        const news = newsIn(said);
        if (news) listener(news);
      };
      client.on(wire.news, handler);
      return () => client.off(wire.news, handler);
    },
    busy(priority) {
      calls += 1;
      if (priority !== 'background') clicks += 1;
      if (calls > 1) return;
      setTimeout(() => {
        send(wire.busy, { calls, clicks });
        calls = 0;
        clicks = 0;
      }, burst);
    },
    poke: () => send(wire.poke, {}),
  };
}

const newsSchema = v.object({ key: v.string(), rev: v.number() });

/** News as others sent them, `null` for anything else: whoever may notify may send what they like. */
export function newsIn(said: unknown): News | null {
  const result = v.safeParse(newsSchema, typeof said === 'string' ? jsonIn(said) : said);
  return result.success ? result.output : null;
}

export interface Instance {
  guid: string;
  location: string;
  /** Of a ticket's sidebar. */
  ticketId: string | null;
}

/** This app's frames that exist now. */
export async function readInstances(client: ZafClient): Promise<Instance[]> {
  const answer = await client.get('instances');
  const contexts = (answer.instances ?? {}) as Record<string, { location?: string; ticketId?: unknown }>;
  return Object.entries(contexts).map(([guid, { location, ticketId }]) => ({
    guid,
    location: String(location),
    ticketId: ticketId === undefined ? null : String(ticketId),
  }));
}

async function findHub(client: ZafClient): Promise<string | null> {
  const instances = await readInstances(client).catch(() => []);
  return instances.find((instance) => instance.location === 'background')?.guid ?? null;
}
