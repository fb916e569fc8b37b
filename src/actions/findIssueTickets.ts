/** The tickets an issue's own search finds, so that those nobody rated count as handled. */
import type { App } from '../app.ts';
import type { Period } from '../care/insights/question.ts';
import type { FoundTickets } from '../care/issues/issueFigures.ts';
import { exportTickets } from '../zendesk/exportedTickets.ts';

/** Pages of a hundred read at most. */
const mostPages = 30;
/** A ticket rated in the period may have been created so long before. */
const earlierMs = 60 * 86_400_000;

/**
 * Created in the period, or up to 60 days before it: feedbacks of the period may be about those. A call a hundred, in
 * the background, up to 3,000; the index lags by minutes. Throws `Failure`, `invalid` for a search Zendesk does not take.
 */
export async function findIssueTickets(app: App, query: string, { from, to }: Period): Promise<FoundTickets> {
  const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const asked = `${query} created>=${second(from - earlierMs)} created<${second(to)}`;
  const found: FoundTickets = { tickets: [], isCut: false };
  let pages = 0;
  for await (const { tickets, isLast } of exportTickets(app.zendesk.http, asked)) {
    for (const { id, created_at: createdAt, status } of tickets)
      if (createdAt !== null && createdAt < to && status !== 'deleted')
        found.tickets.push({ id: Number(id), createdAt });
    pages += 1;
    if (!isLast && pages >= mostPages) return { ...found, isCut: true };
  }
  return found;
}
