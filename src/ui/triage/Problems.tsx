import type { StorageState } from '../../actions/readStorage.ts';
import { ticketOfKey } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet } from '../layout.ts';
import { StorageNote } from '../StorageNote.tsx';
import { useApp } from '../useApp.ts';
import { Notice } from './layout.ts';
import type { Cases } from './useCases.ts';
import type { useLinkedCase } from './useLinkedCase.ts';

interface Props {
  cases: Cases;
  storage: Exclude<StorageState, 'ready'> | null;
  linked: ReturnType<typeof useLinkedCase>;
  /** A place the host did not lead to. */
  refused: string | null;
}

/** What could not be had or done, each with its reason and the way to try again. */
export function Problems({ cases, storage, linked, refused }: Props) {
  const { t } = useApp();
  const id = ticketOfKey(linked.key ?? '');
  return (
    <>
      {storage && (
        <Notice>
          <StorageNote state={storage} />
        </Notice>
      )}
      {!storage && cases.failure && (
        <Notice>
          <FailureNote kind={cases.failure.kind} title={t('triage.failed')} onRetry={cases.reload} />
        </Notice>
      )}
      {linked.failure && (
        <Notice>
          <FailureNote
            kind={linked.failure.kind}
            title={id ? t('triage.case_failed', { id }) : t('triage.feedback_failed')}
            onRetry={linked.retry}
          />
        </Notice>
      )}
      {linked.isMissing && (
        <Notice role="status">{id ? t('triage.no_such_case', { id }) : t('triage.no_such_feedback')}</Notice>
      )}
      {refused && (
        <Notice>
          <Quiet role="alert">{refused}</Quiet>
        </Notice>
      )}
    </>
  );
}
