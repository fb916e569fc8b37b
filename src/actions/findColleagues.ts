/** People and groups a case can be handed or escalated to. */
import type { App } from '../app.ts';
import { fewestLetters, searchColleagues } from '../zendesk/colleagues.ts';
import { readGroupNames } from '../zendesk/groups.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** Names as they begin, the signed-in person left out; nobody for less than two letters. Throws `Failure`. */
export async function findColleagues(app: App, name: string): Promise<Colleague[]> {
  const text = name.trim();
  if (text.length < fewestLetters) return [];
  const found = await searchColleagues(app.zendesk.http, text);
  return found.filter(({ id }) => id !== app.user.id).map(({ id, name: full }) => ({ id, name: full }));
}

/** The account's groups, by name. A call a hundred. Throws `Failure`. */
export async function findGroups(app: App): Promise<Colleague[]> {
  const names = await readGroupNames(app.zendesk.http);
  const groups = Object.entries(names).map(([id, name]) => ({ id, name }));
  return groups.sort((a, b) => a.name.localeCompare(b.name, app.locale));
}
