import { urgencyOf } from '../../care/due.ts';
import { type Feedback, ratedAt } from '../../care/feedback.ts';
import { span } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { When } from '../When.tsx';
import { DueText } from './dueText.ts';

/** How long the customer may still wait: amber from half of the time, red and in words when it is over. */
export function Due({ feedback }: { feedback: Feedback }) {
  const { t, locale } = useApp();
  const now = useNow();
  const current = feedback.case;
  if (!current) return null;
  if (current.closedAt !== null)
    return (
      <p>
        {t('case.closed')} <When at={current.closedAt} />
      </p>
    );
  const urgency = urgencyOf(current, ratedAt(feedback) ?? current.openedAt, now);
  const time = span(current.dueAt - now, locale);
  return (
    <p>
      <DueText $urgency={urgency}>
        <When at={current.dueAt} text={t(urgency === 'overdue' ? 'due.over' : 'due.in', { time })} />
      </DueText>
    </p>
  );
}
