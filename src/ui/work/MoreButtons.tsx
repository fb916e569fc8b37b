import { Button } from '@zendeskgarden/react-buttons';
import type { PropsWithChildren } from 'react';
import { isReasonNeeded } from '../../care/assignment.ts';
import type { Case } from '../../care/feedback.ts';
import type { CaseUse } from '../case/useCase.ts';
import { useApp } from '../useApp.ts';

/** What is done with a case less often, beside what always stands there. */
export function MoreButtons({ current, use, children }: PropsWithChildren<{ current: Case; use: CaseUse }>) {
  const { t, user, configuration } = useApp();
  const isMine = current.ownerId === user.id;
  const waits = { size: 'small' as const, 'aria-disabled': use.isBusy };
  const release = () => {
    // Where an admin wants a reason, the form asks for it.
    if (isReasonNeeded(null, user.id, configuration)) use.setForm('assign', 'nobody');
    else if (!use.isBusy) void use.release();
  };
  return (
    <>
      <Button {...waits} onClick={() => use.setForm('reply')}>
        {t('work.reply')}
      </Button>
      <Button {...waits} onClick={() => use.setForm('assign')}>
        {t('work.assign')}
      </Button>
      <Button {...waits} onClick={() => use.setForm('escalate')}>
        {t('work.escalate')}
      </Button>
      {children}
      {current.status === 'new' && (
        <Button {...waits} isBasic onClick={() => !use.isBusy && void use.start()}>
          {t('case.start')}
        </Button>
      )}
      {isMine && (
        <Button {...waits} isBasic onClick={release}>
          {t('case.release')}
        </Button>
      )}
    </>
  );
}
