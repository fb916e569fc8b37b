/** What a pilot is compared by: the feedbacks of a period, each with the group and brand it belongs to. */
import type { App } from '../app.ts';
import { type Feedback, isCounted, ratedAt, ticketOfKey } from '../care/feedback.ts';
import type { Place, PlacedFeedback } from '../care/pilot.ts';
import { readRecent } from '../zendesk/feedbackLists.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { paced } from './paced.ts';

export interface PilotReading {
  placed: PlacedFeedback[];
  /** Everything there is was read; else these are the ones changed last. */
  isWhole: boolean;
  since: number;
  /** Epoch milliseconds of the account's clock. */
  asOf: number;
}

/** Records read at most: ten thousand. */
export const mostPages = 100;

interface Control {
  /** Pages of a hundred records at most. */
  pages?: number;
  /** Milliseconds of any clock that runs. */
  clock: () => number;
}

/**
 * Feedbacks rated at `since` or later, epoch milliseconds: a call for each hundred records changed since, in the
 * background, and one for each hundred tickets whose place no record tells. Throws `Failure`.
 */
export async function readPilot(
  app: App,
  since: number,
  { pages = mostPages, clock }: Control,
): Promise<PilotReading> {
  const calm = paced(app, clock);
  const found = new Map<string, Feedback>();
  let after: string | null = null;
  let isWhole = false;
  for (let read = 0; read < pages && !isWhole; read += 1) {
    const page = await readRecent(calm.zendesk.http, after, 'background');
    for (const { feedback } of page.rows) if (isWanted(feedback, since)) found.set(feedback.key, feedback);
    after = page.next;
    // A record changes when its rating is seen, and not before; records know no finer time than a second.
    isWhole = after === null || page.rows.some(({ updatedAt }) => updatedAt < since - 1_000);
  }
  const placed = await placesOf(calm, [...found.values()]);
  return { placed, isWhole, since, asOf: app.now() };
}

const isWanted = (feedback: Feedback, since: number) =>
  isCounted(feedback) && (ratedAt(feedback) ?? Number.NEGATIVE_INFINITY) >= since;

/** The group at the rating where the history proved it, else the ticket's own of today; brands are the ticket's. */
async function placesOf(app: App, feedbacks: readonly Feedback[]): Promise<PlacedFeedback[]> {
  const needsBrand = app.configuration.pilot.brandIds.length > 0;
  const asked = feedbacks.filter((feedback) => needsBrand || groupOf(feedback) === null);
  const tickets = await readTickets(
    app.zendesk.http,
    asked.flatMap(({ key }) => ticketOfKey(key) ?? []),
    'background',
  );
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return feedbacks.map((feedback) => {
    const ticket = byId.get(ticketOfKey(feedback.key) ?? '');
    return { feedback, place: placeOf(groupOf(feedback), ticket, needsBrand) };
  });
}

function placeOf(
  groupId: string | null,
  ticket: { group_id: string | null; brand_id: string | null } | undefined,
  needsBrand: boolean,
): Place | null {
  if (ticket) return { groupId: groupId ?? ticket.group_id, brandId: ticket.brand_id };
  return groupId !== null && !needsBrand ? { groupId, brandId: null } : null;
}

const groupOf = ({ attribution }: Feedback) => attribution?.groupId ?? null;
