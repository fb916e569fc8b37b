/** Names of files and folders, barrels, aliases, and shortcuts tests may not take. */
import { type Complaint, importsOf, isCode, nodesOf, type SourceFile } from './sources.ts';

const bannedFolders =
  'components hooks utils util lib libs types services stores helpers common shared misc'.split(' ');

/** Lists that are meant to be lists: the only `index.ts` files. */
export const registryFolders = [
  'src/zendesk/sources',
  'src/care/metrics',
  'src/ui/columns',
  'tests/emulator/api',
];

export function checkFolders(files: SourceFile[]): Complaint[] {
  const folders = new Set(files.flatMap(({ path }) => parents(path)));
  return [...folders].flatMap((folder) => {
    const name = folder.split('/').at(-1) ?? '';
    if (bannedFolders.includes(name)) return [`${folder} says nothing about what is in it`];
    return /^[a-z][a-z0-9]*$/.test(name) ? [] : [`${folder} is not one lower-case word`];
  });
}

function parents(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const namedAfterLocations = /^(src\/locations|tests\/bench\/floors)\//;
const camel = /^[a-z][a-zA-Z0-9]*$/;
const pascal = /^[A-Z][a-zA-Z0-9]*$/;

/** Components `PascalCase.tsx`, the rest `camelCase.ts`, locations as the manifest spells them. */
export function checkFileNames(files: SourceFile[]): Complaint[] {
  return files.filter(isCode).flatMap((file) => {
    const { path } = file;
    const [, stem = '', , extension] =
      path.match(/([^/]+?)(\.test|\.spec|\.config|\.format|\.d)?\.(tsx?)$/) ?? [];
    if (namedAfterLocations.test(path))
      return /^[a-z_]+$/.test(stem) ? [] : [`${path} is not named after a location`];
    if (!camel.test(stem) && !pascal.test(stem)) return [`${path} is neither camelCase nor PascalCase`];
    const isComponent = path.startsWith('src/ui/') && extension === 'tsx';
    if (isComponent && !exportsName(file, stem)) return [`${path} does not export ${stem}`];
    if (isComponent && !pascal.test(stem)) return [`${path} holds JSX and is not PascalCase`];
    return path.startsWith('src/') && extension === 'ts' && !camel.test(stem)
      ? [`${path} is not camelCase`]
      : [];
  });
}

function exportsName(file: SourceFile, name: string): boolean {
  const pattern = new RegExp(
    `export\\s+(?:default\\s+)?(?:async\\s+)?(?:function|const|class|let)\\s+${name}\\b`,
  );
  return pattern.test(file.text);
}

/** A barrel hides where things live; the registries are lists with a purpose. */
export function checkBarrels(files: SourceFile[]): Complaint[] {
  return files.filter(isCode).flatMap((file) => {
    const folder = file.path.slice(0, file.path.lastIndexOf('/'));
    if (registryFolders.includes(folder)) return [];
    if (/\/index\.tsx?$/.test(file.path)) return [`${file.path} is a barrel`];
    const passedOn = importsOf(file).filter(({ isReExport }) => isReExport);
    return passedOn.map(({ specifier }) => `${file.path} passes on ${specifier}`);
  });
}

/** Every specifier is a relative path with its extension, a Node module or an installed package. */
export function checkSpecifiers(files: SourceFile[], packages: string[]): Complaint[] {
  return files.filter(isCode).flatMap((file) =>
    importsOf(file)
      .filter(({ specifier }) => !isPlain(specifier, packages))
      .map(
        ({ specifier }) =>
          `${file.path} imports ${specifier}, which is neither a file with its extension nor an installed package`,
      ),
  );
}

function isPlain(specifier: string, packages: string[]): boolean {
  if (/^\.{1,2}\//.test(specifier)) return /\.\w+(\?\w+)?$/.test(specifier);
  if (specifier.startsWith('node:')) return true;
  return packages.includes(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
}

const shortcuts: [RegExp, string][] = [
  [/\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fixme|fails)\b/, 'leaves a test out'],
  [/\bwaitForTimeout\s*\(/, 'waits for a fixed time'],
  [/@ts-(?:ignore|nocheck|expect-error)\b/, 'silences the compiler'],
  [/\bbiome-ignore(?!\s+\S+: \S)/, 'silences the linter without a reason'],
];

export function checkShortcuts(files: SourceFile[]): Complaint[] {
  return files
    .filter(isCode)
    .flatMap(({ path, text }) =>
      shortcuts.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${path} ${what}`),
    );
}

/** What a person reads or hears comes from `translations`, never from the markup. */
export function checkMarkup(files: SourceFile[]): Complaint[] {
  const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'];
  const screens = files.filter((file) => /^src\/.*\.tsx$/.test(file.path));
  return screens.flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const name = node.type === 'JSXAttribute' ? String((node.name as { name: unknown }).name) : '';
      const value = spoken.includes(name) ? (node.value as { value?: unknown } | null)?.value : null;
      const text = node.type === 'JSXText' ? node.value : value;
      return typeof text === 'string' && /\p{L}{2}/u.test(text)
        ? [`${file.path} says “${text.trim()}” outside of translations`]
        : [];
    }),
  );
}
