import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import type { Case } from '../../care/feedback.ts';
import { Line } from '../layout.ts';
import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import type { CaseUse } from './useCase.ts';

const MoreButtons = lazyPart(async () => (await import('../work/MoreButtons.tsx')).MoreButtons);

interface Props {
  current: Case | null;
  /** Then nothing is to be done before it is taken back. */
  isSetAside: boolean;
  use: CaseUse;
  aside: ReactNode;
}

/** What can be done with the case now. While one thing is being done the others wait, without losing the focus. */
export function CaseButtons({ current, isSetAside, use, aside }: Props) {
  const { t, user } = useApp();
  const [hasMore, setMore] = useState(false);
  const isOpen = current !== null && current.status !== 'closed' && !isSetAside;
  const isMine = current?.ownerId === user.id;
  const calm = (act: () => unknown) => () => {
    if (!use.isBusy) act();
  };
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
          {t(current.ownerId === null ? 'case.take' : 'case.take_over')}
        </Button>
      )}
      {isOpen && (
        <>
          <Button {...waits} isPrimary={isMine} onClick={() => use.setForm('contact')}>
            {t('case.contact')}
          </Button>
          <Button {...waits} onClick={() => use.setForm('close')}>
            {t('case.close')}
          </Button>
          <Button {...waits} isBasic aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
            {t('case.more')}
          </Button>
        </>
      )}
      {current?.status === 'closed' && !isSetAside && (
        <Button {...waits} onClick={() => use.setForm('reopen')}>
          {t('case.reopen')}
        </Button>
      )}
      {aside}
      {isOpen && hasMore && (
        <Part>
          <MoreButtons current={current} use={use} />
        </Part>
      )}
    </Line>
  );
}
