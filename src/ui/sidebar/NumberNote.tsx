import type { Rating } from '../../care/rating.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { isNumberAwaited } from './isNumberAwaited.ts';

/** Why there is no number, where the survey asks for one: a sentence in place of an empty box. */
export function NumberNote({ rating }: { rating: Rating }) {
  const app = useApp();
  const { t, user, configuration } = app;
  if (isNumberAwaited(app, rating)) return <Quiet>{t('number.forbidden')}</Quiet>;
  if (rating.value !== null || configuration.survey === 'legacy') return null;
  if (configuration.survey === null) return <Quiet>{t('number.unknown_survey')}</Quiet>;
  return user.isAdmin ? <Quiet>{t('number.not_found')}</Quiet> : null;
}
