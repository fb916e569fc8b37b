import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import { type Asked, dimensionsFor, type Span, spans } from '../../care/insights/asked.ts';
import type { Columns } from '../../care/insights/columns.ts';
import type { Dimension } from '../../care/insights/question.ts';
import { Line, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { FilterLine } from './FilterLine.tsx';
import { dimensionName } from './valueName.ts';

const Bar = styled(Stack)`
  padding: 12px 14px;
  border: 1px solid var(--fl-line);
  border-radius: 6px;
  background: var(--fl-recessed);
  @media print { display: none; }
`;

interface Props {
  asked: Asked;
  columns: Columns | null;
  onAsked: (asked: Asked) => void;
}

/** The question: when, of whom, broken down by what. */
export function AskBar({ asked, columns, onAsked }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const { span, by, isCompared, hasSuspected } = asked;
  const change = (part: Partial<Asked>) => onAsked({ ...asked, ...part });
  const onSpan = (next: Span) => change({ span: next });
  return (
    <Bar as="form" $gap={12} aria-label={t('insights.question')} onSubmit={(event) => event.preventDefault()}>
      <Line $gap={16} style={{ alignItems: 'end' }}>
        <Field>
          <Label>{t('insights.period')}</Label>
          <Select isCompact value={span} onChange={({ target }) => onSpan(target.value as Span)}>
            {spans.map((one) => (
              <option key={one} value={one}>
                {t(`insights.span_${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        {span === 'own' && <Dates asked={asked} onChange={change} />}
        <Field>
          <Label>{t('insights.broken_down')}</Label>
          <Select
            isCompact
            value={by ?? ''}
            onChange={({ target }) => change({ by: (target.value || null) as Dimension | null })}
          >
            <option value="">{t('insights.by_nothing')}</option>
            {dimensionsFor(configuration).map((one) => (
              <option key={one} value={one}>
                {dimensionName(app, one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Checkbox checked={isCompared} onChange={({ target }) => change({ isCompared: target.checked })}>
            <Label isRegular>{t('insights.compare')}</Label>
          </Checkbox>
        </Field>
        <Field>
          <Checkbox
            checked={hasSuspected}
            onChange={({ target }) => change({ hasSuspected: target.checked })}
          >
            <Label isRegular>{t('insights.with_suspected')}</Label>
          </Checkbox>
        </Field>
      </Line>
      <FilterLine filters={asked.filters} columns={columns} onFilters={(filters) => change({ filters })} />
    </Bar>
  );
}

/** Both days are asked for together: what lies between two half-typed ones is read for nobody. */
function Dates({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const { t } = useApp();
  const [days, setDays] = useState({ from: asked.from, to: asked.to });
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end}>
          <Label>{t(`insights.${end}`)}</Label>
          <Input
            isCompact
            type="date"
            value={days[end] ?? ''}
            onChange={({ target }) => setDays({ ...days, [end]: target.value || null })}
          />
        </Field>
      ))}
      <Button size="small" onClick={() => onChange(days)}>
        {t('insights.apply_dates')}
      </Button>
    </>
  );
}
