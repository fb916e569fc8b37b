import type { Feedback } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import type { CaseUse } from './useCase.ts';

const Told = lazyPart(async () => (await import('../work/Told.tsx')).Told);

interface Props {
  use: CaseUse;
  feedback: Feedback;
  names: Record<string, string>;
}

/** What became of the last thing done, where it was not simply done. */
export function CaseNews({ use, feedback, names }: Props) {
  const { t } = useApp();
  return (
    <>
      {(use.lost || use.remark) && (
        <Part>
          <Told use={use} feedback={feedback} names={names} />
        </Part>
      )}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('case.failed')} onRetry={use.retry} />}
    </>
  );
}
