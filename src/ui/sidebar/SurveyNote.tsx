import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { absolute } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';

/** Nobody has answered: what became of the survey, with its date where there is one. */
export function SurveyNote({ data }: { data: TicketFeedback }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  const { expiresAt, surveyState } = data;
  const isOver = expiresAt !== null && expiresAt <= now;
  const state = surveyState === 'offered' && isOver ? 'expired' : surveyState;
  const time = expiresAt === null ? '' : absolute(expiresAt, locale, user.timeZone);
  const hasTime = expiresAt !== null && (state === 'offered' || state === 'expired');
  return (
    <Stack $gap={4}>
      <strong>{t(`survey.${state}`)}</strong>
      <Quiet>{t(`survey.${state}_why`)}</Quiet>
      {hasTime && <Quiet>{t(state === 'offered' ? 'survey.until' : 'survey.ended', { time })}</Quiet>}
    </Stack>
  );
}
