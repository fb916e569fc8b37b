import type { Bridge, FrameLink } from './bridge.ts';
import type { HostMessage, HostWindow } from './hostWindow.ts';
import type { InstanceStore } from './instanceStore.ts';

/** Which window belongs to which instance; messages of any other window are not read. */
export function createFrames(host: HostWindow, store: InstanceStore, bridge: Bridge) {
  const links = new Map<unknown, { guid: string; origin: string; link: FrameLink }>();
  return {
    attach: (guid: string, frame: Pick<Window, 'postMessage'>) => {
      const src = store.get(guid)?.src ?? host.origin;
      const { origin } = new URL(src, host.origin);
      const link = bridge.connect(guid, { post: (message) => frame.postMessage(message, origin) });
      links.set(frame, { guid, origin, link });
      return () => {
        link.disconnect();
        if (links.get(frame)?.link === link) links.delete(frame);
      };
    },
    onLoad: (guid: string) => {
      for (const frame of links.values()) if (frame.guid === guid) frame.link.onLoad();
    },
    onMessage: ({ source, origin, data }: HostMessage) => {
      const frame = links.get(source);
      if (frame?.origin === origin) frame.link.receive(data);
    },
  };
}
