/** Lists that must agree with files: the manifest's locations, and the registries with their strings and tests. */
import { type Complaint, importsOf, literalOf, type Node, nodesOf, type SourceFile } from './sources.ts';
import { languagesOf } from './words.ts';

export interface Registry {
  /** Folder with an `index.ts` that lists the entries and one file for each. */
  folder: string;
  /** The string every entry needs. */
  key: (id: string) => string;
  /** The test every entry needs, by the entry's file name, where one per entry is wanted. */
  test?: (name: string) => string;
}

export const registries: Registry[] = [
  {
    folder: 'src/zendesk/sources',
    key: (id) => `source.${id}`,
    test: (name) => `tests/zendesk/sources/${name}.test.ts`,
  },
  { folder: 'src/care/metrics', key: (id) => `metric.${id}` },
  { folder: 'src/ui/columns', key: (id) => `column.${id}` },
];

export function checkRegistry(files: SourceFile[], { folder, key, test }: Registry): Complaint[] {
  const inside = files.filter(({ path }) => path.startsWith(`${folder}/`));
  if (inside.length === 0) return [];
  const index = inside.find(({ path }) => path === `${folder}/index.ts`);
  if (!index) return [`${folder} has no index.ts that lists its entries`];
  const english = languagesOf(files).get('en') ?? new Map();
  const paths = new Set(files.map(({ path }) => path));
  const listed = importsOf(index).filter(
    ({ target, isTypeOnly }) => target.startsWith(`${folder}/`) && !isTypeOnly,
  );
  const used = new Set(inside.flatMap(importsOf).map(({ target }) => target));
  return [
    ...inside
      .filter((file) => file !== index && !used.has(file.path))
      .map(({ path }) => `${path} is not listed in ${index.path}`),
    ...listed.flatMap(({ target }) => {
      const file = inside.find(({ path }) => path === target);
      if (!file) return [`${index.path} lists ${target}, which does not exist`];
      const id = idOf(file);
      const testPath = test?.(target.slice(folder.length + 1).replace(/\.tsx?$/, ''));
      return [
        ...(id === null ? [`${target} has no id`] : []),
        ...(id !== null && !english.has(key(id)) ? [`${target} has no string ${key(id)}`] : []),
        ...(testPath !== undefined && !paths.has(testPath) ? [`${target} has no test ${testPath}`] : []),
      ];
    }),
  ];
}

function idOf(file: SourceFile): string | null {
  const isId = (node: Node) => node.type === 'Property' && (node.key as { name?: unknown }).name === 'id';
  const ids = nodesOf(file)
    .filter(isId)
    .map(({ value }) => literalOf(unwrap(value)));
  return ids.find((id) => id !== null) ?? null;
}

/** `'id' as const` is `'id'`. */
const unwrap = (value: unknown) => (value as { expression?: unknown } | null)?.expression ?? value;

interface Manifest {
  location: { support: Record<string, string | { url?: string }> };
}

/** Each location of the manifest has its file, which something loads, and its page; each file is in the manifest. */
export function checkLocations(files: SourceFile[]): Complaint[] {
  const manifestText = files.find(({ path }) => path === 'manifest.json')?.text;
  if (manifestText === undefined) return ['manifest.json is missing'];
  const { support } = (JSON.parse(manifestText) as Manifest).location;
  const entries = files.filter(({ path }) => path.startsWith('src/locations/'));
  const nameOf = (path: string) => path.slice('src/locations/'.length).replace(/\.tsx?$/, '');
  const outside = files.filter(({ path }) => /^src\/[^/]+\.tsx?$/.test(path));
  const loaded = new Set(outside.flatMap(importsOf).map(({ target }) => target));
  return [
    ...Object.keys(support)
      .filter((location) => !entries.some(({ path }) => nameOf(path) === location))
      .map((location) => `manifest.json has ${location} and there is no src/locations/${location}.ts`),
    ...entries
      .filter(({ path }) => !(nameOf(path) in support))
      .map(({ path }) => `${path} is no location of manifest.json`),
    ...entries.filter(({ path }) => !loaded.has(path)).map(({ path }) => `${path} is loaded by nothing`),
    ...Object.values(support).flatMap((location) => checkPage(files, location)),
  ];
}

function checkPage(files: SourceFile[], location: string | { url?: string }): Complaint[] {
  const url = typeof location === 'string' ? location : location.url;
  if (url === undefined || url.startsWith('https:')) return [];
  const source = url.replace(/^assets\//, 'src/').replace(/[?#].*$/, '');
  return files.some(({ path }) => path === source)
    ? []
    : [`manifest.json opens ${url} and there is no ${source}`];
}
