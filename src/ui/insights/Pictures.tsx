import { Checkbox, Field, Label, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { Counter } from '../../actions/counter.ts';
import type { Filters, Question } from '../../care/insights/question.ts';
import type { Report } from '../../care/insights/report.ts';
import { metrics } from '../../care/metrics/index.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';
import { Line, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { AnswerPicture } from './AnswerPicture.tsx';
import { headline } from './figureGroups.ts';
import { MapPicture } from './MapPicture.tsx';
import { Section } from './shapes.ts';
import { TrendPicture } from './TrendPicture.tsx';

export interface PicturesProps {
  counter: Counter | null;
  question: Question;
  report: Report;
  /** The tickets of a figure about another question than the page's. */
  onOpen: (metric: Metric, title: string, change: { period?: Question['period']; filters?: Filters }) => void;
  onKeys: (title: string, keys: readonly string[]) => void;
}

/** Over time, by answer, and by topic: what a sentence above each says, drawn. */
export function Pictures(props: PicturesProps) {
  const { t } = useApp();
  const { report } = props;
  const [metric, setMetric] = useState<Metric | undefined>(headline[0] ?? metrics[0]);
  const [hasIssues, setIssues] = useState(false);
  return (
    <Section as="section" aria-label={t('insights.pictures')} $gap={20}>
      <Title>{t('insights.pictures')}</Title>
      <Line className="no-print choices" $gap={16} style={{ alignItems: 'end' }}>
        <Field>
          <Label>{t('insights.over_time')}</Label>
          <Select
            isCompact
            value={metric?.id}
            onChange={({ target }) => setMetric(metrics.find(({ id }) => id === target.value))}
          >
            {metrics.map(({ id }) => (
              <option key={id} value={id}>
                {t(`metric.${id}` as Key)}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Checkbox checked={hasIssues} onChange={({ target }) => setIssues(target.checked)}>
            <Label isRegular>{t('insights.with_fixed')}</Label>
          </Checkbox>
        </Field>
      </Line>
      {metric && <TrendPicture key={metric.id} {...props} metric={metric} hasIssues={hasIssues} />}
      {(report.whole.now.csat?.n ?? 0) > 0 && <AnswerPicture {...props} score="csat" />}
      {(report.whole.now.ces?.n ?? 0) > 0 && <AnswerPicture {...props} score="ces" />}
      {(report.whole.now.ces?.n ?? 0) > 0 && <MapPicture {...props} />}
    </Section>
  );
}
