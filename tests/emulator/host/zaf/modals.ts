/** `instances.create` and the end of a modal. */
import type { Bridge } from './bridge.ts';
import { badArgument } from './errors.ts';
import type { InstanceStore } from './instanceStore.ts';
import { sizeFrom } from './objects/panes.ts';
import { asRecord } from './packets.ts';
import type { AppInstance } from './types.ts';

/** Milliseconds between `app.willDestroy` and the end of the frame. */
const goodbye = 50;
const usualSize = { width: '50vw', height: '50vh' };

export function createModals(store: InstanceStore, bridge: Bridge) {
  const closing = new Set<string>();

  /** Tells the app's other instances by `instance.created`. @throws ZafError on anything but a modal with a url. */
  function create(opener: AppInstance, options: unknown): AppInstance {
    const wish = asRecord(options);
    if (wish?.location !== 'modal')
      throw badArgument('Only instances with the location "modal" can be created.');
    const url = checkedUrl(wish.url);
    const size = wish.size === undefined ? usualSize : sizeFrom(wish.size, usualSize);
    const others = store.all().filter(({ app }) => app.installationId === opener.app.installationId);
    const modal = store.add(opener.app, 'modal', { url, size, opener: opener.guid });
    for (const { guid } of others) bridge.emit(guid, 'instance.created', modal.context);
    return modal;
  }

  /** Whoever listens on the modal's client hears `modal.close`. */
  function close(guid: string): void {
    if (closing.has(guid) || store.get(guid)?.location !== 'modal') return;
    closing.add(guid);
    bridge.emit(guid, 'app.willDestroy');
    setTimeout(() => {
      closing.delete(guid);
      bridge.emit(guid, 'modal.close');
      store.remove(guid);
    }, goodbye);
  }

  return { create, close };
}

function checkedUrl(url: unknown): string {
  const isLocal = /^https?:\/\/(localhost|127\.0\.0\.1)([:/]|$)/;
  const isFine =
    typeof url === 'string' && (/^\/?assets\//.test(url) || /^https:\/\//.test(url) || isLocal.test(url));
  if (!isFine) throw badArgument('The url of a modal is a file in assets/ or an https address.');
  return url;
}
