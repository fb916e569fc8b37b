/** Properties and actions of every location that concern the workspace around the app. */
import type { Route, Toast } from '../../desk.ts';
import { dashed } from '../../deskRoutes.ts';
import { badArgument, notEmulated } from '../errors.ts';
import { assetAddress } from '../frameAddress.ts';
import { noticeParts } from '../noticeParts.ts';
import { asRecord } from '../packets.ts';
import { plainText } from '../plainText.ts';
import type { Scope } from '../scope.ts';
import { everywhere, type ZafObject } from './object.ts';

/** Milliseconds a notice stays when the app says nothing. */
const usualDuration = 5000;

export const workspace: ZafObject = {
  name: 'workspace',
  isIn: everywhere,
  paths: [
    { path: 'colorScheme', get: ({ desk }) => desk.scheme() },
    { path: /^assetURL:(.+)$/, get: ({ instance }, [file = '']) => assetAddress(instance.app, file) },
    { path: 'notify', invoke: notify },
    { path: 'routeTo', invoke: routeTo },
  ],
};

function notify({ desk }: Scope, [message, kind, duration]: unknown[]): void {
  if (typeof message !== 'string') throw badArgument('The message must be a string.');
  const isKind = kind === 'alert' || kind === 'error' || kind === 'notice';
  const toastKind: Toast['kind'] = isKind ? kind : 'notice';
  const isSticky = asRecord(duration)?.sticky === true;
  const milliseconds = typeof duration === 'number' && duration > 0 ? duration : usualDuration;
  const parts = noticeParts(message);
  const links = parts.some(({ href }) => href !== null) ? parts : undefined;
  desk.notify(plainText(message), toastKind, isSticky ? null : milliseconds, links);
}

function routeTo({ desk, instance }: Scope, args: unknown[]): void {
  desk.open(placeFor(args, instance.app.name));
}

function placeFor([place, id, section]: unknown[], ownName: string): Route {
  const number = Number(id);
  const isNumber = Number.isSafeInteger(number) && number > 0;
  if (place === 'ticket' && isNumber) return { page: 'ticket', id: number };
  if (place === 'user' && isNumber) return { page: 'user', id: number };
  if (place === 'views') return { page: 'views' };
  if (place === 'nav_bar') return appRoute(String(id ?? ownName), section);
  if (place === 'ticket' || place === 'user' || place === 'organization') {
    throw notEmulated(`The page of ${place} ${String(id)}`);
  }
  throw badArgument(`There is no place called ${String(place)}.`);
}

function appRoute(name: string, section: unknown): Route {
  const segments = typeof section === 'string' ? section.split('/').filter(Boolean) : [];
  return { page: 'app', name: dashed(name), segments };
}
