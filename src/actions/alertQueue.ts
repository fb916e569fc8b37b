/** Feedbacks somebody may have to hear of, and from when on to look at each. Milliseconds of the caller's clock. */

import type { Configuration } from '../care/configuration.ts';
import { type Feedback, ratedAt } from '../care/feedback.ts';
import { judge } from '../care/workflows/judging.ts';
import type { Workflow } from '../care/workflows/workflow.ts';
import type { ChangedFeedback } from '../zendesk/feedbackLists.ts';

/** Milliseconds: what was rated longer ago is history, and alerts nobody any more. */
export const longestLate = 7 * 86_400_000;

export class AlertQueue {
  readonly #waiting = new Map<string, { row: ChangedFeedback; at: number }>();
  /** The number of the last fact of those that need nothing as they are. */
  readonly #settled = new Map<string, number>();

  /** A row of the list as it was read; `now` in epoch milliseconds. */
  see(row: ChangedFeedback, configuration: Configuration, now: number): void {
    const { key, rev } = row.feedback;
    if (this.#settled.get(key) === rev) return;
    if (!isCandidate(row, configuration, now)) this.settle(row);
    else if (this.#waiting.get(key)?.row.feedback.rev !== rev)
      this.#waiting.set(key, { row, at: Number.NEGATIVE_INFINITY });
  }

  /** Those to look at now. */
  due(now: number): ChangedFeedback[] {
    return [...this.#waiting.values()].filter(({ at }) => at <= now).map(({ row }) => row);
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Needs nothing until its feedback changes. */
  settle({ feedback: { key, rev } }: ChangedFeedback): void {
    this.#waiting.delete(key);
    this.#settled.set(key, rev);
  }

  /** Is looked at again from then on. */
  hold({ feedback: { key } }: ChangedFeedback, at: number): void {
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.at = at;
  }

  /** Another configuration: everything is to be looked at anew. */
  forget(): void {
    this.#waiting.clear();
    this.#settled.clear();
  }
}

export const workflowsLeft = ({ workflows }: Configuration, { alerts }: Feedback): Workflow[] =>
  workflows.filter(({ id, isOn }) => isOn && !alerts.some(({ workflow }) => workflow === id));

/** As far as its feedback tells, without its ticket. */
function isCandidate({ feedback, ticketId }: ChangedFeedback, configuration: Configuration, now: number) {
  const at = ratedAt(feedback);
  if (ticketId === null || at === null || now - at > longestLate) return false;
  return workflowsLeft(configuration, feedback).some((workflow) =>
    couldMatch(workflow, feedback, configuration),
  );
}

/** With all that its ticket alone can say left out. */
function couldMatch(workflow: Workflow, feedback: Feedback, configuration: Configuration): boolean {
  const when = { ...workflow.when, tags: [], phrases: [], groupIds: [], brandIds: [] };
  const ticket = { id: '', status: 'open', groupId: null, brandId: null, tags: [], comment: null };
  const anywhere = { ...configuration, pilot: { groupIds: [], brandIds: [] } };
  return judge({ ...workflow, when }, { feedback, ticket }, anywhere) !== 'no';
}
