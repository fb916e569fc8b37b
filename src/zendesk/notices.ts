/** What the Zendesk page shows for the app outside its frames: short notices, and the icon in the navigation bar. */
import { type Instance, readInstances } from './hub.ts';
import type { ZafClient } from './zaf.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for where a little HTML counts as such; what turns the direction of other text, or shows nothing, goes. */
export const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

export interface Toast {
  text: string;
  link: { text: string; href: string };
}

/** Milliseconds: long enough to read and to press. */
const shownFor = 12_000;

/** Resolves `false` where the host refused. */
export const showToast = (client: ZafClient, { text, link }: Toast): Promise<boolean> =>
  client
    .invoke(
      'notify',
      `${escaped(text)} <a href="${escaped(link.href)}">${escaped(link.text)}</a>`,
      'alert',
      shownFor,
    )
    .then(
      () => true,
      () => false,
    );

/** Symbols of `assets/icon_nav_bar.svg`. */
const symbols = { on: 'alert', off: 'default' } as const;

const pages = (instances: readonly Instance[]) =>
  instances.filter(({ location }) => location === 'nav_bar').map(({ guid }) => guid);

/** The page's icon, also before anybody opened it. Never throws; resolves with the frames that took it. */
export async function setBadge(client: ZafClient, isOn: boolean): Promise<string[]> {
  const found = pages(await readInstances(client).catch(() => []));
  const taken = await Promise.all(
    found.map((guid) =>
      client
        .instance(guid)
        .invoke('iconSymbol', isOn ? symbols.on : symbols.off)
        .then(
          () => guid,
          () => null,
        ),
    ),
  );
  return taken.filter((guid) => guid !== null);
}

/** Between the page and its tab's background: there is something new to read. */
export const noticesEvent = 'fl.notices';

/** Tells all frames of one location. Never throws. */
export async function tellFrames(client: ZafClient, location: 'nav_bar' | 'background'): Promise<void> {
  const instances = await readInstances(client).catch(() => []);
  for (const instance of instances)
    if (instance.location === location) client.instance(instance.guid).trigger(noticesEvent);
}

/** Returns the way to stop. */
export function onNotices(client: ZafClient, listener: () => void): () => void {
  client.on(noticesEvent, listener);
  return () => client.off(noticesEvent, listener);
}
