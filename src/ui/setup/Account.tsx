/** The first section: what set-up creates, its one button, how it went, what is in place, and the way out. */
import { Button } from '@zendeskgarden/react-buttons';
import { FailureNote } from '../FailureNote.tsx';
import { Line, Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { Checklist } from './Checklist.tsx';
import { isBlocked, isDue } from './checkGroups.ts';
import { Plan } from './Plan.tsx';
import { Removal } from './Removal.tsx';
import { Roles } from './Roles.tsx';
import { SetUpDone } from './SetUpDone.tsx';
import { SetUpProgress } from './SetUpProgress.tsx';
import { SetUpResult } from './SetUpResult.tsx';
import { Standing } from './Standing.tsx';
import type { ChecklistReading } from './useChecklist.ts';
import type { SetUpUse } from './useSetUp.ts';

interface Props {
  use: SetUpUse;
  reading: ChecklistReading;
  isFirst: boolean;
  onSources: () => void;
  onEnd: () => void;
}

export function Account({ use, reading, isFirst, onSources, onEnd }: Props) {
  const { t } = useApp();
  const { checklist, failure: unread } = reading;
  const isDone = use.result !== null;
  const isRunning = use.step !== null;
  const isNew = isFirst && !isDone;
  const count = checklist?.items.filter(isDue).length ?? 0;
  // Without a list to go by, pressing is still safe: what exists is left alone.
  const isHeld = checklist !== null && isBlocked(checklist.items);
  const hasWork = !isHeld && (isNew || count > 0 || (!checklist && unread !== null));
  return (
    <>
      {use.result && (
        <SetUpResult configuration={use.result} refused={use.refused} refusedRules={use.refusedRules} />
      )}
      {use.done && <SetUpDone done={use.done} />}
      {isNew && <Plan />}
      {(!isNew || isHeld) && <Standing reading={reading} />}
      {use.failure && (
        <FailureNote kind={use.failure.kind} title={t('setup.failed')} onRetry={use.start} type="error" />
      )}
      {use.step && <SetUpProgress step={use.step} items={checklist?.items ?? []} />}
      <Line style={{ minHeight: 40 }}>
        {hasWork && (
          <Button isPrimary onClick={use.start} aria-disabled={isRunning}>
            {isNew || !checklist ? t('setup.start') : t('setup.check.create', { count })}
          </Button>
        )}
        {!isNew && (
          <Button isPrimary={!hasWork} onClick={onEnd} aria-disabled={isRunning}>
            {t('setup.to_cases')}
          </Button>
        )}
        {isDone && <Button onClick={onSources}>{t('setup.to_sources')}</Button>}
      </Line>
      <Checklist reading={reading} isRunning={isRunning} onRepair={use.repair} />
      <Roles hasSync={!isNew} />
      {!isNew && <Removal onRemoved={() => void reading.reload()} />}
      {isNew && <Quiet>{t('setup.removal.later')}</Quiet>}
    </>
  );
}
