import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Counter } from '../../actions/counter.ts';
import type { Which } from '../../care/insights/asks.ts';
import type { Question } from '../../care/insights/question.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Dialog } from './Dialog.tsx';
import { TicketRows } from './TicketRows.tsx';
import { useAsk } from './useCounter.ts';

/** A number somebody pressed. */
export interface Pressed {
  title: string;
  metric: Metric;
  /** About what it was asked. */
  question: Question;
  /** None of its spans has come to its end. */
  isOpenOnly?: boolean;
}

/** The tickets a figure rests on, and those of them that make it what it is. */
export function Behind({
  pressed,
  counter,
  onClose,
}: {
  pressed: Pressed;
  counter: Counter | null;
  onClose: () => void;
}) {
  const { t } = useApp();
  const { metric, question } = pressed;
  const [which, setWhich] = useState<Which>(() => firstOf(pressed));
  const { data, failure } = useAsk(counter, 'keys', [question, metric.id, which]);
  const offered: readonly Which[] = offers[metric.kind];
  return (
    <Dialog title={pressed.title} onClose={onClose}>
      {offered.length > 1 && (
        <Line role="group" aria-label={t('insights.which')}>
          {offered.map((one) => (
            <Button
              key={one}
              size="small"
              isBasic={one !== which}
              aria-pressed={one === which}
              onClick={() => setWhich(one)}
            >
              {t(`insights.which_${metric.kind}_${one}` as 'insights.which_share_base')}
            </Button>
          ))}
        </Line>
      )}
      {failure && <FailureNote kind={failure.kind} title={t('insights.behind_failed')} />}
      {!data && !failure && <Quiet>{t('insights.behind_reading')}</Quiet>}
      {data && <TicketRows key={`${data.length} ${data[0]} ${data.at(-1)}`} keys={data} />}
    </Dialog>
  );
}

/** Whoever presses how many were bad wants those; otherwise all the figure rests on. */
function firstOf({ metric, isOpenOnly }: Pressed): Which {
  if (isOpenOnly) return 'open';
  return metric.kind === 'share' && metric.isMoreBetter === false ? 'counts' : 'base';
}

const offers: Record<Metric['kind'], readonly Which[]> = {
  count: ['base'],
  score: ['base'],
  share: ['base', 'counts'],
  span: ['base', 'open'],
};
