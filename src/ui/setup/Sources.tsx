/** Where scores come from, shown in the order in which they count. */
import { Title } from '@zendeskgarden/react-notifications';
import { scoreSourceKinds } from '../../care/configuration.ts';
import { Quiet, Stack } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';
import { Question } from './Question.tsx';
import { SourceGroup } from './SourceGroup.tsx';
import type { Settings } from './useSettings.ts';

export function Sources({ settings }: { settings: Settings }) {
  const { t } = useApp();
  const { choices, draft } = settings;
  return (
    <Stack $gap={24}>
      <p>{t('setup.order')}</p>
      {choices?.failure && (
        <Note type="warning">
          <Title>{t('setup.choices_failed')}</Title>
          <div>{t(`failure.${choices.failure.kind}`)}</div>
        </Note>
      )}
      <Group $gap={12}>
        <GroupName>
          <span>{1}</span> {t('setup.place.survey')}
        </GroupName>
        {draft.questions.length === 0 && <Quiet>{t('setup.place.survey_none')}</Quiet>}
        {draft.questions.map((question) => (
          <Question key={question.id} question={question} settings={settings} />
        ))}
      </Group>
      {scoreSourceKinds.map((kind, index) => (
        <SourceGroup key={kind} kind={kind} place={index + 2} settings={settings} />
      ))}
      <Group>
        <GroupName>
          <span>{scoreSourceKinds.length + 2}</span> {t('setup.place.rating')}
        </GroupName>
        <Quiet>{t('setup.place.rating_why')}</Quiet>
      </Group>
    </Stack>
  );
}
