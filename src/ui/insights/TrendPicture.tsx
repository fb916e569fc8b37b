import { useQuery } from '@tanstack/react-query';
import { readIssues } from '../../actions/readIssues.ts';
import { asFailure } from '../../care/failure.ts';
import type { TrendStep } from '../../care/insights/asks.ts';
import type { Question, Step } from '../../care/insights/question.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { Trend } from '../pictures/Trend.tsx';
import { useApp } from '../useApp.ts';
import { periodText } from './askedText.ts';
import { figureText, isFew } from './figureText.ts';
import type { PicturesProps } from './Pictures.tsx';
import { useAsk } from './useCounter.ts';
import { useZone } from './useZone.ts';

const dayMs = 86_400_000;

/** As many points as an eye takes in. */
function stepFor({ from, to }: Question['period']): Step {
  const days = (to - from) / dayMs;
  if (days <= 15) return 'day';
  return days <= 200 ? 'week' : 'month';
}

interface Props extends PicturesProps {
  metric: Metric;
  /** With the days issues were fixed on. */
  hasIssues: boolean;
}

/** One figure over time. */
export function TrendPicture({ counter, question, metric, hasIssues, onOpen }: Props) {
  const app = useApp();
  const { t } = app;
  const zone = useZone();
  const step = stepFor(question.period);
  const { data, failure } = useAsk(counter, 'trend', [{ ...question, by: null }, metric.id, step, zone]);
  const issues = useQuery({ queryKey: ['issues_fixed'], queryFn: () => readIssues(app), enabled: hasIssues });
  const { from, to } = question.period;
  const isWithin = (at: number) => at >= from && at < to;
  const marks = (hasIssues ? (issues.data?.issues ?? []) : []).flatMap(({ name, fixedAt }) =>
    fixedAt !== null && isWithin(fixedAt)
      ? [{ at: fixedAt, label: t('insights.fixed_mark', { name: isolate(name) }) }]
      : [],
  );
  const name = t(`metric.${metric.id}` as Key);
  if (failure) return <FailureNote kind={failure.kind} title={t('insights.count_failed')} />;
  if (!data) return <Quiet>{t('insights.counting')}</Quiet>;
  return (
    <>
      {issues.error && hasIssues && (
        <FailureNote kind={asFailure(issues.error).kind} title={t('insights.fixed_failed')} />
      )}
      <Trend
        title={t(`insights.trend_${step}`, { metric: name })}
        sentence={trendSentence(app, metric, data)}
        unit={metric.id.endsWith('_open') ? 'hours' : metric.kind}
        series={[{ name, points: data.map(({ period, figure }) => ({ ...period, ...figure })) }]}
        marks={marks}
        onOpen={(first, end) => {
          const period = { from: first, to: end };
          onOpen(metric, `${name}, ${periodText(app, period)}`, { period });
        }}
      />
    </>
  );
}

/** The lowest and the highest step of those that can be judged. */
function trendSentence(app: ReturnType<typeof useApp>, metric: Metric, steps: readonly TrendStep[]): string {
  const { t, locale } = app;
  const name = t(`metric.${metric.id}` as Key);
  const judged = steps.filter(
    ({ figure }) => figure.value !== null && (metric.kind === 'count' || !isFew(figure)),
  );
  const sorted = [...judged].sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || lowest === highest) return t('insights.trend_scant', { metric: name });
  const told = (one: TrendStep) => ({
    figure: figureText(t, locale, metric, one.figure),
    when: periodText(app, one.period),
  });
  const [low, high] = [told(lowest), told(highest)];
  return t('insights.trend_says', {
    metric: name,
    low: low.figure,
    low_when: low.when,
    high: high.figure,
    high_when: high.when,
  });
}
