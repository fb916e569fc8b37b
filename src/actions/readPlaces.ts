/** Names of the account's groups and brands. */
import type { App } from '../app.ts';
import { readBrandNames } from '../zendesk/brands.ts';
import { readGroupNames } from '../zendesk/groups.ts';

/** By `group:<id>` and `brand:<id>`, in two calls; what cannot be had now is left out, never thrown. */
export async function readPlaces(app: App): Promise<Record<string, string>> {
  const { http } = app.zendesk;
  const [groups, brands] = await Promise.all([
    readGroupNames(http).catch(() => ({})),
    readBrandNames(http).catch(() => ({})),
  ]);
  return { ...prefixed('group', groups), ...prefixed('brand', brands) };
}

const prefixed = (kind: string, names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [`${kind}:${id}`, name]));
