/** What an admin does once: sees in words what will be created, presses one button, reads what was found. */
import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import { objectPlans } from '../../care/setup.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { SetUpResult } from './SetUpResult.tsx';
import { useSetUp } from './useSetUp.ts';

const Card = styled(Stack)`
  width: min(640px, 100%);
  margin: 0 auto;
  padding: 32px 24px;
  overflow-y: auto;
`;

const Name = styled.h1`
  && { font-size: 22px; line-height: 28px; font-weight: 600; }
`;

const Point = styled.li`
  padding: 10px 0;
  border-top: 1px solid var(--fl-line);
`;

interface Props {
  /** Nothing was set up before, as far as this page knows. */
  isFirst: boolean;
  onStart: () => void;
  onEnd: () => void;
}

export function SetUp({ isFirst, onStart, onEnd }: Props) {
  const { t } = useApp();
  const use = useSetUp(onStart);
  const title = useRef<HTMLHeadingElement>(null);
  const isDone = use.result !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is read out when the card turns to its result
  useEffect(() => title.current?.focus(), [isDone]);
  return (
    <Card $gap={16}>
      <Name ref={title} tabIndex={-1}>
        {t(isDone ? 'setup.done_title' : 'setup.title')}
      </Name>
      {use.result ? (
        <SetUpResult configuration={use.result} />
      ) : (
        <>
          <p>{t('setup.intro')}</p>
          <ul>
            {objectPlans.map((plan) => (
              <Point key={plan.key}>
                <strong translate="no">{plan.titlePluralized}</strong>
                <Quiet>{t(`setup.object.${plan.key}` as 'setup.object.fl_event')}</Quiet>
              </Point>
            ))}
            <Point>
              <strong>{t('setup.setting')}</strong>
              <Quiet>{t('setup.setting_why')}</Quiet>
            </Point>
          </ul>
          <Quiet>{t('setup.rights')}</Quiet>
        </>
      )}
      {use.failure && (
        <FailureNote kind={use.failure.kind} title={t('setup.failed')} onRetry={use.start} type="error" />
      )}
      {use.step && (
        <div>
          <Progress value={(100 * use.step.done) / use.step.total} aria-label={t('setup.progress')} />
          <Quiet>{t('setup.step', { done: use.step.done, total: use.step.total })}</Quiet>
        </div>
      )}
      <Line>
        {!isDone && (
          <Button isPrimary onClick={use.start} aria-disabled={use.step !== null}>
            {t('setup.start')}
          </Button>
        )}
        {(isDone || !isFirst) && (
          <Button isPrimary={isDone} onClick={onEnd} aria-disabled={use.step !== null}>
            {t('setup.to_cases')}
          </Button>
        )}
      </Line>
    </Card>
  );
}
