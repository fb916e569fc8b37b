import { latest } from '../../care/feedback.ts';
import { scoreText } from '../scoreText.ts';
import type { Column } from '../triage/column.ts';

export const score: Column = {
  id: 'score',
  value({ feedback }, { t }) {
    const rating = latest(feedback, 'csat') ?? latest(feedback, 'ces');
    if (!rating) return t('score.none');
    return rating.metric === 'csat'
      ? scoreText(t, rating)
      : t('score.ces_of', { score: scoreText(t, rating) });
  },
};
