import type { Rating } from '../../care/rating.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';

/** Why there is no number, where the survey asks for one: a sentence in place of an empty box. */
export function NumberNote({ rating }: { rating: Rating }) {
  const { t, user, configuration } = useApp();
  if (rating.value !== null || configuration.survey === 'legacy') return null;
  if (configuration.survey === null) return <Quiet>{t('number.unknown_survey')}</Quiet>;
  return <Quiet>{t(user.isAdmin ? 'number.not_found' : 'number.forbidden')}</Quiet>;
}
