import { compared, type Sums } from './sums.ts';

/** Below so many answers nobody is ranked, and no hint is given. */
export const leastToRank = 30;

/**
 * "Low CES: perhaps training on internal tools": the agent and the others have `leastToRank` CES answers each, and
 * the 95 % interval (Newcombe) of the difference of *found it easy* lies wholly below 0.
 */
export function isToolsTrainingHinted(own: Sums, others: Sums): boolean {
  if (own.ces < leastToRank || others.ces < leastToRank) return false;
  const { easy } = compared(own, others);
  return easy !== null && easy.interval[1] < 0;
}
