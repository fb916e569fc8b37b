import type { Failure } from '../../care/failure.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block } from '../layout.ts';
import { StorageNote } from '../StorageNote.tsx';
import { useApp } from '../useApp.ts';
import { useStorage } from '../useStorage.ts';

/** Why nothing can be recorded: storage that is missing or closed, or a passing failure that can be retried. */
export function LedgerNote({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t } = useApp();
  const storage = useStorage(failure);
  return (
    <Block>
      {storage ? (
        <StorageNote state={storage} />
      ) : (
        <FailureNote kind={failure.kind} title={t('sidebar.ledger_failed')} onRetry={onRetry} />
      )}
    </Block>
  );
}
