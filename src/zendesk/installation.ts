/** The installation's settings: everyone reads them from ZAF's metadata, only admins may ask for and write them. */
import * as v from 'valibot';
import type { Configuration } from '../care/configuration.ts';
import { settingText } from '../care/settingText.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';

export type Settings = Record<string, unknown>;

const path = (installationId: number) => `/api/v2/apps/installations/${installationId}.json`;

/** As they are now; what a frame's metadata says is as old as the frame. */
export async function readSettings(http: Http, installationId: number): Promise<Settings> {
  const schema = v.object({ settings: v.record(v.string(), v.unknown()) });
  return (await http.get(path(installationId), schema)).settings;
}

/** Sends all settings, since nobody has documented that Zendesk keeps the others. Frames see it after a reload. */
export async function writeConfiguration(
  http: Http,
  installationId: number,
  settings: Settings,
  configuration: Configuration,
): Promise<void> {
  const changed = { ...settings, configuration: settingText(settings.configuration, configuration) };
  await http.send('PUT', path(installationId), { settings: changed }, anything);
}

/** Empties the setting: the app is as it was when it was installed. Throws `Failure`. */
export async function clearConfiguration(http: Http, installationId: number): Promise<void> {
  const settings = { ...(await readSettings(http, installationId)), configuration: '' };
  await http.send('PUT', path(installationId), { settings }, anything);
}
