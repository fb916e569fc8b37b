/** The order parts of a breakdown stand in. */
import { leastToRank } from './change.ts';
import type { Dimension } from './question.ts';
import type { Part } from './report.ts';

export interface Order {
  /** Id of the metric whose value decides. */
  by: string;
  isDown: boolean;
}

export interface Ranked {
  ranked: Part[];
  /** People with too few to be ranked among others: by name. */
  unranked: Part[];
}

/**
 * Parts without a value come last. Of people nobody is ranked below `leastToRank` feedbacks: those stand by name,
 * after the others.
 */
export function rankParts(
  parts: readonly Part[],
  dimension: Dimension,
  { by, isDown }: Order,
  nameOf: (value: string | null) => string,
): Ranked {
  const arePeople = dimension === 'agent' || dimension === 'owner';
  const isRankable = (part: Part) => !arePeople || (part.now[by]?.n ?? 0) >= leastToRank;
  const figureOf = (part: Part) => part.now[by]?.value ?? null;
  const compare = (a: Part, b: Part) => {
    const [one, other] = [figureOf(a), figureOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return isDown ? other - one : one - other;
  };
  const byName = (a: Part, b: Part) => nameOf(a.value).localeCompare(nameOf(b.value));
  return {
    ranked: parts.filter(isRankable).sort((a, b) => compare(a, b)),
    unranked: parts.filter((part) => !isRankable(part)).sort(byName),
  };
}
