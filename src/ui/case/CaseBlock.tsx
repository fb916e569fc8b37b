import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import { type Case, type Feedback, ratedAt } from '../../care/feedback.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Title } from '../layout.ts';
import { lazyPart, preload } from '../lazyPart.ts';
import { outcomeText } from '../outcomeText.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { CaseButtons } from './CaseButtons.tsx';
import { CaseDoubts } from './CaseDoubts.tsx';
import { Due } from './Due.tsx';
import { LastAction } from './LastAction.tsx';
import { Unlisted } from './Unlisted.tsx';
import { type CaseUse, loadVerbs, useCase } from './useCase.ts';

const importForm = () => import('./MoveForm.tsx');
const MoveForm = lazyPart(async () => (await importForm()).MoveForm);

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
  const { t, configuration } = useApp();
  const isHistory = isBefore(ratedAt(feedback), configuration.casesSince);
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const use = useCase(feedback, subject, onWritten);
  useHeldFocus(block, title);
  useEffect(() => preload(importForm, ...loadVerbs), []);
  return (
    <Block aria-labelledby={titleId} ref={block}>
      <Line>
        <Title id={titleId} ref={title} tabIndex={-1}>
          {t('case.title')}
        </Title>
        {feedback.case && (
          <Tag hue={feedback.case.status === 'in_progress' ? 'blue' : undefined}>
            <span>{t(`status.${feedback.case.status}`)}</span>
          </Tag>
        )}
      </Line>
      {feedback.case ? (
        <CaseState feedback={feedback} current={feedback.case} names={names} />
      ) : (
        <Quiet>{t(isHistory ? 'case.none_history' : 'case.none')}</Quiet>
      )}
      {use.lost && <Lost use={use} feedback={feedback} names={names} />}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('case.failed')} onRetry={use.retry} />}
      {feedback.case && use.form ? (
        <Part>
          <MoveForm
            key={use.form}
            feedbackKey={feedback.key}
            current={feedback.case}
            to={use.form}
            use={use}
          />
        </Part>
      ) : (
        <CaseButtons
          current={feedback.case}
          isSetAside={feedback.setAside !== null}
          use={use}
          aside={aside}
          hasKeys={hasKeys}
        />
      )}
      <Unlisted isUnlisted={use.isUnlisted} />
    </Block>
  );
}

const isBefore = (at: number | null, since: number | null) => at !== null && since !== null && at < since;

function CaseState({ feedback, current, names }: Pick<Props, 'feedback' | 'names'> & { current: Case }) {
  const { t, user, configuration } = useApp();
  const { ownerId } = current;
  if (feedback.setAside) return <Quiet>{t('case.set_aside')}</Quiet>;
  const owner = names[ownerId ?? ''] ?? t('people.someone');
  const owned = ownerId === user.id ? t('case.yours') : t('case.owned', { name: owner });
  const ownerText = ownerId === null ? t('case.unassigned') : owned;
  return (
    <>
      <Due feedback={feedback} />
      <CaseDoubts feedback={feedback} current={current} />
      {current.status !== 'closed' && <p>{ownerText}</p>}
      {current.outcome && <Quiet>{outcomeText(t, configuration, current.outcome)}</Quiet>}
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
