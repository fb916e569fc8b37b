/** The feedbacks behind a number, as far as this person may see them. */
import type { App } from '../app.ts';
import { caseScore } from '../care/caseScore.ts';
import { ratedAt, ticketOfKey } from '../care/feedback.ts';
import type { Bucket } from '../care/ledger.ts';
import type { Rating } from '../care/rating.ts';
import { readListed } from '../zendesk/listedFeedbacks.ts';
import { readTickets } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';

export interface Behind {
  key: string;
  /** `null` while only a conversation is known. */
  ticketId: string | null;
  subject: string | null;
  /** `null` where the name could not be had. */
  customer: string | null;
  /** The score a list names it by, higher = better. */
  score: Rating | null;
  bucket: Bucket | null;
  topic: string | null;
  /** When the customer answered, else when it was opened or categorised; epoch milliseconds. */
  at: number | null;
}

export interface BehindPage {
  /** In the order of the keys. */
  rows: Behind[];
  /** Those the person may not see, and those that are gone. */
  hidden: number;
}

/** Three calls a hundred; without `hasNames` two, and no name of anybody. Throws `Failure`. */
export async function readBehind(
  app: App,
  keys: readonly string[],
  { hasNames = true }: { hasNames?: boolean } = {},
): Promise<BehindPage> {
  const { http } = app.zendesk;
  if (keys.length === 0) return { rows: [], hidden: 0 };
  const [listed, tickets] = await Promise.all([
    readListed(http, keys),
    readTickets(
      http,
      keys.flatMap((key) => ticketOfKey(key) ?? []),
    ),
  ]);
  const ticketById = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const feedbackByKey = new Map(listed.map(({ feedback }) => [feedback.key, feedback]));
  const customers = tickets.flatMap(({ requester_id: id }) => id ?? []);
  const names = hasNames ? await readNames(http, customers).catch(() => ({})) : {};
  const nameOf = (id: string | null) => (names as Record<string, string>)[id ?? ''] ?? null;
  const rows = keys.flatMap((key): Behind[] => {
    const feedback = feedbackByKey.get(key);
    const ticketId = ticketOfKey(key);
    const ticket = ticketById.get(ticketId ?? '');
    if (!feedback || (ticketId !== null && !ticket)) return [];
    const { bucket, topic } = feedback;
    const at = ratedAt(feedback) ?? feedback.case?.openedAt ?? feedback.bucketAt;
    const score = caseScore(feedback, app.configuration);
    const customer = nameOf(ticket?.requester_id ?? null);
    return [{ key, ticketId, subject: ticket?.subject || null, customer, score, bucket, topic, at }];
  });
  return { rows, hidden: keys.length - rows.length };
}
