import { useRef, useState } from 'react';
import type { Feedback } from '../../care/feedback.ts';
import type { CaseUse } from '../case/useCase.ts';
import { StarSheet } from '../favourites/StarSheet.tsx';
import { useIsNarrow } from '../triage/useIsNarrow.ts';
import { useApp } from '../useApp.ts';
import { Anchor } from '../views/Sheet.tsx';
import { Bar, BarButton } from './Bar.tsx';
import { PhoneStyle } from './PhoneStyle.tsx';
import { useBackCloses } from './useBackCloses.ts';

interface Props {
  feedback: Feedback;
  use: CaseUse;
  onClose: () => void;
}

/** On a phone: what is done most with a case, in reach of a thumb. Each opens its form in the panel. */
export function CaseBar({ feedback, use, onClose }: Props) {
  const { t, user } = useApp();
  const isNarrow = useIsNarrow();
  const [isStarOpen, setStarOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useBackCloses(isNarrow, onClose);
  if (!isNarrow) return null;
  const { case: current, key } = feedback;
  const isOpen = current !== null && current.status !== 'closed' && feedback.setAside === null;
  const calm = (act: () => unknown) => () => {
    if (!use.isBusy) act();
  };
  const closeStar = () => {
    setStarOpen(false);
    bar.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  return (
    <div ref={bar}>
      <PhoneStyle />
      <Bar label={t('bar.case')}>
        <BarButton icon="back" text={t('bar.back')} onPress={onClose} />
        {isOpen && current.ownerId !== user.id && (
          <BarButton icon="take" text={t('bar.take')} onPress={calm(use.take)} />
        )}
        {isOpen && (
          <>
            <BarButton icon="contact" text={t('bar.contact')} onPress={() => use.setForm('contact')} />
            <BarButton icon="reply" text={t('bar.reply')} onPress={() => use.setForm('reply')} />
            <BarButton icon="done" text={t('bar.done')} onPress={() => use.setForm('close')} />
          </>
        )}
        {!current && !feedback.setAside && (
          <BarButton icon="create" text={t('case.open')} onPress={calm(use.open)} />
        )}
        {current?.status === 'closed' && !feedback.setAside && (
          <BarButton icon="reopen" text={t('case.reopen')} onPress={() => use.setForm('reopen')} />
        )}
        <Anchor>
          <BarButton
            icon="star"
            text={t('bar.star')}
            isOpen={isStarOpen}
            onPress={() => setStarOpen(!isStarOpen)}
          />
          {isStarOpen && <StarSheet feedbackKey={key} isAtEnd onClose={closeStar} />}
        </Anchor>
      </Bar>
    </div>
  );
}
