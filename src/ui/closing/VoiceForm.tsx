import { Button } from '@zendeskgarden/react-buttons';
import { type KeyboardEvent, useId, useRef } from 'react';
import styled from 'styled-components';
import type { Feedback } from '../../care/feedback.ts';
import { type SkipReason, skipReasons } from '../../care/voice.ts';
import type { CaseUse } from '../case/useCase.ts';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useOnChange } from '../useOnChange.ts';
import { Choices, Digit } from './choices.ts';
import { useDigits } from './useDigits.ts';
import { useVoice } from './useVoice.ts';
import { answerText, questionText } from './voiceText.ts';

/** Clear of the bar at the foot of a phone’s page. */
const Form = styled(Stack)`
  scroll-margin-bottom: 72px;
`;

interface Props {
  feedback: Feedback;
  use: CaseUse;
}

/** Keys from here on skip: no question has more answers. */
const firstSkipKey = 6;

/** What whoever closed the case saw: one question at a time, one press each. */
export function VoiceForm({ feedback, use }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLElement>(null);
  const { question, index, count, answers, answer, back, skip } = useVoice(feedback, use);
  // Each question takes the focus, so that it is read.
  useOnChange(question?.id, () => {
    title.current?.focus();
    // With all its answers, where the panel is not high enough for both.
    form.current?.scrollIntoView?.({ block: 'nearest' });
  });
  const answering = (question?.options ?? []).map((option) => () => answer(option));
  const skipping = skipReasons.map((reason) => () => skip(reason));
  const none = Array.from({ length: firstSkipKey - 1 - answering.length }, () => () => {});
  const onDigit = useDigits([...answering, ...none, ...skipping]);
  if (!question) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    onDigit(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    use.setForm(null);
  };
  return (
    <Form as="section" ref={form} aria-label={t('voice.title')} onKeyDown={onKeyDown} $gap={10}>
      <Line style={{ justifyContent: 'space-between' }}>
        <Quiet as="span">{t('voice.title')}</Quiet>
        <Quiet as="span">{t('voice.progress', { n: index + 1, count })}</Quiet>
      </Line>
      <Title
        as="h3"
        id={titleId}
        ref={title}
        tabIndex={-1}
        aria-description={t('voice.progress', { n: index + 1, count })}
      >
        {questionText(t, question.id)}
      </Title>
      {question.id === 'own_mood' && <Quiet>{t('voice.own_mood_seen')}</Quiet>}
      <Choices role="group" aria-labelledby={titleId}>
        {question.options.map((option, place) => (
          <Button
            key={option}
            aria-pressed={answers[question.id] === option}
            isPrimary={answers[question.id] === option}
            aria-disabled={use.isBusy}
            aria-keyshortcuts={String(place + 1)}
            onClick={() => answer(option)}
          >
            <Digit aria-hidden="true">{place + 1}</Digit>
            {answerText(t, option)}
          </Button>
        ))}
      </Choices>
      <Line>
        {back && (
          <Button size="small" isBasic onClick={back}>
            {t('voice.back')}
          </Button>
        )}
        <Button size="small" isBasic onClick={() => use.setForm(null)}>
          {t('voice.later')}
        </Button>
      </Line>
      <Skip onSkip={skip} isBusy={use.isBusy} />
    </Form>
  );
}

/** Why nobody is told more: one press as well. */
function Skip({ onSkip, isBusy }: { onSkip: (reason: SkipReason) => void; isBusy: boolean }) {
  const { t } = useApp();
  const labelId = useId();
  return (
    <Line role="group" aria-labelledby={labelId} $gap={4}>
      <Quiet as="span" id={labelId}>
        {t('voice.skip')}
      </Quiet>
      {skipReasons.map((reason, place) => (
        <Button
          key={reason}
          size="small"
          isBasic
          aria-disabled={isBusy}
          aria-keyshortcuts={String(firstSkipKey + place)}
          onClick={() => onSkip(reason)}
        >
          <Digit aria-hidden="true">{firstSkipKey + place}</Digit>
          {t(`voice.${reason}`)}
        </Button>
      ))}
    </Line>
  );
}
