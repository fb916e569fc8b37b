/** What a card says of its item. */
import type { HuddleItem } from '../../actions/readHuddle.ts';
import { daysBetween } from '../../care/huddle/day.ts';
import type { Translate } from '../../i18n.ts';
import { isolate } from '../formats.ts';

/** `2 of 5`, `bad`, `hard: effort 1 of 5`; CSAT and CES where both are known. */
export function scoresOf(t: Translate, locale: string, { csat, ces, isGood }: HuddleItem): string[] {
  const five = (hundredths: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(hundredths / 100);
  const bare = isGood === null ? [] : [t(isGood ? 'huddle.good' : 'huddle.bad')];
  const first = csat > 0 ? [t('huddle.csat', { value: five(csat) })] : bare;
  return ces > 0 ? [...first, t('huddle.ces', { value: five(ces) })] : first;
}

/** `Process, login page`; `null` for nothing said. */
export function causeOf(t: Translate, { cause, topic }: HuddleItem): string | null {
  const said = cause === 'unsaid' ? null : t(`bucket.${cause}`);
  return [said, topic && isolate(topic)].filter(Boolean).join(', ') || null;
}

/** `Friday, 20 November`. */
export const dayName = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );

/** Yesterday, or which day before it because nothing of the kind was said since. */
export function whenOf(t: Translate, locale: string, item: HuddleItem, today: string): string {
  if (daysBetween(item.day, today) === 1) return t('huddle.yesterday');
  return t(item.slot === 'positive' ? 'huddle.older_positive' : 'huddle.older_constructive', {
    day: dayName(item.day, locale),
  });
}

/** Why this one and no other. */
export function whyOf(t: Translate, { slot, cause, words, reason }: HuddleItem): string[] {
  const first = slot === 'positive' ? t('huddle.why_positive') : t(`huddle.why_${cause}`);
  return [
    first,
    ...(words === null ? [] : [t('huddle.why_words')]),
    t('huddle.why_among', { among: reason.among }),
    ...(reason.shown > 0 ? [t('huddle.why_shown', { shown: reason.shown })] : []),
    ...(reason.person > 0 ? [t('huddle.why_person', { person: reason.person })] : []),
  ];
}
