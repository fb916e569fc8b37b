/** Takes over settings another frame has just stored. */
import { parseConfiguration, settingsName } from '../care/configuration.ts';
import { readSettings } from '../zendesk/installation.ts';
import type { Outside } from '../zendesk/outside.ts';

/** From this tab's memory; in an admin's other tabs by one call. Never throws: a reload has them anyhow. */
export async function adoptSettings({ zendesk, user, configuration }: Outside): Promise<void> {
  const { http, hub, installationId } = zendesk;
  const kept = await hub.recall(settingsName);
  if (kept === null && !user.isAdmin) return;
  const stored = kept ?? (await readSettings(http, installationId).catch(() => null))?.configuration;
  if (stored) Object.assign(configuration, parseConfiguration(stored));
}
