/** Where a rating comes from, in words. */
import type { Configuration } from '../care/configuration.ts';
import { type Rating, sourceOrder } from '../care/rating.ts';
import type { Translate } from '../i18n.ts';

/** `from a ticket field: Survey score`; the account's own name for the score where it has one. */
export function originText(
  t: Translate,
  { source, definition }: Pick<Rating, 'source' | 'definition'>,
  { scoreSources, formerSources }: Configuration,
): string {
  const known = sourceOrder.find((one) => one === source) ?? 'unknown';
  const name = [...scoreSources, ...formerSources].find(({ id }) => id === definition)?.headline;
  const words = t(`source.${known}`);
  return name ? t('source.named', { source: words, name }) : words;
}
