/** Checks a package folder (`dist` unless named) as Zendesk does before an upload, and for what a reviewer looks at. */

import { existsSync } from 'node:fs';
import { isMain } from './isMain.ts';
import { checkDrawings, checkKinds, checkPictures } from './validate/assets.ts';
import { checkBundles, checkPages, checkRequests, checkSecrets } from './validate/code.ts';
import { type Check, error, type Finding, isFinding, readObject, readPackage } from './validate/files.ts';
import { checkLocations } from './validate/locations.ts';
import { checkManifest } from './validate/manifest.ts';
import { checkParameters } from './validate/parameters.ts';
import { checkTranslations } from './validate/translations.ts';

/** Uninstalling deletes what requirements created, with its data: set-up creates it at run time instead. */
const checkRequirements: Check = ({ files }) =>
  files.has('requirements.json') ? [error('requirements.json must not be in the package.')] : [];

const checks: Check[] = [
  checkManifest,
  checkLocations,
  checkParameters,
  checkRequirements,
  checkTranslations,
  checkKinds,
  checkPictures,
  checkDrawings,
  checkBundles,
  checkPages,
  checkRequests,
  checkSecrets,
];

/** Everything there is to say about the package in `root`; an unreadable manifest ends the search. */
export function validatePackage(root: string): Finding[] {
  if (!existsSync(root)) return [error(`There is no folder ${root}.`)];
  const pack = readPackage(root);
  const manifest = readObject(pack, 'manifest.json');
  if (!isFinding(manifest)) return checks.flatMap((check) => check(pack, manifest));
  const nested = [...pack.files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
  if (pack.files.has('manifest.json') || nested === undefined) return [manifest];
  return [error(`manifest.json is missing: ${nested} is one folder too deep.`)];
}

/** Prints the findings of a package; true when it may be uploaded. */
export function reportPackage(root: string): boolean {
  const findings = validatePackage(root);
  const errors = findings.filter(({ level }) => level === 'error');
  for (const { level, text } of findings) process.stdout.write(`${level}: ${text}\n`);
  process.stdout.write(`${root}: ${errors.length} errors, ${findings.length - errors.length} warnings\n`);
  return errors.length === 0;
}

if (isMain(import.meta.url)) {
  process.exitCode = reportPackage(process.argv[2] ?? 'dist') ? 0 : 1;
}
