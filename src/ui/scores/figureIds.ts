/** The figures of one row of the scores screen, in order; each has its head under `coverage.head_`. */
export type FigureId = 'csat' | 'good' | 'ces' | 'response' | 'left_out' | 'credit';

/** An account with good and bad has no numbers to show; one that never asked about effort, no effort. */
export const figureIds = (isGoodBad: boolean, hasEffort: boolean): FigureId[] => [
  isGoodBad ? 'good' : 'csat',
  ...(hasEffort ? (['ces'] as const) : []),
  'response',
  'left_out',
  'credit',
];
