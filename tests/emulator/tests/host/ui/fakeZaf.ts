/** The ZAF half reduced to what the screens see of it; its frames hold nothing. */
import { vi } from 'vitest';
import type { InstalledApp } from '../../../control.ts';
import type { Desk } from '../../../host/desk.ts';
import type { AppInstance, FrameContext, Zaf } from '../../../host/zaf/types.ts';

function instance(guid: string, app: InstalledApp, location: string, context: FrameContext): AppInstance {
  return {
    guid,
    app,
    location,
    src: 'about:blank',
    context: {
      ...context,
      instanceGuid: guid,
      product: 'support',
      account: { subdomain: 'emulated' },
      location,
    },
    isLoaded: location !== 'nav_bar',
    isVisible: false,
    isHidden: false,
    isOpen: false,
    size: { width: null, height: null },
    icon: { symbol: null, chars: null },
    opener: null,
    epoch: 0,
  };
}

/** `modals` are drawn from the start; `setVisible` tells which frames the person sees. */
export function createFakeZaf(desk: Desk, modals: { guid: string; app: InstalledApp }[] = []) {
  const listeners = new Set<() => void>();
  const known = new Map<string, AppInstance>();
  const change = (guid: string, part: Partial<AppInstance>) => {
    const old = known.get(guid);
    if (old) known.set(guid, { ...old, ...part });
    for (const listener of [...listeners]) listener();
  };
  for (const { guid, app } of modals) {
    known.set(guid, { ...instance(guid, app, 'modal', {}), size: { width: 480, height: 300 } });
  }
  const zaf = {
    desk,
    change,
    instances: () => [...known.values()],
    instance: (guid) => known.get(guid),
    instanceFor: (app, location, context) => {
      const guid = context.instanceGuid ?? `${app.installationId}-${location}-${context.ticketId ?? ''}`;
      const found = known.get(guid) ?? instance(guid, app, location, context);
      known.set(guid, found);
      return found;
    },
    modals: () => [...known.values()].filter((one) => one.location === 'modal'),
    closeModal: vi.fn((guid: string) => {
      known.delete(guid);
      change(guid, {});
    }),
    setPopover: vi.fn((guid: string, isOpen: boolean) => change(guid, { isOpen })),
    setVisible: vi.fn((guid: string, isVisible: boolean) => {
      if (isVisible && known.get(guid)?.isLoaded === false) change(guid, { isLoaded: true });
    }),
    setContext: vi.fn(),
    attach: () => () => undefined,
    onFrameLoad: vi.fn(),
    reloadApps: vi.fn(),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => listeners.clear(),
  } satisfies Zaf & { change: typeof change };
  return zaf;
}
