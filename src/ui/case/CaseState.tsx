import { Tag } from '@zendeskgarden/react-tags';
import type { Ref } from 'react';
import type { Case, Feedback } from '../../care/feedback.ts';
import { Line, Quiet, Title } from '../layout.ts';
import { outcomeText } from '../outcomeText.ts';
import { useApp } from '../useApp.ts';
import { Due } from './Due.tsx';
import { LastAction } from './LastAction.tsx';

interface Props {
  feedback: Feedback;
  names: Record<string, string>;
}

/** What the case is called and where it stands, in a line. */
export function CaseTitle({
  id,
  title,
  current,
}: {
  id: string;
  title: Ref<HTMLHeadingElement>;
  current: Case | null;
}) {
  const { t } = useApp();
  return (
    <Line>
      <Title id={id} ref={title} tabIndex={-1}>
        {t('case.title')}
      </Title>
      {current && (
        <Tag hue={current.status === 'in_progress' ? 'blue' : undefined}>
          <span>{t(`status.${current.status}`)}</span>
        </Tag>
      )}
      {current?.escalation && (
        <Tag hue="yellow">
          <span>{t('status.escalated')}</span>
        </Tag>
      )}
    </Line>
  );
}

/** When it is due, who has it, how it ended and what was done last. */
export function CaseState({ feedback, names, current }: Props & { current: Case }) {
  const { t, user, configuration } = useApp();
  const { ownerId } = current;
  if (feedback.setAside) return <Quiet>{t('case.set_aside')}</Quiet>;
  const owner = names[ownerId ?? ''] ?? t('people.someone');
  const owned = ownerId === user.id ? t('case.yours') : t('case.owned', { name: owner });
  const ownerText = ownerId === null ? t('case.unassigned') : owned;
  return (
    <>
      <Due feedback={feedback} />
      {current.status !== 'closed' && <p>{ownerText}</p>}
      {current.outcome && <Quiet>{outcomeText(t, configuration, current.outcome)}</Quiet>}
      {current.note && <Quiet dir="auto">{current.note}</Quiet>}
      {current.timesReopened > 0 && <Quiet>{t('case.reopened', { count: current.timesReopened })}</Quiet>}
      <LastAction feedback={feedback} names={names} />
    </>
  );
}
