/** Values of filters in words. */
import type { Facet } from '../../care/plainQuery.ts';
import { none } from '../../care/query.ts';
import { sourceOrder } from '../../care/rating.ts';
import type { Key, Translate } from '../../i18n.ts';
import { isolate } from '../formats.ts';

export interface FacetWords {
  t: Translate;
  names: Record<string, string>;
  places: Record<string, string>;
}

/** Values offered whether a case has them or not. */
export const standing: Partial<Record<Facet, readonly string[]>> = {
  status: ['new', 'in_progress', 'escalated'],
  owner: ['me', 'nobody'],
  timer: ['overdue', 'soon', 'calm'],
  bucket: ['agent', 'process', 'root_cause', none],
  score: ['1', '2', '3', '4', '5', 'bad', 'good', none],
};

export function facetText(facet: Facet, value: string, words: FacetWords): string {
  const { t, names, places } = words;
  switch (facet) {
    case 'status':
      return value === 'escalated' ? t('queue.escalated') : t(`status.${value}` as 'status.new');
    case 'owner':
      if (value === 'me') return t('people.you');
      return value === 'nobody' ? t('people.nobody') : (names[value] ?? t('people.someone'));
    case 'timer':
      return t(`queue.timer_${value}` as 'queue.timer_calm');
    case 'bucket':
      return value === none ? t('bucket.nothing') : t(`bucket.${value}` as 'bucket.agent');
    case 'score':
      return scoreOf(value, t);
    case 'source':
      return value === none ? t('score.none') : t(sourceKey(value));
    case 'topic':
      return value === none ? t('queue.no_topic') : isolate(value);
    default:
      return value === none ? t('queue.not_known') : (places[`${facet}:${value}`] ?? value);
  }
}

function scoreOf(value: string, t: Translate): string {
  if (value === none) return t('score.none');
  return value === 'good' || value === 'bad' ? t(`score.${value}`) : t('score.of', { value, scale: 5 });
}

const sourceKey = (value: string): Key =>
  `source.${sourceOrder.find((known) => known === value) ?? 'unknown'}`;
