import type { Question } from '../../care/insights/question.ts';
import type { Report } from '../../care/insights/report.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import { FigureValue } from './FigureValue.tsx';
import { headline } from './figureGroups.ts';
import { ResponseCard } from './ResponseCard.tsx';
import { Cards } from './shapes.ts';

interface Props {
  report: Report;
  question: Question;
  onOpen: (metric: Metric) => void;
}

/** The figures one looks at first. */
export function Headline({ report: { whole }, question, onOpen }: Props) {
  return (
    <Cards>
      {headline.map((metric) => {
        const figure = whole.now[metric.id];
        return figure ? (
          <li key={metric.id}>
            <FigureValue
              metric={metric}
              figure={figure}
              before={whole.before ? (whole.before[metric.id] ?? null) : undefined}
              onOpen={() => onOpen(metric)}
              isNamed
              isBig
            />
          </li>
        ) : null;
      })}
      <li>
        <ResponseCard question={question} />
      </li>
    </Cards>
  );
}
