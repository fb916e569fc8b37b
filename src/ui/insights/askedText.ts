/** What is being looked at, in one sentence. */
import type { App } from '../../app.ts';
import type { Dimension, Period, Question } from '../../care/insights/question.ts';
import { type Names, valueName } from './valueName.ts';

/** `1 – 22 Nov 2026`; the last day is in it. An unknown zone gives way to the browser's. */
export function periodText({ locale, user }: Pick<App, 'locale' | 'user'>, { from, to }: Period): string {
  const range = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).formatRange(from, to - 1);
  try {
    return range(user.timeZone ?? 'UTC');
  } catch {
    return range(undefined);
  }
}

const list = ({ locale }: Pick<App, 'locale'>, texts: string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat(locale, { type }).format(texts);

/** `Bucket: Agent or Process`. */
export function filterTexts(app: App, { filters }: Pick<Question, 'filters'>, names: Names): string[] {
  const { t } = app;
  return (Object.entries(filters) as [Dimension, readonly (string | null)[]][]).map(([dimension, values]) =>
    t('insights.filter_is', {
      dimension: t(`insights.by_${dimension}`),
      values: list(
        app,
        values.map((value) => valueName(t, dimension, value, names)),
        'disjunction',
      ),
    }),
  );
}

export function askedText(app: App, question: Question, names: Names): string {
  const { t } = app;
  const { period, before, by, hasSuspected } = question;
  const own = periodText(app, period);
  const filters = filterTexts(app, question, names);
  return [
    before
      ? t('insights.asked_compared', { period: own, before: periodText(app, before) })
      : t('insights.asked', { period: own }),
    filters.length === 0
      ? t('insights.asked_all')
      : t('insights.asked_only', { filters: list(app, filters, 'conjunction') }),
    ...(by === null ? [] : [t('insights.asked_by', { dimension: t(`insights.by_${by}`) })]),
    t(hasSuspected ? 'insights.asked_with' : 'insights.asked_without'),
  ].join(' ');
}
