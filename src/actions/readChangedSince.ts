/** Feedbacks by when their records were last written, as far back as a moment. */
import { type ChangedFeedback, type Recent, readRecent } from '../zendesk/feedbackLists.ts';
import type { Http } from '../zendesk/http.ts';

/** Of a hundred changes each; what lies behind is left out. A sync after a weekend writes thousands at once. */
const mostPages = 50;

/** Newest first, with some that are older; the first hundred alone where `since` is 0. Epoch milliseconds. */
export async function readChangedSince(http: Http, since: number): Promise<ChangedFeedback[]> {
  const rows: ChangedFeedback[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const recent: Recent = await readRecent(http, after, 'background');
    rows.push(...recent.rows);
    after = recent.next;
    const isReached = (recent.rows.at(-1)?.updatedAt ?? 0) <= since;
    if (after === null || isReached || since === 0) break;
  }
  return rows;
}
