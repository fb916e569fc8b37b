/** The pack as Markdown, to be pasted wherever the meeting is prepared. */
import type { App } from '../app.ts';
import type { StoredIssue } from '../care/issues/issue.ts';
import { inMarkdown, linkInMarkdown } from '../care/issues/markdown.ts';
import type { Pack, PackIssue, PackPromise } from '../care/issues/pack.ts';
import { type ShownDifference, shownDifference } from '../care/issues/shown.ts';
import type { Watch } from '../care/issues/watch.ts';
import type { Difference, Rate } from '../care/rate.ts';

/** What screens say of it already: the same words go into the paper. */
export interface PackWords {
  /** `May 2026` */
  month: string;
  /** The sentence, with its ask and owner. */
  sentence: (one: PackIssue) => string;
  /** Whose it is; `null` for nobody. */
  owner: (issue: StoredIssue) => string | null;
}

type Words = Pick<App, 't' | 'locale'>;

export function packMarkdown(app: Words & Pick<App, 'user'>, pack: Pack, words: PackWords): string {
  const { t, locale } = app;
  const zone = app.user.timeZone ?? 'UTC';
  const asOf = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const promises = pack.promises.map((one) => promiseItem(app, one, words));
  const blocks = [
    `# ${t('pack.title', { month: words.month })}`,
    t('pack.whole', {
      count: pack.volume,
      feedbacks: whole(app, pack.volume),
      csat: rateText(app, pack.csat),
      untopiced: whole(app, pack.untopiced),
      at: asOf.format(pack.asOf),
    }),
    `## ${t('pack.promises')}`,
    promises.length > 0 ? promises.join('\n') : t('pack.promises_none'),
    `## ${t('pack.ranked')}`,
    pack.ranked.length > 0 ? t('pack.ranked_how') : t('pack.ranked_none'),
    ...pack.ranked.map((one, index) => issueBlock(app, one, words, `${index + 1}. `)),
    ...(pack.few.length > 0 ? [`## ${t('pack.few')}`] : []),
    ...pack.few.map((one) => issueBlock(app, one, words, '')),
    verbatimsNote(app, pack),
  ];
  return `${blocks.filter((block) => block !== null).join('\n\n')}\n`;
}

/** How the comments were chosen, or that they are missing; `null` where there is nothing to say. */
function verbatimsNote({ t }: Words, { hasVerbatims, ranked, few }: Pack): string | null {
  if (!hasVerbatims) return t('pack.verbatims_missing');
  return [...ranked, ...few].some(({ verbatims }) => verbatims.length > 0) ? t('pack.verbatims_how') : null;
}

function promiseItem(
  app: Words,
  { issue, state, ageDays, isLastMonth, watch }: PackPromise,
  words: PackWords,
) {
  const { t, locale } = app;
  const owner = words.owner(issue);
  const due = issue.dueOn && new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const isDone = state === 'done';
  const told = isDone ? issue.whatChanged : issue.ask;
  const parts = [
    t(isLastMonth ? 'pack.promised_last' : 'pack.promised_earlier'),
    t(`pack.promise.${state}`, { count: ageDays }),
    owner === null ? null : t('pack.owner', { owner: inMarkdown(owner) }),
    due ? t('pack.due', { day: due.format(Date.parse(`${issue.dueOn}T12:00:00Z`)) }) : null,
    told === '' ? null : inMarkdown(told),
    issue.link === null ? null : linkInMarkdown(t('pack.link'), issue.link),
    watch && watchText(app, watch),
  ];
  return `- **${inMarkdown(issue.name)}**: ${parts.filter((part) => part !== null).join('; ')}`;
}

function watchText(app: Words, { state, before, after, csatChange }: Watch): string {
  const { t } = app;
  const side = ({ share, contacts, perWeek }: Watch['before']) =>
    share
      ? rateText(app, share)
      : t('pack.per_week', { rate: numberText(app, perWeek, 1), n: whole(app, contacts) });
  const contacts = t(`pack.watch.${state}`, { before: side(before), after: side(after) });
  if (!csatChange) return contacts;
  return `${contacts} ${t('pack.watch_csat', { change: differenceText(app, csatChange) })}`;
}

function issueBlock(app: Words, one: PackIssue, words: PackWords, place: string): string {
  const { t } = app;
  const { issue, pull, trend, weight, before, verbatims, searchFailure } = one;
  const status = issue ? t(`pack.status.${issue.status}`) : t('pack.status.none');
  const lines = [
    `### ${place}${inMarkdown(one.name)} (${status})`,
    inMarkdown(words.sentence(one)),
    searchFailure === null ? null : t('pack.search_failed'),
    pull && weight !== null
      ? t('pack.pull', {
          pull: differenceText(app, pull),
          count: one.sentence.own.n,
          rated: whole(app, one.sentence.own.n),
          weight: numberText(app, Math.max(0, weight), 0),
        })
      : null,
    t('pack.before', {
      handled: whole(app, before.handled),
      csat: rateText(app, one.csatBefore),
      change: trend ? differenceText(app, trend) : t('pack.no_change'),
    }),
    ...verbatims.map(({ text }) => `> ${inMarkdown(text)}`),
  ];
  return lines.filter((line) => line !== null).join('\n\n');
}

const whole = ({ locale }: Words, value: number) => new Intl.NumberFormat(locale).format(value);

function numberText({ locale }: Words, value: number, digits: number, signDisplay?: 'exceptZero'): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** `64 % (32 of 50; 95 % 50-76)`, or that nobody is counted in it. */
function rateText(app: Words, { value, k, n, interval }: Rate): string {
  if (value === null || !interval) return app.t('pack.unrated');
  const percent = new Intl.NumberFormat(app.locale, { style: 'percent', maximumFractionDigits: 1 });
  const [low, high] = interval.map((end) => numberText(app, end * 100, 0));
  const values = { rate: percent.format(value), k: whole(app, k), n: whole(app, n) };
  return app.t('pack.rate', { ...values, low: low ?? '', high: high ?? '' });
}

/** `−1.6 points (95 % −2.4 to −0.8)` */
function differenceText(app: Words, difference: Difference): string {
  const { decimals, value, ends }: ShownDifference = shownDifference(difference);
  const [points, low, high] = [value, ...ends].map((one) => numberText(app, one, decimals, 'exceptZero'));
  return app.t('pack.points', { points: points ?? '', low: low ?? '', high: high ?? '' });
}
