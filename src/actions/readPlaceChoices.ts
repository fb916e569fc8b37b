/** The account's groups and brands, to choose from. */
import type { App } from '../app.ts';
import { readBrandNames } from '../zendesk/brands.ts';
import { readGroupNames } from '../zendesk/groups.ts';

export interface PlaceChoice {
  id: string;
  name: string;
}

export interface PlaceChoices {
  groups: PlaceChoice[];
  brands: PlaceChoice[];
}

/** By name, in two calls. Throws `Failure`. */
export async function readPlaceChoices(app: App): Promise<PlaceChoices> {
  const { http } = app.zendesk;
  const [groups, brands] = await Promise.all([readGroupNames(http), readBrandNames(http)]);
  const sorted = (names: Record<string, string>) =>
    Object.entries(names)
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, app.locale));
  return { groups: sorted(groups), brands: sorted(brands) };
}
