import type { AskedQuestion, SurveyDelivery } from '../../actions/readSurveyDelivery.ts';
import { isolate } from '../formats.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Group, GroupName } from './layout.ts';

/** Whether the survey asks for satisfaction on 1-5 and for effort, and the steps where it does not. */
export function SurveyQuestions({ survey }: { survey: SurveyDelivery }) {
  const { t } = useApp();
  return (
    <Group $gap={12} as="section" aria-label={t('setup.survey.asks')}>
      <GroupName>{t('setup.survey.asks')}</GroupName>
      {survey.kind === 'customizable' ? <Questions survey={survey} /> : <Otherwise kind={survey.kind} />}
    </Group>
  );
}

function Otherwise({ kind }: { kind: SurveyDelivery['kind'] }) {
  const { t } = useApp();
  const key = kind === 'legacy' ? 'legacy' : 'none';
  return (
    <>
      <p>{t(`setup.survey.${key}`)}</p>
      {kind === 'legacy' && <Quiet>{t('setup.survey.legacy_can')}</Quiet>}
      {kind === 'legacy' && <Quiet>{t('setup.survey.legacy_cannot')}</Quiet>}
      <Quiet>{t(`setup.survey.${key}_steps`)}</Quiet>
    </>
  );
}

function Questions({ survey: { csat, ces, others } }: { survey: SurveyDelivery }) {
  const { t } = useApp();
  const [other] = others;
  return (
    <>
      <Found metric="csat" question={csat} />
      {csat && csat.scale !== 5 && <Quiet>{t('setup.survey.csat_scale')}</Quiet>}
      {(ces || !other) && <Found metric="ces" question={ces} />}
      {!ces && other && (
        <p>{t('setup.survey.ces_unchosen', { headline: isolate(other.headline), count: others.length })}</p>
      )}
    </>
  );
}

function Found({ metric, question }: { metric: 'csat' | 'ces'; question: AskedQuestion | null }) {
  const { t } = useApp();
  if (!question) {
    return (
      <Stack $gap={4}>
        <p>{t(`setup.survey.${metric}_missing`)}</p>
        <ol style={{ listStyle: 'decimal', paddingInlineStart: 20 }}>
          {(['open', 'add', 'save'] as const).map((step) => (
            <Quiet as="li" key={step}>
              {t(`setup.survey.${metric}_step_${step}`)}
            </Quiet>
          ))}
        </ol>
      </Stack>
    );
  }
  const values = { headline: isolate(question.headline), scale: question.scale ?? '?' };
  return (
    <p>
      <span aria-hidden="true">✓ </span>
      {t(`setup.survey.${metric}_found`, values)}
    </p>
  );
}
