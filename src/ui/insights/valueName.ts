/** Values of the dimensions in words. */
import type { Dimension } from '../../care/insights/question.ts';
import { sourceOrder } from '../../care/rating.ts';
import type { Key, Translate } from '../../i18n.ts';
import { isolate } from '../formats.ts';

/** Of groups and brands by `group:<id>` and `brand:<id>`; of people by id. */
export interface Names {
  places: Record<string, string>;
  people: Record<string, string>;
}

const channels = ['web', 'email', 'api', 'native_messaging', 'chat', 'voice'] as const;

/** `null` is none of them. */
export function valueName(t: Translate, dimension: Dimension, value: string | null, names: Names): string {
  if (value === null) return t(`insights.without_${dimension}`);
  switch (dimension) {
    case 'group':
    case 'brand': {
      const name = names.places[`${dimension}:${value}`];
      return name ? isolate(name) : t(`insights.unnamed_${dimension}`, { id: value });
    }
    case 'agent':
    case 'owner': {
      const name = names.people[value];
      return name ? isolate(name) : t('insights.unnamed_person', { id: value });
    }
    case 'bucket':
    case 'status':
      return t(`${dimension}.${value}` as Key);
    case 'score':
      return value === 'good' || value === 'bad' ? t(`score.${value}`) : t('score.of', { value, scale: 5 });
    case 'source':
      return t(`source.${sourceOrder.find((one) => one === value) ?? 'unknown'}`);
    case 'channel': {
      const known = channels.find((one) => one === value);
      return known ? t(`insights.channel_${known}`) : isolate(value);
    }
    case 'topic':
      return isolate(value);
  }
}

/** What a dimension is called where its name stands alone. */
export function dimensionName({ t, locale }: { t: Translate; locale: string }, dimension: Dimension): string {
  const [first = '', ...others] = t(`insights.by_${dimension}`);
  return first.toLocaleUpperCase(locale) + others.join('');
}
