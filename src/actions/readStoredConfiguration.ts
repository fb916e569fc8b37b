/** The configuration as it is stored now; a frame's own copy is as old as the frame. */
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { readSettings } from '../zendesk/installation.ts';
import type { Outside } from '../zendesk/outside.ts';

/** Admins only: others meet `forbidden`. Throws `Failure`. */
export async function readStoredConfiguration(app: Pick<Outside, 'zendesk'>): Promise<Configuration> {
  const { http, installationId } = app.zendesk;
  return parseConfiguration((await readSettings(http, installationId)).configuration);
}
