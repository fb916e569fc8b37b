/** Recovery in words: of one case, and of many. */
import type { App } from '../../app.ts';
import type { Rate } from '../../care/rate.ts';
import type { Recovery, RecoverySums } from '../../care/recovery.ts';
import type { Key } from '../../i18n.ts';
import { scoreText } from '../scoreText.ts';

/** `2/5, later 4/5, contacted: counts as recovered, because …`. */
export function caseText({ t }: App, recovery: Recovery): string {
  const { first, later, isContacted } = recovery;
  const one = first && scoreText(t, first);
  const changed = one && later && t('recovery.scores', { first: one, later: scoreText(t, later) });
  const unchanged = one ? t('recovery.one_score', { first: one }) : t('recovery.no_score');
  return t('recovery.case', {
    scores: changed ?? unchanged,
    contact: t(isContacted ? 'recovery.contacted' : 'recovery.not_contacted'),
    result: t(resultOf(recovery)),
  });
}

function resultOf({ leftOut, rules, isContacted }: Recovery): Key {
  if (leftOut) return `recovery.out_${leftOut}`;
  const [isClosedSo, isBetter] = [rules.includes('outcome'), rules.includes('later_score')];
  if (!isContacted && isClosedSo) return 'recovery.unlogged';
  if (!isContacted && isBetter) return 'recovery.spontaneous';
  if (isClosedSo && isBetter) return 'recovery.by_both';
  if (isClosedSo) return 'recovery.by_outcome';
  return isBetter ? 'recovery.by_score' : 'recovery.not';
}

/** Both denominators, one sentence each. */
export function sharesText(app: App, { ofContacted, ofClosed }: RecoverySums, days: number): string[] {
  const { t } = app;
  if (ofClosed.n === 0) return [t('recovery.none_closed', { days })];
  const contacted =
    ofContacted.n === 0
      ? t('recovery.none_contacted', { days })
      : t('recovery.of_contacted', of(app, ofContacted, days));
  return [contacted, t('recovery.of_closed', of(app, ofClosed, days))];
}

/** What is in neither numerator, and what is in no denominator: sentences only where there is something. */
export function asidesText({ t }: App, { spontaneous, unlogged, leftOut }: RecoverySums): string[] {
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return [
    spontaneous.n > 0 ? t('recovery.spontaneous_sum', { k: spontaneous.k, count: spontaneous.n }) : '',
    unlogged > 0 ? t('recovery.unlogged_sum', { count: unlogged }) : '',
    left > 0 ? t('recovery.left_out_sum', { count: left }) : '',
  ].filter(Boolean);
}

function of({ t, locale }: App, { k, n, value, interval }: Rate, days: number) {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const [low, high] = interval ?? [0, 1];
  const ends = { low: format.format(low), high: format.format(high) };
  return { k, count: n, days, share: t('recovery.share', { percent: format.format(value ?? 0), ...ends }) };
}
