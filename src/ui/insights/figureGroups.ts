/** Which figures stand together, in the order of the page. Metrics nobody placed come last, so none is lost. */
import { metrics } from '../../care/metrics/index.ts';
import type { Metric } from '../../care/metrics/metric.ts';

const groups = {
  scores: [
    'volume',
    'rated',
    'csat',
    'csat_mean',
    'bottom',
    'ces',
    'easy',
    'hard',
    'nice_but_hard',
    'bucketed',
    'disputed',
  ],
  cases: ['cases', 'open_cases', 'overdue', 'escalated', 'reopened'],
  times: ['first_action', 'first_action_open', 'days_to_close', 'days_to_close_open'],
  recovery: ['recovered_of_contacted', 'recovered_of_closed', 'spontaneous'],
} as const;
type GroupId = keyof typeof groups | 'others';

/** First on the page, as far as they are there. */
const headlineIds = [
  'csat',
  'ces',
  'recovered_of_contacted',
  'recovered_of_closed',
  'first_action',
  'days_to_close',
  'overdue',
];
const named = (ids: readonly string[]): Metric[] =>
  ids.flatMap((id) => metrics.find((metric) => metric.id === id) ?? []);

export const headline = named(headlineIds);
/** The figures of these ids, in the page's order. */
export const chosenMetrics = (ids: readonly string[]) => metrics.filter(({ id }) => ids.includes(id));

const placed: readonly string[] = Object.values(groups).flat();
export const figureGroups: readonly { id: GroupId; metrics: readonly Metric[] }[] = [
  ...Object.entries(groups).map(([id, ids]) => ({ id: id as GroupId, metrics: named(ids) })),
  { id: 'others' as const, metrics: metrics.filter(({ id }) => !placed.includes(id)) },
].filter((group) => group.metrics.length > 0);
