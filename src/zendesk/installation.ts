/** The installation's settings: everyone reads them from ZAF's metadata, only admins may write them. */
import type { Configuration } from '../care/configuration.ts';
import { anything } from './fields.ts';
import type { Http } from './http.ts';

/** Running frames see the change after a reload. */
export async function writeConfiguration(
  http: Http,
  installationId: number,
  configuration: Configuration,
): Promise<void> {
  const settings = { configuration: JSON.stringify(configuration) };
  await http.send('PUT', `/api/v2/apps/installations/${installationId}.json`, { settings }, anything);
}
