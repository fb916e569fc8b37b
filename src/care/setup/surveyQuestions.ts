/** What the survey's scale questions mean: found where it is clear, a person's choice where it is not. */
import type { ScaleQuestion } from '../configuration.ts';

/** A question as the survey tells it. */
export interface FoundQuestion {
  id: string;
  isCsat: boolean;
  /** `null` where the survey does not tell. */
  scale: number | null;
  headline: string;
  /** Of the survey. */
  version?: number;
}

/**
 * Beside a CSAT question, one other scale is taken for CES while nobody has chosen; several, or one alone, need a
 * person's choice. Questions that are gone from the survey stay, for the answers they got.
 */
export function withMeaning(
  found: readonly FoundQuestion[],
  known: readonly ScaleQuestion[],
): ScaleQuestion[] {
  const others = found.filter((question) => !question.isCsat);
  const isClear = others.length === 1 && found.length > 1;
  const questions = found.flatMap(({ id, isCsat, scale, headline, version }) => {
    const chosen = known.find((question) => question.id === id);
    const guessed = isClear ? ('ces' as const) : null;
    const metric = isCsat ? ('csat' as const) : chosen ? chosen.metric : guessed;
    return scale === null
      ? []
      : [
          {
            ...chosen,
            id,
            metric,
            scale,
            headline,
            ...(version !== undefined && { version }),
            isLowerBetter: isCsat ? false : (chosen?.isLowerBetter ?? false),
          },
        ];
  });
  const gone = known.filter((question) => !found.some(({ id }) => id === question.id));
  return [...questions, ...gone];
}
