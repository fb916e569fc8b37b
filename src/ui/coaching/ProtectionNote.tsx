import { Button } from '@zendeskgarden/react-buttons';
import { protectSheets } from '../../actions/protectSheets.ts';
import type { Protection } from '../../actions/readSheetProtection.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';

/** Why there are no notes of one's own here, and the way to have some where there is one. */
export function ProtectionNote({ protection, onDone }: { protection: Protection; onDone: () => void }) {
  const app = useApp();
  const { t } = app;
  const { run, retry, failure, isBusy } = useAct();
  const { kind } = protection;
  if (kind === 'guarded') return null;
  const roles = kind === 'open' ? protection.roles.join(', ') : '';
  const mayMake = kind === 'not_set_up' || kind === 'open';
  return (
    <Stack>
      <p>{t(`coaching.unguarded_${kind}`, { roles })}</p>
      {mayMake && (
        <>
          <Quiet>{t('coaching.guard_makes')}</Quiet>
          {failure && <FailureNote kind={failure.kind} title={t('coaching.guard_failed')} onRetry={retry} />}
          <div>
            <Button
              size="small"
              aria-disabled={isBusy}
              onClick={() => void run(() => protectSheets(app), t('coaching.guarded'), onDone)}
            >
              {t(isBusy ? 'coaching.guarding' : 'coaching.guard')}
            </Button>
          </div>
        </>
      )}
    </Stack>
  );
}
