/** Saves what an admin chose: read, compare, write. Somebody else's newer version is never written over. */
import type { App } from '../app.ts';
import { type Configuration, parseConfiguration } from '../care/configuration.ts';
import { type Change, changesBetween } from '../care/configurationChange.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import { onSinceOf } from '../care/workflows/workflow.ts';
import { writeDoc } from '../zendesk/docs.ts';
import { readSettings } from '../zendesk/installation.ts';
import { storeConfiguration } from './storeConfiguration.ts';

export interface Saved {
  /** What counts now: one's own, or what somebody else saved meanwhile. */
  configuration: Configuration;
  /** Somebody was first; nothing of one's own was written. */
  isMet: boolean;
  /** The setting is safe; this kept the copy for the history from being written. */
  unkept: Failure | null;
}

/**
 * `edited` was made from `basis`. A write that two admins make at the same moment is found by reading again.
 * Admins only: others meet `forbidden`. Throws `Failure`.
 */
export async function configure(app: App, edited: Configuration, basis: Configuration): Promise<Saved> {
  const { http, installationId } = app.zendesk;
  const settings = await readSettings(http, installationId);
  const current = parseConfiguration(settings.configuration);
  if (isSame(current, edited)) return { configuration: current, isMet: false, unkept: null };
  if (!isSame(current, basis)) return { configuration: current, isMet: true, unkept: null };
  const onSince = onSinceOf(edited.workflows, current, app.now());
  const configuration = { ...edited, onSince, version: current.version + 1 };
  await storeConfiguration(app, settings, configuration);
  const written = parseConfiguration((await readSettings(http, installationId)).configuration);
  if (!isSame(written, configuration)) return { configuration: written, isMet: true, unkept: null };
  const unkept = await keepCopy(app, configuration, changesBetween(current, configuration));
  return { configuration, isMet: false, unkept };
}

/** The same in every respect; a version number alone would let two writers of the same number pass for one. */
const isSame = (one: Configuration, other: Configuration) => text(one) === text(other);
/** Parsed anew, so that the order of members does not matter. */
const text = (configuration: Configuration) => JSON.stringify(parseConfiguration({ ...configuration }));

/** For the history, and because an uninstall deletes the setting. Never throws. */
export async function keepCopy(
  app: App,
  configuration: Configuration,
  changes: readonly Change[],
): Promise<Failure | null> {
  // A record holds 32 KB: many rules would leave no room, and set-up finds them again.
  const { made: _, ...chosen } = configuration;
  const body = { by: app.user.id, at: app.now(), changes, configuration: chosen };
  return writeDoc(app.zendesk.http, 'configuration', String(configuration.version), body).then(
    () => null,
    (cause: unknown) => asFailure(cause),
  );
}
