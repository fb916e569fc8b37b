/** As much of an App as pictures ask for. */
import type { App } from '../../src/app.ts';
import { loadWords } from '../../src/i18n.ts';

const words = new Map<string, Awaited<ReturnType<typeof loadWords>>>();
for (const language of ['en-US', 'de-DE']) words.set(language, await loadWords(language));

export function pictureApp({ language = 'en-US', timeZone = 'UTC' } = {}): App {
  const { t, locale } = words.get(language) ?? { t: String, locale: language };
  return {
    t,
    locale,
    now: () => 0,
    user: { id: '1', name: 'Lea', isAdmin: false, locale: language, timeZone },
  } as unknown as App;
}
