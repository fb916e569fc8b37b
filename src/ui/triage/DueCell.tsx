import { urgencyOf } from '../../care/due.ts';
import { ratedAt } from '../../care/feedback.ts';
import { DueText } from '../case/dueText.ts';
import type { CellProps } from './column.ts';
import { dueText } from './dueText.ts';

/** Time left, in words and in colour. */
export function DueCell({ row, context }: CellProps) {
  const { feedback } = row;
  const current = feedback.case;
  if (!current || feedback.setAside) return <>{dueText(row, context)}</>;
  const since = ratedAt(feedback) ?? current.openedAt;
  const urgency = urgencyOf(current, since, context.now);
  return <DueText $urgency={urgency}>{dueText(row, context)}</DueText>;
}
