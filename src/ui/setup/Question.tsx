import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { previewQuestion } from '../../actions/previewSource.ts';
import type { ScaleQuestion } from '../../care/configuration.ts';
import { isolate } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Direction } from './Direction.tsx';
import { Examples } from './Examples.tsx';
import { Box, Strong } from './layout.ts';
import { useExamples } from './useExamples.ts';
import type { Settings } from './useSettings.ts';

interface Props {
  question: ScaleQuestion;
  settings: Settings;
}

/** A scale question of Zendesk's survey: CSAT is marked by Zendesk, any other may be the one about effort. */
export function Question({ question, settings }: Props) {
  const { t } = useApp();
  const { choices, draft, lately } = settings;
  const isGone = choices !== undefined && !choices.failure && !choices.asked.includes(question.id);
  const preview = useExamples(
    ['question', question.id],
    isGone ? null : () => previewQuestion(question, lately),
  );
  const change = (part: Partial<ScaleQuestion>) =>
    settings.change({
      questions: draft.questions.map((one) => (one.id === question.id ? { ...one, ...part } : one)),
    });
  return (
    <Box $gap={10}>
      <div>
        <Strong dir="auto">{isolate(question.headline)}</Strong>{' '}
        <Quiet as="span">{t('setup.question_scale', { lowest: 1, scale: question.scale })}</Quiet>
      </div>
      {isGone && <Quiet>{t('setup.question_gone')}</Quiet>}
      {question.metric === 'csat' ? (
        <Quiet>{t('setup.question_csat')}</Quiet>
      ) : (
        <Field>
          <Label>{t('setup.question_use')}</Label>
          <Select
            isCompact
            value={question.metric ?? 'none'}
            onChange={({ target }) => change({ metric: target.value === 'ces' ? 'ces' : null })}
          >
            <option value="none">{t('setup.question_none')}</option>
            <option value="ces">{t('setup.question_ces')}</option>
          </Select>
        </Field>
      )}
      {question.metric === 'ces' && (
        <Direction
          metric="ces"
          lowest={1}
          scale={String(question.scale)}
          isLowerBetter={question.isLowerBetter}
          onChange={(isLowerBetter) => change({ isLowerBetter })}
        />
      )}
      {!isGone && (
        <Examples preview={preview} source={{ ...question, lowest: 1 }} draft={draft} of="answers" />
      )}
    </Box>
  );
}
