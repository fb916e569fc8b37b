/** The cases closed lately, for figures about them. */
import type { App } from '../app.ts';
import type { Feedback } from '../care/feedback.ts';
import { closedSince } from '../care/recovery.ts';
import { searchClosed } from '../zendesk/feedbackLists.ts';

export interface ClosedLately {
  feedbacks: Feedback[];
  /** Everything there is was read; else these are the ones changed last. */
  isWhole: boolean;
}

/**
 * Cases closed at `since` or later, account time in epoch milliseconds. One call for each `pages` of 100 changed
 * since then at most. Throws `Failure`.
 */
export async function readRecovery(app: App, since: number, pages = 1): Promise<ClosedLately> {
  const found = new Map<string, Feedback>();
  let after: string | null = null;
  let broken = 0;
  for (let read = 0; read < pages; read += 1) {
    // A record changes when its case is closed, and not before; a second earlier, as records know no finer time.
    const page = await searchClosed(app.zendesk.http, since - 1_000, after);
    for (const { feedback } of page.rows) found.set(feedback.key, feedback);
    broken += page.broken;
    after = page.next;
    if (after === null) break;
  }
  const feedbacks = closedSince([...found.values()], since);
  return { feedbacks, isWhole: after === null && broken === 0 };
}
