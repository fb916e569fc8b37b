/** Hands a case to somebody, to oneself or back to nobody. Of two people at once, one does and the other is told. */
import type { App } from '../app.ts';
import { type Assignment, isAssignable, isReasonNeeded } from '../care/assignment.ts';
import { Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/**
 * `isWritten` is false where it changed hands, or was closed, since `known` was read: `feedback.case.ownerId` says
 * who has it. Throws `Failure`, `invalid` where the account wants a reason and there is none.
 */
export async function assignCase(
  app: App,
  known: Feedback,
  subject: Subject,
  { ownerId, reason }: Assignment,
  operation: string,
  expected: string | null = known.case?.ownerId ?? null,
): Promise<Written> {
  const text = reason?.trim() || null;
  if (!text && isReasonNeeded(ownerId, app.user.id, app.configuration))
    throw new Failure('invalid', { message: 'a reason is needed' });
  const decide = (state: Feedback) =>
    isAssignable(state.case, ownerId, expected)
      ? { kind: 'case_assigned' as const, body: { ownerId, reason: text } }
      : null;
  return record(app, known, subject, decide, operation, true);
}
