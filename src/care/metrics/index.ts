/** Every figure a report has, in the order it shows them. */
import { bottom } from './bottom.ts';
import { bucketed } from './bucketed.ts';
import { cases } from './cases.ts';
import { ces } from './ces.ts';
import { csat } from './csat.ts';
import { csatMean } from './csatMean.ts';
import { daysToClose } from './daysToClose.ts';
import { daysToCloseOpen } from './daysToCloseOpen.ts';
import { disputed } from './disputed.ts';
import { easy } from './easy.ts';
import { escalated } from './escalated.ts';
import { firstAction } from './firstAction.ts';
import { firstActionOpen } from './firstActionOpen.ts';
import { hard } from './hard.ts';
import type { Metric } from './metric.ts';
import { niceButHard } from './niceButHard.ts';
import { openCases } from './openCases.ts';
import { overdue } from './overdue.ts';
import { rated } from './rated.ts';
import { recoveredOfClosed } from './recoveredOfClosed.ts';
import { recoveredOfContacted } from './recoveredOfContacted.ts';
import { reopened } from './reopened.ts';
import { spontaneous } from './spontaneous.ts';
import { volume } from './volume.ts';

export const metrics: readonly Metric[] = [
  volume,
  rated,
  csat,
  csatMean,
  bottom,
  ces,
  easy,
  hard,
  niceButHard,
  bucketed,
  disputed,
  cases,
  openCases,
  firstAction,
  firstActionOpen,
  daysToClose,
  daysToCloseOpen,
  escalated,
  overdue,
  reopened,
  recoveredOfContacted,
  recoveredOfClosed,
  spontaneous,
];

/** @throws for an id no metric has */
export function metricOf(id: string): Metric {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`there is no metric ${id}`);
  return metric;
}
