/** Feedbacks recorded by older versions do not name their agents where they can be searched: now they do. */
import type { App } from '../app.ts';
import { nameOf } from '../zendesk/feedbackRecords.ts';
import { runJob } from '../zendesk/jobs.ts';
import { readListed } from '../zendesk/listedFeedbacks.ts';

/** Two calls a hundred. What is changed meanwhile is named by whoever changes it. Throws `Failure`. */
export async function renameSheetFeedbacks(app: App, keys: readonly string[]): Promise<void> {
  const { http } = app.zendesk;
  for (let from = 0; from < keys.length; from += 100) {
    const found = await readListed(http, keys.slice(from, from + 100));
    const items = found.map(({ feedback }) => ({ external_id: feedback.key, name: nameOf(feedback) }));
    if (items.length > 0)
      await runJob(http, 'fl_feedback', 'create_or_update_by_external_id', items, 'interactive');
  }
}
