/** `translations/`: what the listing and the settings page need of them. */
import {
  type Check,
  error,
  type Finding,
  isFinding,
  isObject,
  type PackageFiles,
  readObject,
} from './files.ts';
import { localePattern } from './manifest.ts';

export const checkTranslations: Check = (pack, manifest) => {
  const paths = [...pack.files.keys()].filter((path) => path.startsWith('translations/'));
  return paths.flatMap((path) => checkFile(pack, path, manifest));
};

function checkFile(pack: PackageFiles, path: string, manifest: Record<string, unknown>): Finding[] {
  const locale = path.match(/^translations\/(.+)\.json$/)?.[1];
  if (locale === undefined || !localePattern.test(locale)) {
    return [error(`${path} is not named after a locale, such as translations/en-GB.json.`)];
  }
  const words = readObject(pack, path);
  if (isFinding(words)) return [words];
  const app = isObject(words.app) ? words.app : {};
  const findings = [...checkParameterLabels(path, app, manifest), ...checkTitledLeaves(path, words)];
  return locale === 'en' ? [...findings, ...checkListing(path, app, manifest)] : findings;
}

function checkListing(
  path: string,
  app: Record<string, unknown>,
  manifest: Record<string, unknown>,
): Finding[] {
  const forMarketplace = ['short_description', 'long_description', 'installation_instructions'];
  const required = manifest.private === false ? ['name', ...forMarketplace] : ['name'];
  const findings = required
    .filter((key) => !hasWords(app[key]) && !(key === 'short_description' && hasWords(app.description)))
    .map((key) => error(`${path}: "app.${key}" is required.`));
  const products = ['support', 'sell', 'chat'].filter((product) => isObject(app[product]));
  const declared = isObject(manifest.location) ? Object.keys(manifest.location) : [];
  const strangers = products.filter((product) => !declared.includes(product));
  return [
    ...findings,
    ...strangers.map((product) => error(`${path}: "app.${product}" is not a product of the manifest.`)),
  ];
}

/** A parameter listed here needs a label; beyond Zendesk, so does every one an admin sees in the settings. */
function checkParameterLabels(
  path: string,
  app: Record<string, unknown>,
  manifest: Record<string, unknown>,
): Finding[] {
  const texts = isObject(app.parameters) ? app.parameters : {};
  const declared: unknown[] = Array.isArray(manifest.parameters) ? manifest.parameters : [];
  const visible = declared.filter(isObject).filter(({ type }) => type !== 'hidden');
  const names = new Set([
    ...Object.keys(texts),
    ...(path === 'translations/en.json' ? visible.map(({ name }) => String(name)) : []),
  ]);
  return [...names]
    .filter((name) => {
      const text = texts[name];
      return !isObject(text) || !hasWords(text.label);
    })
    .map((name) => error(`${path}: "app.parameters.${name}.label" is required.`));
}

/** With `app.package` present Zendesk takes every leaf for `{ title, value }`. */
function checkTitledLeaves(path: string, words: Record<string, unknown>): Finding[] {
  if (!isObject(words.app) || words.app.package === undefined) return [];
  const { package: _package, ...app } = words.app;
  const isTitled = (node: unknown): boolean => {
    if (!isObject(node)) return false;
    if ('title' in node || 'value' in node)
      return typeof node.title === 'string' && typeof node.value === 'string';
    return Object.values(node).every(isTitled);
  };
  return isTitled({ ...words, app })
    ? []
    : [error(`${path}: with "app.package" every text must be { "title", "value" }.`)];
}

function hasWords(text: unknown): boolean {
  const value = isObject(text) ? text.value : text;
  return typeof value === 'string' && value.trim() !== '';
}
