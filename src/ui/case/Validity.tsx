import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef, useState } from 'react';
import { maySetAside } from '../../actions/maySetAside.ts';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import { type Feedback, isToCheck } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Stack, Underlined, Unseen } from '../layout.ts';
import { lazyPart, preload } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { CheckFirst } from './CheckFirst.tsx';
import { SetAsideNote } from './SetAsideNote.tsx';
import { Unlisted } from './Unlisted.tsx';
import { loadVerbs, useValidity } from './useValidity.ts';

const importForm = () => import('./SetAsideForm.tsx');
const SetAsideForm = lazyPart(async () => (await importForm()).SetAsideForm);

interface Props {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  /** The requester's, where known: what is decided here is remembered for its domain alone. */
  email?: string | null;
  /** At the end of another block instead of one of its own. */
  isInner?: boolean;
}

/** Does this rating count? Suspected ones ask, set-aside ones say why not, the others can be set aside. */
export function Validity({ feedback, subject, names, onWritten, email = null, isInner }: Props) {
  const app = useApp();
  const { t } = app;
  const titleId = useId();
  const block = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [isOpen, setOpen] = useState(false);
  const use = useValidity(feedback, subject, email, onWritten);
  const isDoubted = isToCheck(feedback);
  const mayOpen = !feedback.setAside && !isDoubted && feedback.revisions.length > 0 && maySetAside(app);
  useHeldFocus(block, title);
  useEffect(() => preload(importForm, ...loadVerbs), []);
  const hasNothing = !feedback.setAside && !isDoubted && !mayOpen && !use.hasConfirmed;
  if (hasNothing) return null;
  const Frame = isInner ? Stack : Block;
  return (
    <Frame as="section" aria-labelledby={titleId} ref={block} data-step="check_rating">
      <Unseen as="h2" id={titleId} ref={title} tabIndex={-1}>
        {t('aside.title')}
      </Unseen>
      {isDoubted && <CheckFirst feedback={feedback} use={use} />}
      {feedback.setAside && <SetAsideNote setAside={feedback.setAside} names={names} use={use} />}
      {use.hasConfirmed && (
        <Line>
          <Quiet as="span">{t('check.confirmed')}</Quiet>
          <Button isLink size="small" onClick={use.doubt}>
            {t('bucket.undo')}
          </Button>
        </Line>
      )}
      {use.isLost && <Quiet role="status">{t('case.met')}</Quiet>}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('case.failed')} onRetry={use.retry} />}
      {mayOpen && isOpen && (
        <Part>
          <SetAsideForm feedbackKey={feedback.key} use={use} onDone={() => setOpen(false)} />
        </Part>
      )}
      {mayOpen && !isOpen && (
        <Quiet as="div">
          <Underlined type="button" onClick={() => setOpen(true)}>
            {t('aside.open')}
          </Underlined>
        </Quiet>
      )}
      <Unlisted isUnlisted={use.isUnlisted} />
    </Frame>
  );
}
