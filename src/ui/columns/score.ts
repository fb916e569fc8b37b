import { latest } from '../../care/feedback.ts';
import { oriented } from '../../care/orientation.ts';
import { scoreText } from '../scoreText.ts';
import type { Column } from '../triage/column.ts';

export const score: Column = {
  id: 'score',
  value({ feedback }, { t, configuration }) {
    const [csat, ces] = [latest(feedback, 'csat'), latest(feedback, 'ces')];
    // A case shows the score that opened it.
    const isAboutEffort = feedback.case?.rule === 'ces_below' && ces !== null;
    const rating = oriented(isAboutEffort ? ces : (csat ?? ces), configuration);
    if (!rating) return t('score.none');
    return rating.metric === 'csat'
      ? scoreText(t, rating)
      : t('score.ces_of', { score: scoreText(t, rating) });
  },
};
