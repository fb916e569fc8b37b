import type { Scope } from '../scope.ts';
import { everywhere, member, type ZafObject } from './object.ts';
import { timeZone } from './userShape.ts';

export const account: ZafObject = {
  name: 'currentAccount',
  isIn: everywhere,
  paths: [
    { path: 'currentAccount', get: accountShape },
    { path: /^currentAccount\.(.+)$/, get: (scope, [path = '']) => member(accountShape(scope), path) },
  ],
};

function accountShape({ desk }: Scope) {
  const { plan, subdomain, now } = desk.state();
  return { planName: titled(plan), subdomain, timeZone: timeZone('UTC', 'Etc/UTC', now) };
}

/** `suite_enterprise_plus` → `Suite Enterprise Plus`. */
function titled(plan: string): string {
  return plan
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
