import type { SurveyKind } from '../care/configuration.ts';
import { isBelow, type Rating, verdictOf, zendeskBadRange } from '../care/rating.ts';
import type { Translate } from '../i18n.ts';
import { Quiet } from './layout.ts';
import { useApp } from './useApp.ts';

/** The two rules a CSAT counts by: Zendesk's good or bad, and this account's own threshold for a rescue. */
export function RuleLine({ rating }: { rating: Rating }) {
  const { t, configuration } = useApp();
  const { csatThreshold: threshold, survey } = configuration;
  const asks = isBelow(rating, threshold).isBelow ? t('rule.rescue') : t('rule.no_rescue');
  return <Quiet>{t('rule.both', { zendesk: zendeskRule(t, rating, survey, threshold), asks })}</Quiet>;
}

function zendeskRule(t: Translate, rating: Rating, survey: SurveyKind | null, threshold: number): string {
  const verdict = verdictOf(rating);
  if (verdict === null) return t('rule.none');
  if (rating.value === null || rating.scale === null) {
    if (survey === 'legacy') return t(verdict === 'bad' ? 'rule.chose_bad' : 'rule.chose_good');
    return t(verdict === 'bad' ? 'rule.bad_no_number' : 'rule.good_no_number');
  }
  const [from, to] = zendeskBadRange(rating.scale);
  const range = verdict === 'bad' ? { from, to } : { from: to + 1, to: rating.scale };
  const words = t(verdict === 'bad' ? 'rule.bad' : 'rule.good', range);
  const isUnder = isBelow(rating, threshold).isBelow;
  return t(isUnder ? 'rule.below' : 'rule.not_below', { zendesk: words, threshold });
}
