/** Writes the account's settings and passes them to this browser's other frames, which use them at once. */
import { type Configuration, settingsName } from '../care/configuration.ts';
import { type Settings, writeConfiguration } from '../zendesk/installation.ts';
import type { Outside } from '../zendesk/outside.ts';

/** `settings` as they were read. Other people's frames see it after a reload: Zendesk tells them nothing. Throws `Failure`. */
export async function storeConfiguration(
  { zendesk: { http, hub, installationId } }: Outside,
  settings: Settings,
  configuration: Configuration,
): Promise<void> {
  await writeConfiguration(http, installationId, settings, configuration);
  hub.keep(settingsName, configuration);
  hub.tell({ key: settingsName, rev: configuration.version });
}
