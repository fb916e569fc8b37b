/** What set-up creates, in words, and its one button. */
import { Button } from '@zendeskgarden/react-buttons';
import { Progress } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { objectPlans } from '../../care/setup.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Roles } from './Roles.tsx';
import { SetUpResult } from './SetUpResult.tsx';
import type { SetUpUse } from './useSetUp.ts';

const Point = styled.li`
  padding: 10px 0;
  border-top: 1px solid var(--fl-line);
`;

interface Props {
  use: SetUpUse;
  isFirst: boolean;
  onSources: () => void;
  onEnd: () => void;
}

export function Account({ use, isFirst, onSources, onEnd }: Props) {
  const { t } = useApp();
  const isDone = use.result !== null;
  return (
    <>
      {use.result ? <SetUpResult configuration={use.result} refused={use.refused} /> : <Plan />}
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
        {isDone && <Button onClick={onSources}>{t('setup.to_sources')}</Button>}
      </Line>
      <Roles hasSync={!isFirst || isDone} />
    </>
  );
}

function Plan() {
  const { t } = useApp();
  return (
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
          <strong>{t('setup.ticket_fields')}</strong>
          <Quiet>{t('setup.ticket_fields_why')}</Quiet>
        </Point>
        <Point>
          <strong>{t('setup.setting')}</strong>
          <Quiet>{t('setup.setting_why')}</Quiet>
        </Point>
      </ul>
      <Quiet>{t('setup.rights')}</Quiet>
    </>
  );
}
