/** `care → zendesk → actions → ui → locations`: who may import whom, and which libraries. */
import { type Complaint, importsOf, isCode, isNode, nodesOf, type SourceFile } from './sources.ts';

const layers = ['care', 'zendesk', 'actions', 'ui', 'locations'];

/** The files beside the layers: what each may import from `src`, and who may import it. */
const entries: Record<string, { imports: string[]; importedBy: string[] }> = {
  'i18n.ts': {
    imports: ['care'],
    importedBy: ['app.ts', 'startFailure.ts', 'main.ts', 'actions', 'ui', 'locations'],
  },
  'app.ts': {
    imports: ['care', 'zendesk', 'i18n.ts'],
    importedBy: ['main.ts', 'actions', 'ui', 'locations'],
  },
  'startFailure.ts': { imports: ['i18n.ts'], importedBy: ['main.ts'] },
  'main.ts': { imports: [...layers, 'app.ts', 'i18n.ts', 'startFailure.ts'], importedBy: [] },
};

/** Libraries by the places that may use them; every other library may be used anywhere but in `care`. */
const libraries: { pattern: RegExp; places: string[] }[] = [
  { pattern: /^(axios|idb|dexie)($|[/-])|^@zendesk\//, places: ['zendesk'] },
  {
    pattern: /^(react|react-dom|styled-components)($|\/)|^@zendeskgarden\/|^@tanstack\/react-/,
    places: ['ui', 'locations'],
  },
  { pattern: /^i18next($|\/)/, places: ['i18n.ts'] },
];
const librariesOfCare = /^(valibot|date-fns|@date-fns\/tz)($|\/)/;

/** The folder or file directly under `src`. */
const placeOf = (path: string) => path.split('/')[1] ?? '';

function mayImport(from: string, to: string): boolean {
  const entry = entries[from];
  if (entry) return entry.imports.includes(to);
  if (entries[to]) return entries[to].importedBy.includes(from);
  if (from === 'ui' && to === 'zendesk') return false;
  return layers.includes(to) && layers.indexOf(to) <= layers.indexOf(from);
}

/** Type-only imports count: a layer that knows another's types knows the layer. */
export function checkDirection(files: SourceFile[]): Complaint[] {
  return inSrc(files).flatMap((file) => {
    const from = placeOf(file.path);
    return importsOf(file).flatMap(({ target, specifier }) => {
      if (!specifier.startsWith('.')) return checkLibrary(file.path, from, specifier);
      if (!target.startsWith('src/'))
        return isWords(target) ? [] : [`${file.path} imports ${target}, which is outside of src`];
      return mayImport(from, placeOf(target))
        ? []
        : [`${file.path} imports ${target}: ${from} may not know ${placeOf(target)}`];
    });
  });
}

const isWords = (path: string) => path.startsWith('translations/') || path === 'manifest.json';

function checkLibrary(path: string, from: string, library: string): Complaint[] {
  if (from === 'care' && !librariesOfCare.test(library))
    return [`${path} imports ${library}, which care may not`];
  const rule = libraries.find(({ pattern }) => pattern.test(library));
  return !rule || rule.places.includes(from)
    ? []
    : [`${path} imports ${library}, which belongs to ${rule.places.join(' and ')}`];
}

/** Only `zendesk` names the framework's client or an address of the API. */
export function checkOutsideWorld(files: SourceFile[]): Complaint[] {
  return inSrc(files)
    .filter(({ path }) => placeOf(path) !== 'zendesk')
    .flatMap((file) => {
      const nodes = nodesOf(file);
      const namesClient = nodes.some(({ type, name }) => type === 'Identifier' && name === 'ZAFClient');
      const namesApi = nodes.some((node) => /\/api\/v2\b/.test(textOf(node)));
      return [
        ...(namesClient ? [`${file.path} names ZAFClient, which only zendesk knows`] : []),
        ...(namesApi ? [`${file.path} names an address of the API, which only zendesk knows`] : []),
      ];
    });
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node.value);
  return node.type === 'TemplateElement' ? JSON.stringify(node.value) : '';
}
type Node = ReturnType<typeof nodesOf>[number];

const impureGlobals = [
  'window',
  'document',
  'fetch',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'navigator',
  'performance',
];

/** Rules take the time and chance they need as arguments. */
export function checkPurity(files: SourceFile[]): Complaint[] {
  return inSrc(files)
    .filter(({ path }) => placeOf(path) === 'care')
    .flatMap((file) => {
      const found = nodesOf(file)
        .map(impurityOf)
        .filter((name) => name !== null);
      return [...new Set(found)].map((name) => `${file.path} uses ${name}, and rules are pure`);
    });
}

function impurityOf(node: Node): string | null {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && isEmpty(node.arguments))
    return 'new Date()';
  if (node.type === 'Identifier' && impureGlobals.includes(String(node.name))) return String(node.name);
  if (node.type !== 'MemberExpression') return null;
  const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
  return ['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(path)
    ? path
    : null;
}

const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '');
const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;

/** App and stand-in may share types of the outside world and nothing that runs. */
export function checkEmulator(files: SourceFile[]): Complaint[] {
  return files
    .filter((file) => file.path.startsWith('tests/emulator/') && isCode(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('src/'))
        .filter(({ target, isTypeOnly }) => !isTypeOnly || !target.startsWith('src/zendesk/'))
        .map(
          ({ target }) =>
            `${file.path} imports ${target}: the emulator takes only types, and only from src/zendesk`,
        ),
    );
}

const inSrc = (files: SourceFile[]) => files.filter((file) => file.path.startsWith('src/') && isCode(file));
