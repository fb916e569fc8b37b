/** Moves a case: new → in progress → closed, or reopens it. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { type Move, refusalOfMove } from '../care/moves.ts';
import type { Subject } from './publish.ts';
import { record, type Written } from './record.ts';

/**
 * `isWritten` is false when somebody moved it there, or made the move illegal, meanwhile: `met` says who.
 * Throws `Failure`.
 */
export async function moveCase(
  app: App,
  known: Feedback,
  subject: Subject,
  move: Move,
  operation: string,
): Promise<Written> {
  const decide = (state: Feedback) => {
    const isLegal = state.case && !refusalOfMove(state.case, move, app.configuration);
    return isLegal ? { kind: 'case_moved' as const, body: move } : null;
  };
  return record(app, known, subject, decide, operation, true);
}
