import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Written } from '../../actions/append.ts';
import type { Subject } from '../../actions/publish.ts';
import type { Case, Feedback } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { CaseButtons } from './CaseButtons.tsx';
import { Due } from './Due.tsx';
import { LastAction } from './LastAction.tsx';
import { MoveForm } from './MoveForm.tsx';
import { type CaseUse, useCase } from './useCase.ts';

interface Props {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  /** Beside the case's own buttons: where else it can be worked on. */
  aside?: ReactNode;
  hasKeys?: boolean;
}

/** Where the case stands, who has it, and what can be done next. */
export function CaseBlock({ feedback, subject, names, onWritten, aside, hasKeys = false }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const use = useCase(feedback, subject, onWritten);
  const { isBusy, form, hasActed } = use;
  // A button that did its work may be gone: the focus goes to the case it belonged to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons change with what is known, not with the write
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (!isBusy && form === null && hasActed && isLost) title.current?.focus();
  }, [isBusy, form, hasActed, feedback.rev]);
  return (
    <Block aria-labelledby={titleId}>
      <Line>
        <Title id={titleId} ref={title} tabIndex={-1}>
          {t('case.title')}
        </Title>
        {feedback.case && <Tag hue={hueOf(feedback.case)}>{t(`status.${feedback.case.status}`)}</Tag>}
      </Line>
      {feedback.case ? (
        <CaseState feedback={feedback} current={feedback.case} names={names} />
      ) : (
        <Quiet>{t('case.none')}</Quiet>
      )}
      {use.lost && <Lost use={use} feedback={feedback} names={names} />}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('case.failed')} onRetry={use.retry} />}
      {feedback.case && use.form ? (
        <MoveForm key={use.form} feedbackKey={feedback.key} current={feedback.case} to={use.form} use={use} />
      ) : (
        <CaseButtons current={feedback.case} use={use} aside={aside} hasKeys={hasKeys} />
      )}
    </Block>
  );
}

const hueOf = ({ status }: Case) => (status === 'in_progress' ? 'blue' : 'grey');

function CaseState({ feedback, current, names }: Pick<Props, 'feedback' | 'names'> & { current: Case }) {
  const { t, user } = useApp();
  const { ownerId } = current;
  const owner = names[ownerId ?? ''] ?? t('people.someone');
  const owned = ownerId === user.id ? t('case.yours') : t('case.owned', { name: owner });
  const ownerText = ownerId === null ? t('case.unassigned') : owned;
  return (
    <>
      <Due feedback={feedback} />
      {current.isProvisional && <Quiet>{t('case.provisional')}</Quiet>}
      {current.status !== 'closed' && <p>{ownerText}</p>}
      {current.outcome && <Quiet>{t(`outcome.${current.outcome}`)}</Quiet>}
      {current.note && <Quiet dir="auto">{current.note}</Quiet>}
      {current.timesReopened > 0 && <Quiet>{t('case.reopened', { count: current.timesReopened })}</Quiet>}
      <LastAction feedback={feedback} names={names} />
    </>
  );
}

/** Somebody was quicker: what they did is on the screen, and this says so. */
function Lost({ use, feedback, names }: { use: CaseUse } & Pick<Props, 'feedback' | 'names'>) {
  const { t } = useApp();
  const owner = names[feedback.case?.ownerId ?? ''] ?? t('people.someone');
  const text =
    use.lost === 'take' && feedback.case?.ownerId ? t('case.taken_by', { name: owner }) : t('case.met');
  return (
    <Line role="status">
      <strong>{text}</strong>
      <Button isLink size="small" onClick={use.clearLost}>
        {t('case.understood')}
      </Button>
    </Line>
  );
}
