/** Coming and going of an instance's place on the page. */
import type { Desk } from '../desk.ts';
import type { Bridge } from './bridge.ts';
import type { InstanceStore } from './instanceStore.ts';
import type { AppInstance } from './types.ts';

export function createPlaces(desk: Desk, store: InstanceStore, bridge: Bridge) {
  const collapsed = new Set<string>();

  function setVisible(guid: string, isVisible: boolean): void {
    const instance = store.get(guid);
    if (!instance || instance.isVisible === isVisible) return;
    const isFirst = !instance.isLoaded;
    store.patch(guid, { isVisible, isLoaded: instance.isLoaded || isVisible });
    if (isFirst) return;
    if (isVisible) arrive(instance);
    else depart(instance);
  }

  function arrive(instance: AppInstance): void {
    const { guid } = instance;
    if (collapsed.delete(guid)) return void bridge.emit(guid, 'app.expanded');
    bridge.emit(guid, 'app.activated', { firstLoad: false });
    if (isPane(instance)) bridge.emit(guid, 'pane.activated');
  }

  /** A sidebar that vanishes while its ticket stays in front was collapsed, with or without the tray. */
  function depart(instance: AppInstance): void {
    const { guid } = instance;
    if (isInFront(instance)) {
      collapsed.add(guid);
      return void bridge.emit(guid, 'app.collapsed');
    }
    bridge.emit(guid, 'app.deactivated');
    if (isPane(instance)) bridge.emit(guid, 'pane.deactivated');
  }

  function isInFront({ location, context }: AppInstance): boolean {
    const route = desk.route();
    return location.endsWith('_sidebar') && route.page === 'ticket' && route.id === context.ticketId;
  }

  function setPopover(guid: string, isOpen: boolean): void {
    const instance = store.get(guid);
    if (!instance || instance.isOpen === isOpen) return;
    store.patch(guid, { isOpen, isLoaded: instance.isLoaded || isOpen });
  }

  return { setVisible, setPopover };
}

function isPane({ location }: AppInstance): boolean {
  return location === 'nav_bar' || location === 'top_bar';
}
