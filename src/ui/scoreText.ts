/** Scores in a few letters, for rows and lines. */
import type { Rating } from '../care/rating.ts';
import type { Translate } from '../i18n.ts';

/** `2/5`; good or bad where there is no number. The rating is taken as it comes: see `oriented`. */
export function scoreText(t: Translate, { value, scale, verdict }: Rating): string {
  if (value !== null && scale !== null) return t('score.of', { value, scale });
  return t(`score.${verdict ?? 'unknown'}`);
}
