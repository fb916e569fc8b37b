import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import type { Case } from '../../care/feedback.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';
import type { CaseUse } from './useCase.ts';

interface Props {
  current: Case | null;
  /** Then nothing is to be done before it is taken back. */
  isSetAside: boolean;
  use: CaseUse;
  aside: ReactNode;
  hasKeys: boolean;
}

/** What can be done with the case now. While one thing is being done the others wait, without losing the focus. */
export function CaseButtons({ current, isSetAside, use, aside, hasKeys }: Props) {
  const { t, user } = useApp();
  const isOpen = current !== null && current.status !== 'closed' && !isSetAside;
  const isMine = current?.ownerId === user.id;
  const calm = (act: () => unknown) => () => {
    if (!use.isBusy) act();
  };
  useKeys(
    { t: isOpen && !isMine ? calm(use.take) : undefined, e: isOpen ? () => use.setForm('close') : undefined },
    hasKeys,
  );
  const waits = { size: 'small' as const, 'aria-disabled': use.isBusy };
  return (
    <Line>
      {!current && !isSetAside && (
        <Button {...waits} onClick={calm(use.open)}>
          {t('case.open')}
        </Button>
      )}
      {isOpen && !isMine && (
        <Button {...waits} isPrimary={current.ownerId === null} onClick={calm(use.take)}>
          {current.ownerId === null ? t('case.take') : t('case.take_over')}
        </Button>
      )}
      {isOpen && current.status === 'new' && (
        <Button {...waits} isPrimary={isMine} onClick={calm(use.start)}>
          {t('case.start')}
        </Button>
      )}
      {isOpen && (
        <Button {...waits} onClick={() => use.setForm('close')}>
          {t('case.close')}
        </Button>
      )}
      {isOpen && isMine && (
        <Button {...waits} isBasic onClick={calm(use.release)}>
          {t('case.release')}
        </Button>
      )}
      {current?.status === 'closed' && !isSetAside && (
        <Button {...waits} onClick={() => use.setForm('reopen')}>
          {t('case.reopen')}
        </Button>
      )}
      {aside}
    </Line>
  );
}
