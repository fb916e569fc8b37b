import type { Configuration } from '../care/configuration.ts';
import type { Case } from '../care/feedback.ts';
import { oriented } from '../care/orientation.ts';
import { isBelow, type Rating, verdictOf, zendeskBadRange } from '../care/rating.ts';
import type { Translate } from '../i18n.ts';
import { Quiet } from './layout.ts';
import { csatScale, rangeText } from './ranges.ts';
import { useApp } from './useApp.ts';

interface Props {
  /** As the ledger keeps them; judged with higher = better. */
  csat: Rating | null;
  ces: Rating | null;
  /** The case there is: then its own rule counts, not what this account's rules would say today. */
  current: Case | null;
}

/** The rules the scores count by: Zendesk's good or bad, and this account's own thresholds for a rescue. */
export function RuleLine({ csat: givenCsat, ces: givenCes, current }: Props) {
  const { t, configuration } = useApp();
  const csat = oriented(givenCsat, configuration);
  const ces = oriented(givenCes, configuration);
  const rules = current
    ? [csat && zendeskRule(t, csat, configuration)]
    : ownRules(t, csat, ces, configuration);
  const said = rules.filter(Boolean).join('; ');
  const end = current
    ? t(`rule.opened_${current.rule}`, { threshold: current.threshold ?? 0 })
    : t(asksForRescue(csat, ces, configuration) ? 'rule.rescue' : 'rule.no_rescue');
  return (
    <>
      {said && <Quiet>{current ? said : t('rule.both', { zendesk: said, asks: end })}</Quiet>}
      {current && <Quiet>{end}</Quiet>}
    </>
  );
}

function ownRules(t: Translate, csat: Rating | null, ces: Rating | null, configuration: Configuration) {
  const below = (rating: Rating, threshold: number) => isBelow(rating, threshold).isBelow;
  const { csatThreshold, cesThreshold } = configuration;
  const words = csat && zendeskRule(t, csat, configuration);
  const values = { zendesk: words ?? '', threshold: csatThreshold };
  return [
    csat && csat.value !== null
      ? t(below(csat, csatThreshold) ? 'rule.below' : 'rule.not_below', values)
      : words,
    ces && t(below(ces, cesThreshold) ? 'rule.ces_below' : 'rule.ces_not_below', { threshold: cesThreshold }),
  ];
}

function asksForRescue(csat: Rating | null, ces: Rating | null, configuration: Configuration): boolean {
  const { csatThreshold, cesThreshold } = configuration;
  const isLow = (rating: Rating | null, threshold: number) =>
    rating !== null && isBelow(rating, threshold).isBelow;
  return isLow(csat, csatThreshold) || isLow(ces, cesThreshold);
}

function zendeskRule(t: Translate, rating: Rating, configuration: Configuration): string {
  const verdict = verdictOf(rating);
  if (verdict === null) return t('rule.none');
  const isBad = verdict === 'bad';
  const isNumber = rating.value !== null && rating.scale !== null;
  if (!isNumber && configuration.survey === 'legacy') return t(isBad ? 'rule.chose_bad' : 'rule.chose_good');
  const scale = rating.scale ?? csatScale(configuration);
  if (scale === null) return t(isBad ? 'rule.bad_unknown' : 'rule.good_unknown');
  if (isNumber && !isZendeskScale(rating)) return t(isBad ? 'rule.bad_as' : 'rule.good_as');
  const [from, to] = zendeskBadRange(scale);
  const range = isBad ? rangeText(from, to) : rangeText(to + 1, scale);
  if (isNumber) return t(isBad ? 'rule.bad' : 'rule.good', { range });
  return t(isBad ? 'rule.bad_no_number' : 'rule.good_no_number', { range });
}

/** Zendesk says good or bad of its own scales alone; others are counted as if they were on 1-5. */
const isZendeskScale = ({ lowest, scale }: Rating) =>
  lowest === 1 && (scale === 2 || scale === 3 || scale === 5);
