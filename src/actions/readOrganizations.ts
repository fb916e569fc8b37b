/** Whose numbers an admin typed. */
import type { App } from '../app.ts';
import { readOrganizationNames } from '../zendesk/organizations.ts';

/** In the order of `ids`; `null` for a number no organization has. Throws `Failure`. */
export async function readOrganizations(
  app: App,
  ids: readonly string[],
): Promise<{ id: string; name: string | null }[]> {
  const names = await readOrganizationNames(app.zendesk.http, ids);
  return ids.map((id) => ({ id, name: names[id] ?? null }));
}
