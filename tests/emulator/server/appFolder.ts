/** Reads a packaged Zendesk app: manifest, locations, icons, settings. Broken packages are told in one sentence. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppLocation, InstalledApp } from '../control.ts';
import { StartProblem } from './startProblem.ts';

/** An app folder; where its files are served from is added by the server. */
export interface AppFolder extends Omit<InstalledApp, 'assetBase'> {
  /** Absolute path of the package's root. */
  folder: string;
  /** Names of parameters whose values no frame may see. */
  secure: string[];
}

type Json = Record<string, unknown>;

/** @throws StartProblem when the folder, its manifest or a location's file is missing or broken */
export function readAppFolder(folder: string, number = 1): AppFolder {
  const root = resolve(folder);
  if (!existsSync(root)) throw new StartProblem(`There is no folder "${folder}" to load an app from.`);
  if (!statSync(root).isDirectory())
    throw new StartProblem(`"${folder}" is a file; an app is loaded from a folder.`);
  const manifest = readManifest(folder, root);
  const locations = readLocations(folder, root, manifest);
  const parameters = Array.isArray(manifest.parameters) ? manifest.parameters.filter(isObject) : [];
  return {
    appId: 500_000 + number,
    installationId: 700_000 + number,
    name: typeof manifest.name === 'string' ? manifest.name : `App ${number}`,
    version: typeof manifest.version === 'string' ? manifest.version : '0.0.0',
    locations,
    settings: Object.fromEntries(
      parameters.map(({ name, default: value, type }) => [String(name), value ?? empty(type)]),
    ),
    icons: readIcons(root, Object.keys(locations)),
    defaultLocale: typeof manifest.defaultLocale === 'string' ? manifest.defaultLocale : 'en',
    folder: root,
    secure: parameters.filter((parameter) => parameter.secure === true).map(({ name }) => String(name)),
  };
}

const empty = (type: unknown) => (type === 'checkbox' ? false : null);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readManifest(folder: string, root: string): Json {
  const path = join(root, 'manifest.json');
  if (!existsSync(path))
    throw new StartProblem(`"${folder}" has no manifest.json, so it is not a Zendesk app.`);
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    // The parser quotes lines of the file behind its reason.
    const [reason] = (problem as Error).message.split(', "');
    throw new StartProblem(`The manifest.json in "${folder}" is not valid JSON: ${reason}.`);
  }
  if (!isObject(manifest)) throw new StartProblem(`The manifest.json in "${folder}" must be a JSON object.`);
  return manifest;
}

/** Support locations only (`zendesk` is Support's older name); each an URL or an object with one. */
function readLocations(folder: string, root: string, manifest: Json): Record<string, AppLocation> {
  const { location } = manifest;
  if (!isObject(location)) throw new StartProblem(`The manifest.json in "${folder}" declares no locations.`);
  const support = location.support ?? location.zendesk;
  if (!isObject(support))
    throw new StartProblem(`The manifest.json in "${folder}" has no locations for Support.`);
  const entries = Object.entries(support).map(([name, value]) => {
    const found = typeof value === 'string' ? { url: value } : value;
    if (!isObject(found) || (typeof found.url !== 'string' && found.autoLoad !== false)) {
      throw new StartProblem(`The location "${name}" in the manifest of "${folder}" has no url.`);
    }
    const read = { ...found, url: String(found.url ?? '') } as AppLocation;
    checkFile(folder, root, name, read.url);
    return [name, read] as const;
  });
  return Object.fromEntries(entries);
}

function checkFile(folder: string, root: string, name: string, url: string): void {
  if (url === '' || /^https?:\/\//.test(url) || url.includes('{{setting.')) return;
  const path = url.replace(/[?#].*$/, '');
  if (path.startsWith('assets/') && existsSync(join(root, path))) return;
  throw new StartProblem(
    `The location "${name}" of "${folder}" names ${path}, which is not a file of the package.`,
  );
}

function readIcons(root: string, locations: string[]): Record<string, string> {
  const icons: Record<string, string> = {};
  for (const name of locations) {
    const path = [`assets/icon_${name}.svg`, `assets/support/icon_${name}.svg`]
      .map((one) => join(root, one))
      .find(existsSync);
    if (path) icons[name] = readFileSync(path, 'utf8');
  }
  return icons;
}
