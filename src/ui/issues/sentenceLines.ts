/** The month's sentence in words: what may be said, or why it may not be said yet. */
import type { App } from '../../app.ts';
import type { IssuePart } from '../../care/issues/issueFigures.ts';
import type { Sentence } from '../../care/issues/sentence.ts';
import type { Shown } from '../../care/issues/shown.ts';
import { isolate } from '../formats.ts';
import { numberText, percentText, whole } from './issueText.ts';

/** How a number stands in the sentence: as text, or as the hole a link goes into. */
export type Put = (part: IssuePart, text: string) => string;

export const asText: Put = (_part, text) => text;

export interface About {
  name: string;
  /** `October 2026` */
  month: string;
  /** Whose it is; `null` for nobody. */
  owner: string | null;
  /** `Nov 30, 2026`; `null` for none. */
  due: string | null;
}

/** In the order they are read: the tickets, what may be said of them, the ask. */
export function sentenceLines(app: App, sentence: Sentence, about: About, put: Put): string[] {
  const lines = [handledLine(app, sentence, about, put)];
  if (sentence.kind !== 'nothing') lines.push(saidLine(app, sentence, put));
  const { t } = app;
  if (sentence.ask !== '') lines.push(t('issues.said_ask', { ask: isolate(sentence.ask) }));
  if (about.owner !== null && about.due !== null)
    lines.push(t('issues.said_owner_due', { owner: about.owner, due: about.due }));
  else if (about.owner !== null) lines.push(t('issues.said_owner', { owner: about.owner }));
  else if (about.due !== null) lines.push(t('issues.said_due', { due: about.due }));
  return lines;
}

function handledLine(app: App, { kind, figures }: Sentence, { name, month }: About, put: Put): string {
  const { t } = app;
  if (kind === 'nothing') return t('issues.said_nothing', { name: isolate(name), month });
  const handled = put('handled', whole(app, figures.handled));
  return t('issues.said_handled', { count: figures.handled, handled, name: isolate(name), month });
}

function saidLine(app: App, sentence: Sentence, put: Put): string {
  if (sentence.kind === 'not_yet') return [notYet(app, sentence, put), soFar(app, sentence, put)].join(' ');
  const { shown } = sentence;
  if (!shown) return soFar(app, sentence, put);
  const { t } = app;
  const values = compared(app, sentence, shown, put);
  if (sentence.kind === 'no_gap') return t('issues.said_no_gap', values);
  const { decimals, ends } = shown.interval;
  const [from, to] = ends.map(Math.abs).sort((a, b) => a - b);
  const gap = {
    ...values,
    points: put('bad', numberText(app, shown.points, shown.decimals)),
    from: numberText(app, from ?? 0, decimals),
    to: numberText(app, to ?? 0, decimals),
  };
  const isLower = sentence.kind === 'claim';
  if (shown.percent === null)
    return t(isLower ? 'issues.said_lower_points' : 'issues.said_higher_points', gap);
  const percent = percentText(app, shown.percent, shown.decimals);
  return t(isLower ? 'issues.said_lower' : 'issues.said_higher', { ...gap, percent });
}

/** Both rates with what they rest on. */
function compared(app: App, { figures }: Sentence, shown: Shown, put: Put) {
  const { decimals, rateInterval } = shown;
  return {
    rate: put('good', percentText(app, shown.rate, decimals)),
    good: put('good', whole(app, figures.own.k)),
    rated: put('rated', whole(app, figures.own.n)),
    low: percentText(app, rateInterval[0], decimals),
    high: percentText(app, rateInterval[1], decimals),
    rest: put('rest_good', percentText(app, shown.rest, decimals)),
    rest_good: put('rest_good', whole(app, figures.rest.k)),
    rest_rated: put('rest', whole(app, figures.rest.n)),
  };
}

/** The rates as they are, where nothing may be claimed of them. */
function soFar(app: App, { own, rest, figures }: Sentence, put: Put): string {
  const { t } = app;
  if (own.value === null) return t('issues.said_unrated');
  const values = {
    rate: put('good', percentText(app, own.value * 100)),
    good: put('good', whole(app, figures.own.k)),
    rated: put('rated', whole(app, figures.own.n)),
  };
  if (rest.value === null) return t('issues.said_so_far', values);
  return t('issues.said_so_far_rest', {
    ...values,
    rest: put('rest_good', percentText(app, rest.value * 100)),
    rest_good: put('rest_good', whole(app, figures.rest.k)),
    rest_rated: put('rest', whole(app, figures.rest.n)),
  });
}

function notYet(app: App, sentence: Sentence & { kind: 'not_yet' }, put: Put): string {
  const { t } = app;
  const { lack, needed, figures, isWithin } = sentence;
  const rated = { count: figures.own.n, rated: put('rated', whole(app, figures.own.n)) };
  if (lack === 'cut') return t('issues.not_yet_cut');
  if (lack === 'few_rest') return t('issues.not_yet_rest', { rest: put('rest', whole(app, figures.rest.n)) });
  if (needed === null) return t(lack === 'few' ? 'issues.not_yet_scarce' : 'issues.not_yet_unclear', rated);
  const said = t(lack === 'few' ? 'issues.not_yet_scarce_needed' : 'issues.not_yet_unclear_needed', {
    ...rated,
    needed: whole(app, needed),
  });
  return isWithin ? said : `${said} ${t('issues.not_yet_beyond')}`;
}
