/** A person's App over the emulated account, in process: the real data layer, no browser, no host page. */
import type { App } from '../src/app.ts';
import { parseConfiguration } from '../src/care/configuration.ts';
import { loadWords } from '../src/i18n.ts';
import { createHttp } from '../src/zendesk/http.ts';
import type { Hub, News } from '../src/zendesk/hub.ts';
import type { ZafClient, ZafRequest } from '../src/zendesk/zaf.ts';
import type { PersonaKey } from './emulator/control.ts';
import type { Workspace } from './emulator/inProcess.ts';
import { personas } from './emulator/world/people.ts';

/** Milliseconds until a test's call counts as unanswered. */
const timeoutMs = 30;

/** ZAF's `request` as the host page makes it: refusals reject with a jqXHR-like object. */
export function requestOver(fetchIt: typeof fetch) {
  return async (options: ZafRequest): Promise<unknown> => {
    const headers = {
      ...(options.contentType && { 'content-type': options.contentType }),
      ...options.headers,
    };
    const init = { method: options.type, headers, ...(options.data !== undefined && { body: options.data }) };
    const response = await fetchIt(options.url, init).catch(() => null);
    if (!response) throw { readyState: 0, status: 0, statusText: 'error', responseText: '' };
    const answer = {
      status: response.status,
      statusText: response.statusText,
      responseText: await response.text(),
      responseHeaders: Object.fromEntries(response.headers),
    };
    if (!response.ok) throw answer;
    return answer;
  };
}

/** The hubs of one browser: what one frame keeps the others recall, what one tells the others hear. */
export function createTestHub(): () => Hub {
  const kept = new Map<string, unknown>();
  /** Whose each is: a frame may have several. */
  const listeners = new Map<(news: News) => void, object>();
  return () => {
    const own = {};
    return {
      recall: async (name) => structuredClone(kept.get(name) ?? null),
      keep: (name, value) => (value === null ? kept.delete(name) : kept.set(name, structuredClone(value))),
      tell(news) {
        for (const [listener, owner] of listeners) if (owner !== own) listener(news);
      },
      onNews(listener) {
        listeners.set(listener, own);
        return () => listeners.delete(listener);
      },
      busy: () => {},
      poke: () => {},
    };
  };
}

/** Waits until what verbs leave to go on in the background (list records, notices) has been answered. */
export async function whenIdle(workspace: Workspace): Promise<void> {
  for (let before = -1; before !== workspace.exchanges().length; ) {
    before = workspace.exchanges().length;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface TestAppOptions {
  hub?: Hub;
  /** Installation setting; the one stored in the world by default. */
  configuration?: unknown;
  /** Milliseconds until a call counts as unanswered; big batches take longer than a click's few rows. */
  timeoutMs?: number;
}

export async function createTestApp(
  workspace: Workspace,
  persona: PersonaKey,
  options: TestAppOptions = {},
): Promise<App> {
  const user = workspace.world.users.get(personas[persona]);
  if (!user) throw new Error(`no such persona: ${persona}`);
  const [installation] = workspace.world.installations.values();
  const client = { request: requestOver(workspace.fetchAs(persona)) } as unknown as ZafClient;
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  const { t, locale } = await loadWords('en-US');
  return {
    zendesk: {
      http: createHttp(client, {
        clock,
        timeoutMs: options.timeoutMs ?? timeoutMs,
        wait: async () => {},
      }),
      client,
      hub: options.hub ?? createTestHub()(),
      title: 'Feedback Loop',
      appId: installation?.app_id ?? 1,
      installationId: installation?.id ?? 1,
    },
    t,
    locale,
    now: clock.now,
    user: {
      id: String(user.id),
      name: user.name,
      isAdmin: user.role === 'admin',
      locale: 'en-US',
      timeZone: 'UTC',
    },
    configuration: parseConfiguration(options.configuration ?? installation?.settings.configuration),
  };
}
