import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import type { ReportData } from '../../actions/readReport.ts';
import type { Asked } from '../../care/insights/asked.ts';
import type { Dimension, Question } from '../../care/insights/question.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { askedText } from './askedText.ts';
import { Behind, type Pressed } from './Behind.tsx';
import { Breakdown } from './Breakdown.tsx';
import { Empty } from './Empty.tsx';
import { FigureTable } from './FigureTable.tsx';
import { figureFile } from './figureFile.ts';
import { figureText } from './figureText.ts';
import { Headline } from './Headline.tsx';
import { Pictures, StatusTimes, ValueSection } from './parts.ts';
import { SaveFigures } from './SaveFigures.tsx';
import { Section } from './shapes.ts';
import { TicketList } from './TicketList.tsx';
import { useAsk, useCounter } from './useCounter.ts';
import { useNames } from './useNames.ts';

interface Props {
  data: ReportData;
  question: Question;
  asked: Asked;
  onAsked: (asked: Asked) => void;
}

const hasBy = (question: Question): question is Question & { by: Dimension } => question.by !== null;

/** The answers, from what one looks at first to what one looks up. */
export function Results({ data, question, asked, onAsked }: Props) {
  const app = useApp();
  const { t, locale } = app;
  const counter = useCounter(data.columns);
  const { data: report, isCounting, failure } = useAsk(counter, 'report', [question]);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [listed, setListed] = useState<{ title: string; keys: readonly string[] } | null>(null);
  const names = useNames(
    Object.entries(question.filters).map(([dimension, values]) => ({
      dimension: dimension as Dimension,
      values: values ?? [],
    })),
  );
  if (failure) return <FailureNote kind={failure.kind} title={t('insights.count_failed')} />;
  if (!report) return <Skeleton height="160px" />;
  const nameOf = (metric: Metric) => t(`metric.${metric.id}` as Key);
  const figures = (isBefore: boolean) => (isBefore ? report.whole.before : report.whole.now);
  const onFigure = (metric: Metric, isBefore = false) => {
    const figure = figures(isBefore)?.[metric.id];
    const own = isBefore && question.before ? { ...question, period: question.before } : question;
    const title = figure ? `${nameOf(metric)}: ${figureText(t, locale, metric, figure)}` : nameOf(metric);
    setPressed({ title, metric, question: own, isOpenOnly: figure?.n === 0 && metric.kind === 'span' });
  };
  const isEmpty = (report.whole.now.volume?.n ?? 0) === 0;
  return (
    <Stack $gap={20} aria-busy={isCounting || undefined}>
      <p>{askedText(app, question, names)}</p>
      {isEmpty && <Empty asked={asked} onAsked={onAsked} />}
      {!isEmpty && (
        <>
          <Headline report={report} question={question} onOpen={onFigure} />
          <Part fallback={<Skeleton height="260px" />}>
            <Pictures
              counter={counter}
              question={question}
              report={report}
              onOpen={(metric, title, change) =>
                setPressed({ title, metric, question: { ...question, ...change } })
              }
              onKeys={(title, keys) => setListed({ title, keys })}
            />
          </Part>
          {hasBy(question) && (
            <Breakdown
              key={question.by}
              // Until the answer to this question has come there is none; another breakdown's is not it.
              parts={report.by === question.by ? report.parts : null}
              isCounting={isCounting}
              question={question}
              columns={asked.columns}
              onColumns={(columns) => onAsked({ ...asked, columns })}
              onOpen={(metric, value, name) =>
                setPressed({
                  title: `${nameOf(metric)}: ${name}`,
                  metric,
                  question: { ...question, filters: { ...question.filters, [question.by]: [value] } },
                })
              }
            />
          )}
          <Section as="section" aria-label={t('insights.all_figures')}>
            <Line style={{ justifyContent: 'space-between' }}>
              <Title>{t('insights.all_figures')}</Title>
              <SaveFigures name="figures" table={() => figureFile(app, question, report)} />
            </Line>
            <Quiet>{t('insights.all_figures_how')}</Quiet>
            <FigureTable report={report} onOpen={onFigure} />
          </Section>
          <Part>
            <ValueSection data={data} question={question} />
          </Part>
          <Part>
            <StatusTimes data={data} question={question} />
          </Part>
        </>
      )}
      {pressed && <Behind pressed={pressed} counter={counter} onClose={() => setPressed(null)} />}
      {listed && <TicketList {...listed} onClose={() => setListed(null)} />}
    </Stack>
  );
}
