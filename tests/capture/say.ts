import type { Comparison } from './told.ts';

/** Prints how much a run compared: a comparison of nothing is no proof. */
export function say(what: string, { feedbacks, fields, differences }: Comparison, facts: number): void {
  const end = differences.length === 0 ? 'all equal' : `${differences.length} differ`;
  process.stdout.write(`${what}: ${feedbacks} feedbacks, ${fields} fields, ${facts} facts; ${end}\n`);
}

/** Enough of them to see what is wrong. */
export const some = (differences: readonly string[]): string[] => differences.slice(0, 30);
