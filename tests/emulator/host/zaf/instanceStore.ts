/** All app instances of this browser tab: made, found, changed, ended. No windows, no messages. */
import type { InstalledApp } from '../../control.ts';
import type { Desk } from '../desk.ts';
import { frameAddress } from './frameAddress.ts';
import { createGuids } from './guid.ts';
import type { AppInstance, FrameContext, FrameSize, ZafContext } from './types.ts';

export interface InstanceStore {
  all(): AppInstance[];
  get(guid: string): AppInstance | undefined;
  /** Whether the guid was in use once. */
  isEnded(guid: string): boolean;
  find(appId: number, location: string, context: FrameContext): AppInstance | undefined;
  add(app: InstalledApp, location: string, options: NewInstance): AppInstance;
  patch(guid: string, change: Partial<AppInstance>): void;
  remove(guid: string): void;
  /** New addresses and a new epoch for all, none loaded that waits for its opening. */
  restart(): void;
  /** Addresses for frames loaded from now on; those loaded already stay as they are. */
  renewAddresses(): void;
  subscribe(listener: () => void): () => void;
}

export interface NewInstance {
  context?: FrameContext;
  url?: string;
  size?: FrameSize;
  opener?: string;
}

const lazyLocations = ['nav_bar', 'top_bar'];

export function createInstanceStore(desk: Desk, origin: string): InstanceStore {
  const nextGuid = createGuids(desk.browserTab());
  const ended = new Set<string>();
  const listeners = new Set<() => void>();
  const urls = new Map<string, string>();
  let instances: AppInstance[] = [];
  let isTelling = false;

  const get = (guid: string) => instances.find((instance) => instance.guid === guid);
  const address = (app: InstalledApp, guid: string) =>
    frameAddress(app, urls.get(guid) ?? '', { origin, guid, colorScheme: desk.scheme() });

  /** Listeners hear later: screens ask for instances while they draw. */
  function show(next: AppInstance[]): void {
    instances = next;
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      for (const listener of [...listeners]) listener();
    });
  }

  function find(appId: number, location: string, context: FrameContext): AppInstance | undefined {
    const isSame = (instance: AppInstance) =>
      instance.app.appId === appId &&
      instance.location === location &&
      instance.context.ticketId === context.ticketId;
    return instances.find((instance) => instance.location !== 'modal' && isSame(instance));
  }

  function add(app: InstalledApp, location: string, options: NewInstance): AppInstance {
    const guid = nextGuid(app.appId, location);
    const place = app.locations[location];
    urls.set(guid, options.url ?? place?.url ?? '');
    const instance: AppInstance = {
      guid,
      app,
      location,
      src: address(app, guid),
      context: contextOf(guid, desk.state().subdomain, location, options.context ?? {}),
      isLoaded: isLoadedAtOnce(app, location),
      isVisible: location === 'modal',
      isHidden: place?.autoHide === true,
      isOpen: false,
      size: options.size ?? { width: place?.size?.width ?? null, height: place?.size?.height ?? null },
      icon: { symbol: null, chars: null },
      opener: options.opener ?? null,
      epoch: 0,
    };
    show([...instances, instance]);
    return instance;
  }

  function restart(): void {
    const renew = (instance: AppInstance): AppInstance => ({
      ...instance,
      src: address(instance.app, instance.guid),
      isLoaded: instance.isVisible || isLoadedAtOnce(instance.app, instance.location),
      epoch: instance.epoch + 1,
    });
    show(instances.map(renew));
  }

  return {
    all: () => instances,
    get,
    isEnded: (guid) => ended.has(guid),
    find,
    add,
    patch: (guid, change) =>
      show(instances.map((instance) => (instance.guid === guid ? { ...instance, ...change } : instance))),
    remove: (guid) => {
      ended.add(guid);
      urls.delete(guid);
      show(instances.filter((instance) => instance.guid !== guid));
    },
    restart,
    renewAddresses: () =>
      show(instances.map((instance) => ({ ...instance, src: address(instance.app, instance.guid) }))),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Members that say nothing are left out, as in Zendesk. */
export function contextOf(
  guid: string,
  subdomain: string,
  location: string,
  { ticketId, userId, organizationId }: FrameContext,
): ZafContext {
  const ids = Object.entries({ ticketId, userId, organizationId }).filter(([, id]) => id !== undefined);
  const fixed = { instanceGuid: guid, product: 'support' as const, account: { subdomain }, location };
  return { ...fixed, ...Object.fromEntries(ids) };
}

/** `autoLoad: false` and the two bars wait until somebody opens or preloads them. */
function isLoadedAtOnce(app: InstalledApp, location: string): boolean {
  return (
    location === 'modal' || (!lazyLocations.includes(location) && app.locations[location]?.autoLoad !== false)
  );
}
