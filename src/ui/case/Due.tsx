import { isFirstOpen, isLate, urgencyOf } from '../../care/due.ts';
import { type Case, type Feedback, ratedAt } from '../../care/feedback.ts';
import { span } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { When } from '../When.tsx';
import { DueText } from './dueText.ts';

/**
 * How long the customer may still wait, for the first contact where that is due by itself and for the whole: amber
 * from half of the time, red and in words when it is over. Late stays late after closing.
 */
export function Due({ feedback }: { feedback: Feedback }) {
  const { t, locale } = useApp();
  const now = useNow();
  const current = feedback.case;
  if (!current) return null;
  if (current.closedAt !== null)
    return (
      <p>
        {t('case.closed')} <When at={current.closedAt} />
        {isLate(current, now) && (
          <Quiet as="span">
            {' '}
            · {t('case.late', { time: span(current.closedAt - current.dueAt, locale) })}
          </Quiet>
        )}
      </p>
    );
  const since = ratedAt(feedback) ?? current.openedAt;
  const left = (timed: Case, at: number, group: 'due' | 'case.first') => (
    <p>
      <DueText $urgency={urgencyOf(timed, since, now)}>
        <When
          at={at}
          text={t(now >= at ? words[group].over : words[group].in, { time: span(at - now, locale) })}
        />
      </DueText>
    </p>
  );
  const { firstDueAt, dueAt } = current;
  if (firstDueAt === null || !isFirstOpen(current)) return left(current, dueAt, 'due');
  return (
    <>
      {left(current, firstDueAt, 'case.first')}
      {left({ ...current, firstDueAt: null }, dueAt, 'due')}
    </>
  );
}

const words = {
  due: { in: 'due.in', over: 'due.over' },
  'case.first': { in: 'case.first_in', over: 'case.first_over' },
} as const;
