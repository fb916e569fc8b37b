/** Writes what set-up has to remember: no choice of an admin's, hence no version of its own and no word in the history. */
import type { App } from '../app.ts';
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { readSettings } from '../zendesk/installation.ts';
import { storeConfiguration } from './storeConfiguration.ts';

/** Read, change, write; nothing is written where nothing changes. Admins only. Throws `Failure`. */
export async function amendConfiguration(
  app: App,
  change: (
    current: Configuration,
  ) => Partial<Pick<Configuration, 'made' | 'leftAlone' | 'digestFieldId' | 'mirror' | 'surveyReplaced'>>,
): Promise<Configuration> {
  const { http, installationId } = app.zendesk;
  const settings = await readSettings(http, installationId);
  const current = parseConfiguration(settings.configuration);
  const next = { ...current, ...change(current) };
  if (JSON.stringify(next) === JSON.stringify(current)) return current;
  await storeConfiguration(app, settings, next);
  return next;
}
