import type { CheckItem } from '../../care/setup/checklist.ts';
import type { Translate } from '../../i18n.ts';
import { isolate } from '../formats.ts';

type Words = Parameters<Translate>[0];

/** `null` where this version has no such words. */
function said(t: Translate, key: string, values?: CheckItem['values']): string | null {
  const text = t(key as Words, values);
  return text === key ? null : text;
}

/** As the account calls it, else by the app's own word for it. */
export const checkName = (t: Translate, { id, name }: CheckItem): string =>
  name === null ? (said(t, `checks.name.${id}`) ?? id) : isolate(name);

/** Why it is so, and what would change it: a plan, a role, a step in Admin Center. */
export const checkReasons = (t: Translate, { why, values }: CheckItem): string[] =>
  why === null ? [] : ['why', 'next'].flatMap((part) => said(t, `checks.${part}.${why}`, values) ?? []);
