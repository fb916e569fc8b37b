/** Words: Zendesk's `translations/*.json`, English as the source, the person's language laid over it. */
import i18next from 'i18next';
import english from '../translations/en.json';

/** Every key of en.json, dotted; plural forms (`_one`, `_other` …) share the key without the suffix. */
export type Key = Leaves<typeof english>;
type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Singular<K>}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type Singular<K extends string> =
  K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K;

/** `t('case.due', { time: '3 h' })`; `count` chooses the plural form. Values are text, never markup. */
export type Translate = (key: Key, values?: Record<string, string | number>) => string;

const files = import.meta.glob<{ default: object }>('../translations/*.json');

/** `pt-BR` → `pt-BR`, else `pt`, else English. Never throws: words that cannot be had stay English. */
export async function loadWords(wanted: string): Promise<{ t: Translate; locale: string }> {
  const language = fileFor(wanted);
  const own = language === 'en' ? english : await load(language);
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: english }, [language]: { translation: own } },
    interpolation: { escapeValue: false },
  });
  return { t: (key, values) => words.t(key as string, values ?? {}), locale: localeOf(wanted, language) };
}

function fileFor(wanted: string): string {
  const names = Object.keys(files).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
  const match = (name: string) => names.find((known) => known.toLowerCase() === name.toLowerCase());
  return match(wanted) ?? match(wanted.split('-')[0] ?? '') ?? 'en';
}

const load = async (language: string): Promise<object> =>
  (await files[`../translations/${language}.json`]?.().catch(() => undefined))?.default ?? english;

/** Dates follow the person's own locale when its words do, English otherwise. */
function localeOf(wanted: string, language: string): string {
  const isSame = wanted.toLowerCase().startsWith(language.toLowerCase());
  return isSame && Intl.DateTimeFormat.supportedLocalesOf([wanted]).length > 0 ? wanted : language;
}
