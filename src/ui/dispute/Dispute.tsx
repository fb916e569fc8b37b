/** “This score is not mine”: said by the agent it is credited to, decided by a lead, with both values kept. */
import { useEffect, useRef, useState } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import { mayDecide, mayDispute } from '../../care/dispute.ts';
import type { Feedback } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Quiet, Underlined, Unseen } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { DecideForm } from './DecideForm.tsx';
import { DisputeForm } from './DisputeForm.tsx';
import { DisputeNote } from './DisputeNote.tsx';
import { useDispute } from './useDispute.ts';

interface Props {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
}

/** Nothing where there is nothing to dispute and nothing disputed. */
export function Dispute({ feedback, subject, names, onWritten }: Props) {
  const { t, user, configuration } = useApp();
  const [isOpen, setOpen] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const use = useDispute(feedback, subject, onWritten);
  // The pressed button is gone; the focus stays where it was.
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) title.current?.focus();
  }, [moves]);
  const onDone = () => {
    setOpen(false);
    setMoves((count) => count + 1);
  };
  const mayBegin = mayDispute(feedback, user, configuration);
  const { dispute } = feedback;
  if (!mayBegin && !dispute && moves === 0) return null;
  return (
    <Block aria-label={t('disputing.title')}>
      <Unseen as="h2" ref={title} tabIndex={-1}>
        {t('disputing.title')}
      </Unseen>
      {dispute && <DisputeNote dispute={dispute} names={names} use={use} onDone={onDone} />}
      {mayDecide(feedback, user, configuration) && (
        <DecideForm feedback={feedback} names={names} use={use} onDone={onDone} />
      )}
      {mayBegin && isOpen && <DisputeForm feedbackKey={feedback.key} use={use} onDone={onDone} />}
      {mayBegin && !isOpen && (
        <Quiet as="div">
          <Underlined type="button" onClick={() => setOpen(true)}>
            {t('disputing.open')}
          </Underlined>
        </Quiet>
      )}
      {use.isLost && <Quiet role="status">{t('disputing.lost')}</Quiet>}
      {use.failure && (
        <FailureNote kind={use.failure.kind} title={t('disputing.failed')} onRetry={use.retry} />
      )}
    </Block>
  );
}
