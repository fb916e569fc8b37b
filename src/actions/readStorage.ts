/** Why the ledger cannot be read: what is missing, and who can change it. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { objectPlans } from '../care/setup/setup.ts';
import { readObjectKeys } from '../zendesk/customObjects.ts';

export const storageStates = ['ready', 'not_set_up', 'no_plan', 'no_grant'] as const;
export type StorageState = (typeof storageStates)[number];

/**
 * `no_plan`: the account has no custom objects (Zendesk answers 403 or 404, nobody knows which). `not_set_up`: it
 * has, an admin has to press the button. `no_grant`: this person's role was not given the records. Throws
 * `Failure` for everything that says nothing about storage.
 */
export async function readStorage(app: App): Promise<StorageState> {
  const keys = await readObjectKeys(app.zendesk.http).catch((cause: unknown) => {
    if (isRefusal(cause)) return null;
    throw cause;
  });
  if (keys === null) return 'no_plan';
  return objectPlans.every((plan) => keys.includes(plan.key)) ? 'ready' : 'not_set_up';
}

/** Does this failure mean that storage is missing or closed, rather than that something broke? */
export function isRefusal(cause: unknown): cause is Failure {
  return cause instanceof Failure && (cause.kind === 'forbidden' || cause.kind === 'notFound');
}

/**
 * The storage's state given why the ledger refused. Forbidden records on an account that has custom objects mean
 * the role lacks the grant, whether or not the list of objects shows what one may not read.
 */
export async function explainRefusal(app: App, refusal: Failure): Promise<StorageState> {
  const state = await readStorage(app);
  if (state === 'no_plan') return state;
  return refusal.kind === 'forbidden' || state === 'ready' ? 'no_grant' : state;
}
