/** What only tickets tell of feedbacks: where they came in. */
import type { RowPlace } from '../care/insights/row.ts';
import type { Http } from '../zendesk/http.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { readTickets } from '../zendesk/tickets.ts';

/** By feedback key, a hundred a call; tickets this person may not see are missing. Throws `Failure`. */
export async function readTicketPlaces(
  http: Http,
  ticketIds: readonly string[],
  priority: Priority = 'background',
): Promise<Map<string, RowPlace>> {
  const tickets = await readTickets(http, ticketIds, priority);
  return new Map(
    tickets.map(({ id, via, brand_id: brandId, group_id: groupId }) => [
      `ticket:${id}`,
      { channel: via.channel, brandId, groupId },
    ]),
  );
}
