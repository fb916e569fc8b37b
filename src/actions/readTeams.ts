/** The groups a huddle may be held in. */
import type { App } from '../app.ts';
import { readGroupNames } from '../zendesk/groups.ts';

/** By name; a call a hundred. Throws `Failure`. */
export async function readTeams({ zendesk: { http }, locale }: App): Promise<{ id: string; name: string }[]> {
  const names = Object.entries(await readGroupNames(http));
  return names.map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, locale));
}
