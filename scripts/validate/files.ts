/** A package folder read into memory, and what a check may say about it. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** Errors keep a package from being uploaded; warnings are shown to a reviewer. */
export interface Finding {
  level: 'error' | 'warning';
  /** One sentence that names the file. */
  text: string;
}

export interface PackageFiles {
  /** Contents by path from the package's root, with forward slashes. */
  files: Map<string, Buffer>;
  symlinks: string[];
}

export type Check = (pack: PackageFiles, manifest: Record<string, unknown>) => Finding[];

export const error = (text: string): Finding => ({ level: 'error', text });
export const warning = (text: string): Finding => ({ level: 'warning', text });

/** Zendesk ignores a top-level `tmp`. @throws when the folder cannot be read. */
export function readPackage(root: string): PackageFiles {
  const pack: PackageFiles = { files: new Map(), symlinks: [] };
  const visit = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const status = lstatSync(join(root, path));
      if (status.isSymbolicLink()) pack.symlinks.push(path);
      else if (status.isDirectory() && path !== 'tmp') visit(path);
      else if (status.isFile()) pack.files.set(path, readFileSync(join(root, path)));
    }
  };
  visit('');
  return pack;
}

/** Files under `folder` whose name ends in one of `extensions`, as text. */
export function textFiles(
  pack: PackageFiles,
  extensions: string[],
  folder = '',
): { path: string; text: string }[] {
  return [...pack.files]
    .filter(
      ([path]) => path.startsWith(folder) && extensions.some((extension) => path.endsWith(`.${extension}`)),
    )
    .map(([path, bytes]) => ({ path, text: bytes.toString('utf8') }));
}

/** A JSON object from a file of the package, or the sentence that says why not. */
export function readObject(pack: PackageFiles, path: string): Record<string, unknown> | Finding {
  const bytes = pack.files.get(path);
  if (!bytes) return error(`${path} is missing.`);
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return error(`${path} is not valid JSON.`);
  }
  if (!isObject(value)) return error(`${path} must hold a JSON object.`);
  const hasTwins = parseDocument(text).errors.some(({ code }) => code === 'DUPLICATE_KEY');
  return hasTwins ? error(`${path} holds the same key twice in one object.`) : value;
}

export function isFinding(value: Record<string, unknown> | Finding): value is Finding {
  return 'level' in value && 'text' in value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
