/** Feedbacks in a list's shape that somebody asks for by key, whatever lane they are in. */
import { type ListedFeedback, page, toPage } from './feedbackLists.ts';
import type { Http } from './http.ts';

/** Names one call takes. */
const most = 100;

/** Those there are, in no order; one call a hundred, without the search index and its lag. Throws `Failure`. */
export async function readListed(http: Http, keys: readonly string[]): Promise<ListedFeedback[]> {
  const found: ListedFeedback[] = [];
  for (let from = 0; from < keys.length; from += most) {
    const names = keys.slice(from, from + most).join(',');
    const params = { 'filter[external_ids]': names, 'page[size]': most };
    const answer = await http.get('/api/v2/custom_objects/fl_feedback/records', page, { params });
    found.push(...toPage(answer).rows);
  }
  return found;
}
