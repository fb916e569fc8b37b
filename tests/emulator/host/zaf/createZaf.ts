/** The ZAF half of the workspace page: instances, their frames, and what passes between them and the desk. */
import type { InstalledApp } from '../../control.ts';
import type { Desk, DeskEvent } from '../desk.ts';
import { type Bridge, type BridgeHost, createBridge } from './bridge.ts';
import { isAt, newsOf, routeMessage } from './deskNews.ts';
import { dispatch } from './dispatch.ts';
import { ZafError } from './errors.ts';
import { createFrames } from './frames.ts';
import { browserWindow, type HostWindow } from './hostWindow.ts';
import { contextOf, createInstanceStore, type InstanceStore } from './instanceStore.ts';
import { createModals } from './modals.ts';
import { zafObjects } from './objects/registry.ts';
import { createPlaces } from './places.ts';
import { performRequest } from './request.ts';
import { askToSave } from './saveHook.ts';
import type { Scope } from './scope.ts';
import type { AppInstance, FrameContext, Zaf } from './types.ts';

export function createZaf(desk: Desk, host: HostWindow = browserWindow()): Zaf {
  const store = createInstanceStore(desk, host.origin);
  const bridge: Bridge = createBridge(bridgeHost());
  const modals = createModals(store, bridge);
  const frames = createFrames(host, store, bridge);
  const places = createPlaces(desk, store, bridge);

  for (const app of desk.apps()) addStanding(store, app);
  desk.onSave((id) => askToSave(bridge, sidebarsOf(id), desk.saveHookTimeout()));
  const stops = [
    host.onMessage(frames.onMessage),
    host.onLayout((name) => toAll(`window.${name}`)),
    desk.subscribe(onDesk),
  ];

  function bridgeHost(): BridgeHost {
    return {
      registration: (guid) => ({ metadata: metadataOf(known(guid).app), context: known(guid).context }),
      reach: (from, to) => {
        const target = store.get(to);
        if (!target) return store.isEnded(to) ? 'gone' : 'unknown';
        return target.app.installationId === store.get(from)?.app.installationId ? 'ok' : 'unknown';
      },
      call: (guid, request, params) => dispatch(zafObjects, scopeOf(guid), request, params),
      request: async (guid, options) => {
        const { subdomain } = desk.state();
        const appId = known(guid).app.appId;
        const { api } = desk;
        return performRequest(options, { ...host, api, subdomain, appId });
      },
      onRegistered,
    };
  }

  function known(guid: string): AppInstance {
    const instance = store.get(guid);
    if (!instance) throw new ZafError('InstanceNotFoundError', `The instance ${guid} no longer exists.`);
    return instance;
  }

  /** Looks the instance up anew for every path, as a call may change it. */
  function scopeOf(guid: string): Scope {
    return {
      desk,
      store,
      get instance() {
        return known(guid);
      },
      createModal: (options) => modals.create(known(guid), options),
      closeModal: modals.close,
      setPopover: places.setPopover,
    };
  }

  function onRegistered(guid: string): void {
    const instance = known(guid);
    if (instance.isVisible || instance.location === 'background') {
      bridge.tell(guid, 'app.activated', { firstLoad: true });
    }
    if (isAt(instance, desk.route())) {
      bridge.tell(guid, 'app.route.changed', routeMessage(instance, desk.route()));
    }
  }

  function onDesk(event: DeskEvent): void {
    for (const { instance, event: name, message } of newsOf(event, desk, store.all())) {
      bridge.emit(instance.guid, name, message);
    }
    if (event.kind === 'locale') store.restart();
    if (event.kind === 'scheme') store.renewAddresses();
    if (event.kind === 'changed') endClosedTabs();
  }

  function endClosedTabs(): void {
    const isOver = ({ context: { ticketId } }: AppInstance) => ticketId !== undefined && !desk.tab(ticketId);
    for (const { guid } of store.all().filter(isOver)) store.remove(guid);
  }

  function sidebarsOf(ticketId: number): AppInstance[] {
    const isSidebar = ({ location, context }: AppInstance) =>
      location === 'ticket_sidebar' && context.ticketId === ticketId;
    return store.all().filter(isSidebar);
  }

  function toAll(event: string): void {
    for (const { guid } of store.all()) bridge.emit(guid, event);
  }

  function setContext(guid: string, context: FrameContext): void {
    const instance = store.get(guid);
    if (!instance || instance.location === 'modal') return;
    const next = contextOf(guid, desk.state().subdomain, instance.location, context);
    if (JSON.stringify(next) === JSON.stringify(instance.context)) return;
    store.patch(guid, { context: next });
    bridge.emit(guid, 'context.updated', next);
  }

  return {
    desk,
    instances: store.all,
    instance: store.get,
    instanceFor: (app, location, context) => {
      if (context.instanceGuid) return known(context.instanceGuid);
      return store.find(app.appId, location, context) ?? store.add(app, location, { context });
    },
    modals: () => store.all().filter(({ location }) => location === 'modal'),
    closeModal: modals.close,
    setPopover: places.setPopover,
    setVisible: places.setVisible,
    setContext,
    attach: frames.attach,
    onFrameLoad: frames.onLoad,
    reloadApps: store.restart,
    subscribe: store.subscribe,
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Instances that exist before anybody opens them: `background` loads now, the two bars wait. */
function addStanding(store: InstanceStore, app: InstalledApp): void {
  for (const location of ['background', 'nav_bar', 'top_bar']) {
    const place = app.locations[location];
    const waitsForCall = location === 'background' && place?.autoLoad === false;
    if (place && !waitsForCall) store.add(app, location, {});
  }
}

/** `client.metadata()`. Secure settings are not among an installation's settings. */
function metadataOf({ appId, installationId, name, version, settings }: InstalledApp) {
  return { appId, installationId, name, version, settings: { title: name, ...settings } };
}
