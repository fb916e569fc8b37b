/** Figures as a table of texts, each with what it rests on and what it means. */
import type { Table } from '../../actions/exportCases.ts';
import type { App } from '../../app.ts';
import type { Question } from '../../care/insights/question.ts';
import type { Figures, Part, Report } from '../../care/insights/report.ts';
import { metrics } from '../../care/metrics/index.ts';
import type { Figure, Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';

const heads = ['metric', 'name', 'unit', 'period_from', 'period_to', 'value', 'n', 'k'];
const more = ['low_95', 'high_95', 'mean', 'p90', 'open', 'definition'];

/** Marks around text of others mean nothing in a file, and would hide a formula from whoever looks for one. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const numberText = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);
const units = { count: 'count', share: 'share', score: 'of_5', span: 'seconds' } as const;

function rowOf({ t }: App, metric: Metric, figure: Figure, { from, to }: Question['period']): string[] {
  const { value, n, k, interval, span } = figure;
  return [
    metric.id,
    t(`metric.${metric.id}` as Key),
    units[metric.kind],
    new Date(from).toISOString(),
    new Date(to).toISOString(),
    ...[value, n, k, interval?.[0], interval?.[1], span?.mean, span?.p90, span?.open].map(numberText),
    t(`metric_means.${metric.id}` as Key),
  ];
}

function rowsOf(app: App, { period, before }: Question, now: Figures, past: Figures | null): string[][] {
  const of = (figures: Figures, when: Question['period']) =>
    metrics.flatMap((metric) => {
      const figure = figures[metric.id];
      return figure ? [rowOf(app, metric, figure, when)] : [];
    });
  return [...of(now, period), ...(past && before ? of(past, before) : [])];
}

/** All figures of the whole, now and before. */
export const figureFile = (app: App, question: Question, { whole }: Report): Table => ({
  fields: [...heads, ...more],
  data: rowsOf(app, question, whole.now, whole.before),
});

/** The same of every part. */
export const breakdownFile = (
  app: App,
  question: Question,
  parts: readonly Part[],
  nameOf: (value: string | null) => string,
): Table => ({
  fields: ['dimension', 'id', 'part', ...heads, ...more],
  data: parts.flatMap(({ value, now, before }) =>
    rowsOf(app, question, now, before).map((row) => [
      question.by ?? '',
      value ?? '',
      plain(nameOf(value)),
      ...row,
    ]),
  ),
});
