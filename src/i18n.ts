/** Words: Zendesk's `translations/*.json`, English as the source, the person's language laid over it. */
import i18next from 'i18next';
import type texts from '../translations/en.json';

/** Every key of en.json, dotted; plural forms (`_one`, `_other` …) share the key without the suffix. */
export type Key = Leaves<typeof texts>;
type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Singular<K>}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type Singular<K extends string> =
  K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K;

/** `t('case.due', { time: '3 h' })`; `count` chooses the plural form. Values are text, never markup. */
export type Translate = (key: Key, values?: Record<string, string | number>) => string;

type Words = { default: object };
const files = import.meta.glob<Words>('../translations/*.json');

/** English as far as it is here: what the first screen says, then all of it. */
let english: object | null = null;
let isWhole = false;

/** Ways to tell the translations made so far the words they still lack. */
const lacking: ((words: object) => void)[] = [];

/** What a location's first screen says in English comes with its code: `firstWords` in `vite.config.ts`. */
export function beginWith(files: Record<string, Words>): void {
  english ??= Object.values(files)[0]?.default ?? null;
}

/**
 * `pt-BR` → `pt-BR`, else `pt`, else English. Never throws: words that cannot be had stay English. What only parts
 * loaded later say comes with `loadMoreWords`.
 */
export async function loadWords(wanted: string): Promise<{ t: Translate; locale: string }> {
  const language = fileFor(wanted);
  const source = english ?? (await loadEnglish().catch(() => ({})));
  const own = language === 'en' ? source : await load(language, source);
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: source }, [language]: { translation: own } },
    interpolation: { escapeValue: false },
  });
  if (own === source && !isWhole) lacking.push((all) => words.addResourceBundle('en', 'translation', all));
  return { t: (key, values) => words.t(key as string, values ?? {}), locale: localeOf(wanted, language) };
}

function fileFor(wanted: string): string {
  const names = Object.keys(files).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
  const match = (name: string) => names.find((known) => known.toLowerCase() === name.toLowerCase());
  return match(wanted) ?? match(wanted.split('-')[0] ?? '') ?? 'en';
}

/** What loaded later says. Rejects where it cannot be had, as the code of those parts does. */
export async function loadMoreWords(): Promise<void> {
  if (lacking.length === 0) return;
  const all = await loadEnglish();
  for (const complete of lacking.splice(0)) complete(all);
}

async function loadEnglish(): Promise<object> {
  english = (await files['../translations/en.json']?.())?.default ?? {};
  isWhole = true;
  return english;
}

const load = async (language: string, otherwise: object): Promise<object> =>
  (await files[`../translations/${language}.json`]?.().catch(() => undefined))?.default ?? otherwise;

/** Dates follow the person's own locale when its words do, English otherwise. */
function localeOf(wanted: string, language: string): string {
  const isSame = wanted.toLowerCase().startsWith(language.toLowerCase());
  return isSame && Intl.DateTimeFormat.supportedLocalesOf([wanted]).length > 0 ? wanted : language;
}
