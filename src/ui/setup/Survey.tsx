/** The survey itself: what it asks, what sends it and how late, and the offer to send it on Solved. */
import { useRef } from 'react';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { SurveyOffer } from './SurveyOffer.tsx';
import { SurveyQuestions } from './SurveyQuestions.tsx';
import { SurveySenders } from './SurveySenders.tsx';
import { useSurvey } from './useSurvey.ts';

export function Survey() {
  const { t } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const use = useSurvey(() => title.current?.focus());
  const { survey, failure, unwritten } = use;
  if (!survey) {
    return failure ? (
      <FailureNote kind={failure.kind} title={t('setup.survey.unread')} onRetry={use.reload} />
    ) : (
      <Quiet role="status">{t('setup.survey.reading')}</Quiet>
    );
  }
  return (
    <Stack $gap={24}>
      {failure && <FailureNote kind={failure.kind} title={t('setup.survey.unread')} onRetry={use.reload} />}
      <SurveyQuestions survey={survey} />
      {survey.kind && (
        <Group $gap={12} as="section" aria-label={t('setup.survey.when')}>
          <GroupName ref={title} tabIndex={-1}>
            {t('setup.survey.when')}
          </GroupName>
          <SurveySenders survey={survey} />
          {unwritten && (
            <FailureNote kind={unwritten.kind} title={t('setup.survey.unwritten')} type="error" />
          )}
          <SurveyOffer key={survey.own?.id ?? ''} survey={survey} use={use} />
        </Group>
      )}
    </Stack>
  );
}
