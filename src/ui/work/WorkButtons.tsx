import { Button } from '@zendeskgarden/react-buttons';
import type { Case } from '../../care/feedback.ts';
import type { CaseUse } from '../case/useCase.ts';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';
import { MoreButtons } from './MoreButtons.tsx';

interface Props {
  current: Case | null;
  isSetAside: boolean;
  use: CaseUse;
  hasKeys: boolean;
}

/** Everything that can be done with the case now, each by a key of its own. */
export function WorkButtons({ current, isSetAside, use, hasKeys }: Props) {
  const { t, user } = useApp();
  const isOpen = current !== null && current.status !== 'closed' && !isSetAside;
  const isMine = current?.ownerId === user.id;
  const calm = (act: () => unknown) => () => {
    if (!use.isBusy) act();
  };
  useKeys(
    {
      t: isOpen && !isMine ? calm(use.take) : undefined,
      c: isOpen ? () => use.setForm('contact') : undefined,
      r: isOpen ? () => use.setForm('reply') : undefined,
      e: isOpen ? () => use.setForm('close') : undefined,
    },
    hasKeys,
  );
  const waits = { size: 'small' as const, 'aria-disabled': use.isBusy };
  const keyed = (key: string) => (hasKeys ? { 'aria-keyshortcuts': key } : {});
  return (
    <Line>
      {!current && !isSetAside && (
        <Button {...waits} onClick={calm(use.open)}>
          {t('case.open')}
        </Button>
      )}
      {isOpen && (
        <>
          {!isMine && (
            <Button {...waits} {...keyed('t')} isPrimary={current.ownerId === null} onClick={calm(use.take)}>
              {t(current.ownerId === null ? 'case.take' : 'case.take_over')}
            </Button>
          )}
          <Button {...waits} {...keyed('c')} isPrimary={isMine} onClick={() => use.setForm('contact')}>
            {t('case.contact')}
          </Button>
          <MoreButtons current={current} use={use}>
            <Button {...waits} {...keyed('e')} onClick={() => use.setForm('close')}>
              {t('case.close')}
            </Button>
          </MoreButtons>
        </>
      )}
      {current?.status === 'closed' && !isSetAside && (
        <Button {...waits} onClick={() => use.setForm('reopen')}>
          {t('case.reopen')}
        </Button>
      )}
    </Line>
  );
}
