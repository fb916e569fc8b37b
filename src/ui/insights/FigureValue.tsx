import { useId, useState } from 'react';
import styled from 'styled-components';
import { changeOf } from '../../care/insights/change.ts';
import type { Figure, Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';
import { Line, PlainButton, Quiet, Stack, Underlined } from '../layout.ts';
import { Interval } from '../scores/Interval.tsx';
import { useApp } from '../useApp.ts';
import {
  changeText,
  figureText,
  intervalText,
  isFew,
  sampleText,
  spreadText,
  valueText,
} from './figureText.ts';

const Value = styled.span<{ $isBig: boolean; $isFew: boolean }>`
  font-size: ${({ $isBig }) => ($isBig ? 24 : 14)}px;
  line-height: ${({ $isBig }) => ($isBig ? 30 : 20)}px;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  ${({ $isFew }) => $isFew && 'color: var(--fl-quiet); font-weight: 400;'}
`;

const Asking = styled(PlainButton)`
  flex: none;
  width: 18px;
  height: 18px;
  border: 1px solid var(--fl-edge);
  border-radius: 9px;
  color: var(--fl-quiet);
  font-size: 12px;
  line-height: 16px;
  text-align: center;
  /* Bigger to a finger than to the eye. */
  && { position: relative; }
  &::after { content: ''; position: absolute; inset: -13px; }
  @media print { display: none; }
`;

interface Props {
  metric: Metric;
  figure: Figure;
  /** The same figure of the period before; `null` where there is nothing to compare with, absent where nobody asks. */
  before?: Figure | null;
  /** Shows the tickets behind it; without it the value is plain text. */
  onOpen?: () => void;
  /** With its name above and its definition to ask for: not where a table's head names it. */
  isNamed?: boolean;
  isBig?: boolean;
  /** Whose it is, for people who listen: the part of a breakdown. */
  of?: string;
}

/** One figure: the value, what it rests on, its interval in words and as a picture, and how it changed. */
export function FigureValue({ metric, figure, before, onOpen, isNamed = false, isBig = false, of }: Props) {
  const { t, locale } = useApp();
  const interval = intervalText(t, locale, metric, figure);
  const sample = sampleText(t, locale, metric, figure);
  const said = [sample, interval, ...spreadText(t, locale, figure, metric)].filter(Boolean).join(' · ');
  const few = metric.kind !== 'count' && figure.value !== null && isFew(figure);
  const value = (
    <Value $isBig={isBig} $isFew={few || figure.value === null}>
      {valueText(t, locale, metric, figure)}
    </Value>
  );
  const name = t(`metric.${metric.id}` as Key);
  const label = t('insights.open_tickets', {
    metric: of === undefined ? name : `${of}, ${name}`,
    figure: figureText(t, locale, metric, figure),
  });
  return (
    <Stack $gap={3} className={isNamed ? 'named' : undefined}>
      {isNamed && <MetricName metric={metric} />}
      {onOpen && figure.n + (figure.span?.open ?? 0) > 0 ? (
        <div>
          <Underlined type="button" aria-label={label} onClick={onOpen}>
            {value}
          </Underlined>
        </div>
      ) : (
        <p>{value}</p>
      )}
      {said && <Quiet>{said}</Quiet>}
      {few && <Quiet>{t('insights.few')}</Quiet>}
      <Drawn metric={metric} figure={figure} />
      {before !== undefined && figure.value !== null && (
        <Changed metric={metric} now={figure} before={before} />
      )}
    </Stack>
  );
}

/** What it is called, with what that means one press away. */
export function MetricName({ metric }: { metric: Metric }) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const name = t(`metric.${metric.id}` as Key);
  return (
    <Stack $gap={4}>
      <Line $gap={6} className="name" style={{ flexWrap: 'nowrap' }}>
        <Quiet as="span">{name}</Quiet>
        <Asking
          type="button"
          aria-label={t('insights.means', { metric: name })}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">{'?'}</span>
        </Asking>
      </Line>
      <Quiet id={id} hidden={!isOpen}>
        {t(`metric_means.${metric.id}` as Key)}
      </Quiet>
    </Stack>
  );
}

/** The change against the period before, in words: better or worse is never told by a colour. */
export function Changed({ metric, now, before }: { metric: Metric; now: Figure; before: Figure | null }) {
  const { t, locale } = useApp();
  const change = before && changeOf(metric, now, before);
  return <Quiet>{change ? changeText(t, locale, metric, change) : t('insights.no_before')}</Quiet>;
}

/** Shares from 0 to 1, scores from end to end of their scale, spans from 0 to where nine of ten are. */
function Drawn({ metric, figure: { value, interval, span } }: { metric: Metric; figure: Figure }) {
  if (value === null || !interval || metric.kind === 'count') return null;
  const longest = Math.max(span?.p90 ?? 0, interval[1], 1);
  const place = (at: number) => {
    if (metric.kind === 'share') return at;
    return metric.kind === 'score' ? (at - 1) / 4 : at / longest;
  };
  return <Interval value={place(value)} interval={[place(interval[0]), place(interval[1])]} />;
}
