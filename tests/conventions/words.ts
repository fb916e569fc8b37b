/** `translations/`: every language says the same things as English, and English says what the code asks for. */
import { type Complaint, headOf, isCode, isNode, literalOf, nodesOf, type SourceFile } from './sources.ts';

/** Text by dotted key. */
export type Words = Map<string, string>;

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** Keys that Zendesk reads from the file, not the app. */
const listingKeys = /^app\./;

export function flatten(value: unknown, prefix = ''): Words {
  const words: Words = new Map();
  if (typeof value === 'string') return words.set(prefix, value);
  if (typeof value !== 'object' || value === null) return words;
  for (const [key, inner] of Object.entries(value)) {
    for (const [path, text] of flatten(inner, prefix === '' ? key : `${prefix}.${key}`))
      words.set(path, text);
  }
  return words;
}

/** Languages by locale, from the files of `translations/`. */
export function languagesOf(files: SourceFile[]): Map<string, Words> {
  const pairs = files.flatMap(({ path, text }): [string, Words][] => {
    const locale = path.match(/^translations\/([\w-]+)\.json$/)?.[1];
    return locale === undefined ? [] : [[locale, flatten(JSON.parse(text))]];
  });
  return new Map(pairs);
}

const holesOf = (text: string) =>
  [...new Set([...text.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name ?? ''))].sort().join(' ');

/** Where English has `x_other`, `x` is a plural with one text for each of the language's own forms. */
const isPlural = (english: Words, key: string) =>
  pluralSuffix.test(key) && english.has(key.replace(pluralSuffix, '_other'));

const baseOf = (english: Words, key: string) =>
  isPlural(english, key) ? key.replace(pluralSuffix, '') : key;

/** The keys a language must have, with the English text each one has to match in its holes. */
function requiredKeys(english: Words, locale: string): Words {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const required: Words = new Map();
  for (const [key, text] of english) {
    if (!isPlural(english, key)) required.set(key, text);
    else
      for (const form of forms)
        required.set(`${baseOf(english, key)}_${form}`, english.get(`${baseOf(english, key)}_other`) ?? '');
  }
  return required;
}

/** Same keys, same holes `{{x}}`, and the plural forms the language needs; English itself is checked for its forms. */
export function checkParity(files: SourceFile[]): Complaint[] {
  const languages = languagesOf(files);
  const english = languages.get('en');
  if (!english) return ['translations/en.json is missing'];
  return [...languages].flatMap(([locale, words]) => {
    const path = `translations/${locale}.json`;
    const required = requiredKeys(english, locale);
    const isListing = (key: string) => locale !== 'en' && listingKeys.test(key);
    const lacking = [...required.keys()].filter((key) => !words.has(key) && !isListing(key));
    const extra = [...words.keys()].filter((key) => !required.has(key));
    const changed = [...words].filter(
      ([key, text]) => required.has(key) && !haveSameHoles(key, text, required.get(key) ?? ''),
    );
    return [
      ...lacking.map((key) => `${path} lacks ${key}`),
      ...extra.map((key) => `${path} has ${key}, which English does not`),
      ...changed.map(([key]) => `${path}: ${key} has other holes than English`),
    ];
  });
}

/** "One ticket" may leave the count out. */
function haveSameHoles(key: string, text: string, english: string): boolean {
  const without = (holes: string) =>
    holes
      .split(' ')
      .filter((hole) => hole !== 'count')
      .join(' ');
  const isCountless = /_(zero|one|two)$/.test(key) && !holesOf(text).split(' ').includes('count');
  return isCountless
    ? without(holesOf(text)) === without(holesOf(english))
    : holesOf(text) === holesOf(english);
}

const isTranslate = (callee: unknown): boolean => {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 't';
  return callee.type === 'MemberExpression' && isTranslate(callee.property);
};

/** Keys named in `t('…')`, also in either branch of a condition. */
function askedKeys(file: SourceFile): string[] {
  const first = (node: unknown): unknown[] =>
    isNode(node) && node.type === 'ConditionalExpression'
      ? [...first(node.consequent), ...first(node.alternate)]
      : [node];
  return nodesOf(file)
    .filter((node) => node.type === 'CallExpression' && isTranslate(node.callee))
    .flatMap((node) => first(Array.isArray(node.arguments) ? node.arguments[0] : null))
    .map(literalOf)
    .filter((key) => key !== null);
}

/** Every key the code names is there. */
export function checkAskedKeys(files: SourceFile[]): Complaint[] {
  const english = languagesOf(files).get('en') ?? new Map();
  return sources(files).flatMap((file) =>
    askedKeys(file)
      .filter((key) => !english.has(key) && !english.has(`${key}_other`))
      .map((key) => `${file.path} asks for ${key}, which translations/en.json does not have`),
  );
}

/** Every key is named somewhere: as a whole, or by a template such as `failure.${kind}` that begins it. */
export function checkUnusedKeys(files: SourceFile[]): Complaint[] {
  const english: Words = languagesOf(files).get('en') ?? new Map();
  const nodes = sources(files).flatMap(nodesOf);
  const named = new Set(nodes.map(literalOf).filter((text) => text !== null));
  const heads = nodes
    .filter(({ type, quasis }) => type === 'TemplateLiteral' && Array.isArray(quasis) && quasis.length > 1)
    .map(headOf)
    .filter((head) => head !== null && /^\w+\.[\w.]*$/.test(head));
  return [...english.keys()]
    .filter((key) => !listingKeys.test(key) && !named.has(baseOf(english, key)))
    .filter((key) => !heads.some((head) => key.startsWith(head ?? '')))
    .map((key) => `translations/en.json: nothing asks for ${key}`);
}

const sources = (files: SourceFile[]) => files.filter((file) => file.path.startsWith('src/') && isCode(file));
