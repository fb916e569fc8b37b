/** Names of the people a screen mentions. */
import type { App } from '../app.ts';
import { readNames } from '../zendesk/users.ts';

/** By user id; who is not there any more is named as such. Empty, never thrown, where names cannot be had now. */
export async function readPeople(app: App, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const names = await readNames(app.zendesk.http, ids).catch(() => null);
  if (!names) return {};
  return Object.fromEntries(ids.map((id) => [id, names[id] ?? app.t('people.left')]));
}
