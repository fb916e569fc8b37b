import { monthsBack } from '../../care/insights/period.ts';
import type { Question } from '../../care/insights/question.ts';
import type { StoredIssue } from '../../care/issues/issue.ts';
import { useAsk, useCounter } from '../insights/useCounter.ts';
import { useReportData } from '../insights/useReportData.ts';
import { Quiet } from '../layout.ts';
import { Trend } from '../pictures/Trend.tsx';
import { useApp } from '../useApp.ts';
import { monthText } from './issueText.ts';
import { Heading, Section } from './layout.ts';
import type { Month } from './useMonth.ts';

const shown = 6;

interface Props {
  issue: StoredIssue;
  month: Month;
  onBehind: (title: string, keys: Promise<string[]>) => void;
}

/** CSAT and contacts of half a year, with what happened to the issue beside the line. */
export function IssueTrend({ issue, month, onBehind }: Props) {
  const app = useApp();
  const { t } = app;
  const months = monthsBack(shown, month.months[0]?.from ?? month.month.from, month.zone);
  const period = { from: months[0]?.from ?? month.before.from, to: month.months[0]?.to ?? month.month.to };
  const { data, failure } = useReportData([period]);
  const counter = useCounter(data?.columns ?? null);
  const question: Question | null = data && {
    period,
    before: null,
    filters: { topic: issue.topics },
    by: null,
    hasSuspected: false,
    now: data.asOf,
  };
  const { data: csat } = useAsk(counter, 'trend', question && [question, 'csat', 'month', month.zone]);
  if (issue.topics.length === 0 || failure || !csat || !question) return null;
  const points = csat.map(({ period: of, figure }) => ({ ...figure, from: of.from, to: of.to }));
  const rated = points.filter(({ n }) => n > 0);
  const [first, last] = [rated[0], rated.at(-1)];
  const marks = issue.history.flatMap(({ act, at }) =>
    act === 'fixed' || act === 'reopened' || act === 'reopened_itself'
      ? [{ at, label: t(`issues.mark.${act}`) }]
      : [],
  );
  const open = (from: number, to: number) => {
    const name = monthText(app, { from, to }, month.zone);
    const keys = counter?.ask('keys', { ...question, period: { from, to } }, 'csat', 'base');
    onBehind(t('issues.behind_trend', { name: issue.name, month: name }), keys ?? Promise.resolve([]));
  };
  return (
    <Section $gap={8}>
      <Heading>{t('issues.trend')}</Heading>
      {first && last ? (
        <Trend
          title={t('issues.trend_title', { name: issue.name })}
          sentence={t('issues.trend_sentence', {
            count: rated.length,
            first: monthText(app, first, month.zone),
            last: monthText(app, last, month.zone),
          })}
          unit="share"
          series={[{ name: issue.name, points }]}
          marks={marks}
          onOpen={open}
        />
      ) : (
        <Quiet>{t('issues.trend_none')}</Quiet>
      )}
    </Section>
  );
}
