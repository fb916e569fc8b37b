import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import { placeOfKey } from '../../actions/link.ts';
import { Line } from '../layout.ts';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { CopyLink } from '../views/CopyLink.tsx';
import { Anchor } from '../views/Sheet.tsx';
import { StarSheet } from './StarSheet.tsx';

/** At the head of the panel: a link to this case, and its star, which the bar of a phone has already. */
export function CaseTools({ feedbackKey }: { feedbackKey: string }) {
  const { t } = useApp();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const star = useRef<HTMLButtonElement>(null);
  const onClose = () => {
    setOpen(false);
    star.current?.focus();
  };
  return (
    <Line $gap={4}>
      <CopyLink key={feedbackKey} place={placeOfKey(feedbackKey)} />
      {!isNarrow && (
        <Anchor>
          <Button ref={star} size="small" isBasic aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span aria-hidden="true">★ </span>
            {t('bar.star')}
          </Button>
          {isOpen && <StarSheet feedbackKey={feedbackKey} isAtEnd onClose={onClose} />}
        </Anchor>
      )}
    </Line>
  );
}
