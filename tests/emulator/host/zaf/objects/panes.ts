/** How an app's own place looks: size, visibility, icon, popover. */
import { badArgument, unknownPath } from '../errors.ts';
import { asRecord } from '../packets.ts';
import type { Scope } from '../scope.ts';
import type { FrameSize } from '../types.ts';
import { everywhere, type ZafObject } from './object.ts';

export const panes: ZafObject = {
  name: 'panes',
  isIn: everywhere,
  paths: [
    { path: 'visible', get: ({ instance }) => instance.isVisible && !instance.isHidden },
    { path: 'appsTray.isVisible', get: ({ desk }) => desk.isTrayOpen() },
    { path: 'appsTray', get: ({ desk }) => ({ isVisible: desk.isTrayOpen() }) },
    { path: 'appsTray.show', invoke: ({ desk }) => desk.setTrayOpen(true) },
    { path: 'appsTray.hide', invoke: ({ desk }) => desk.setTrayOpen(false) },
    { path: 'show', invoke: (scope) => setHidden(scope, false) },
    { path: 'hide', invoke: (scope) => setHidden(scope, true) },
    { path: 'resize', invoke: resize },
    { path: 'popover', invoke: popover },
    { path: 'preloadPane', invoke: preloadPane },
    { path: 'iconSymbol', invoke: (scope, [symbol]) => setIcon(scope, { symbol: text(symbol) }) },
    { path: 'iconChars', invoke: (scope, [chars]) => setIcon(scope, { chars: text(chars) }) },
  ],
};

function setHidden({ store, instance }: Scope, isHidden: boolean): void {
  store.patch(instance.guid, { isHidden });
}

function resize({ store, instance }: Scope, [wish]: unknown[]): void {
  if (instance.location === 'background') throw unknownPath();
  store.patch(instance.guid, { size: sizeFrom(wish, instance.size) });
}

function popover({ store, instance, setPopover }: Scope, [wish]: unknown[]): void {
  if (instance.location !== 'top_bar') throw unknownPath();
  const isOpen = wish === 'toggle' ? !instance.isOpen : wish === 'show';
  if (typeof wish !== 'string') store.patch(instance.guid, { size: sizeFrom(wish, instance.size) });
  else if (['show', 'hide', 'toggle'].includes(wish)) setPopover(instance.guid, isOpen);
  else throw badArgument('A popover takes show, hide, toggle or a size.');
}

function preloadPane({ store, instance }: Scope): void {
  if (instance.location !== 'nav_bar' && instance.location !== 'top_bar') throw unknownPath();
  store.patch(instance.guid, { isLoaded: true });
}

function setIcon({ store, instance }: Scope, icon: Partial<Scope['instance']['icon']>): void {
  if (instance.location !== 'nav_bar' && instance.location !== 'top_bar') throw unknownPath();
  store.patch(instance.guid, { icon: { ...instance.icon, ...icon } });
}

/** Numbers are pixels; `auto` and absent members keep what there is. @throws ZafError on anything but an object. */
export function sizeFrom(wish: unknown, present: FrameSize): FrameSize {
  const size = asRecord(wish);
  if (!size) throw badArgument('The size must be an object with width, height or both.');
  return { width: length(size.width, present.width), height: length(size.height, present.height) };
}

function length(wish: unknown, present: FrameSize['width']): FrameSize['width'] {
  if (typeof wish === 'number' && Number.isFinite(wish) && wish >= 0) return wish;
  if (typeof wish !== 'string' || wish === 'auto' || wish === '') return present;
  return /^\d+(\.\d+)?$/.test(wish) ? Number(wish) : wish;
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
