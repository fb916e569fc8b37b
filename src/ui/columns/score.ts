import { caseScore } from '../../care/caseScore.ts';
import { onFive } from '../../care/rating.ts';
import { scoreText } from '../scoreText.ts';
import type { Column } from '../triage/column.ts';

export const score: Column = {
  id: 'score',
  width: '60px',
  value({ feedback }, { t, configuration }) {
    const rating = caseScore(feedback, configuration);
    if (!rating) return t('score.none');
    return rating.metric === 'csat'
      ? scoreText(t, rating)
      : t('score.ces_of', { score: scoreText(t, rating) });
  },
  /** On five steps; a *bad* whose number is not known is a 1, 2 or 3. */
  sortValue({ feedback }, { configuration }) {
    const rating = caseScore(feedback, configuration);
    if (!rating) return null;
    const { value, scale, lowest, verdict } = rating;
    if (value !== null && scale !== null) return onFive(value, scale, lowest);
    if (verdict === null) return null;
    return verdict === 'bad' ? 2 : 4.5;
  },
};
