/** One agent's feedbacks of a period, read alone: nobody else's are asked for. */
import type { App } from '../app.ts';
import { creditOf } from '../care/attribution.ts';
import type { TicketEffort } from '../care/coaching/effort.ts';
import { partakersOf } from '../care/coaching/partakers.ts';
import { reachOf } from '../care/coaching/reach.ts';
import { Failure } from '../care/failure.ts';
import { type Feedback, ticketOfKey } from '../care/feedback.ts';
import type { Period } from '../care/insights/question.ts';
import { nowhere, type Row, rowOf } from '../care/insights/row.ts';
import { searchFeedbacksOf } from '../zendesk/sheets.ts';
import { readTicketsWithEffort, type TicketWithEffort } from '../zendesk/sheetTickets.ts';

export interface SheetData {
  /** Credited to the agent, left out ones included. */
  rows: Row[];
  /** Credited to the agent until a lead accepted a dispute. */
  moved: Row[];
  /** Of rated tickets, by key. */
  efforts: Map<string, TicketEffort>;
  /** Customers' words, by key, as Zendesk shows them to whoever asks. Never stored. */
  comments: Map<string, string>;
  /** There is more than could be read: feedbacks, or their tickets. */
  isCut: boolean;
  broken: number;
  asOf: number;
}

/** Pages of a hundred feedbacks, and of a hundred tickets. */
const mostPages = 10;
const mostTicketPages = 5;

/** Whose sheet may be opened; nothing is asked of Zendesk otherwise. */
export function mayOpenSheet({ user, configuration }: App, agentId: string): boolean {
  if (configuration.hidesAgents) return false;
  return agentId === user.id || reachOf(user, configuration) !== null;
}

/** A call a hundred feedbacks and one a hundred tickets. Throws `Failure`; `forbidden` without any call. */
export async function readSheet(app: App, agentId: string, period: Period): Promise<SheetData> {
  if (!mayOpenSheet(app, agentId)) throw new Failure('forbidden', { message: 'somebody else’s sheet' });
  const asOf = app.now();
  const { feedbacks, isCut, broken } = await feedbacksOf(app, agentId, period);
  const ids = feedbacks.flatMap(({ key }) => ticketOfKey(key) ?? []);
  const tickets = await ticketsOf(app, ids);
  const { rows, moved } = rowsOf(app, agentId, period, feedbacks, tickets);
  const own = new Set([...rows, ...moved].map(({ key }) => key));
  const about = [...tickets].filter(([key]) => own.has(key));
  return {
    rows,
    moved,
    efforts: new Map(about.flatMap(([key, { effort }]) => (effort ? [[key, effort] as const] : []))),
    comments: new Map(
      about.flatMap(([key, { ticket }]) => {
        const words = ticket.satisfaction_rating?.comment?.trim();
        return words ? [[key, words] as const] : [];
      }),
    ),
    isCut: isCut || ids.length > mostTicketPages * 100,
    broken,
    asOf,
  };
}

async function feedbacksOf(app: App, agentId: string, { from }: Period) {
  const found = new Map<string, Feedback>();
  let after: string | null = null;
  let broken = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await searchFeedbacksOf(app.zendesk.http, agentId, from, after);
    broken += read.broken;
    for (const { feedback } of read.rows)
      if (partakersOf(feedback).includes(agentId) && !found.has(feedback.key))
        found.set(feedback.key, feedback);
    after = read.next;
    if (after === null) break;
  }
  return { feedbacks: [...found.values()], isCut: after !== null, broken };
}

/** By the feedback's key; the latest changed first. */
async function ticketsOf(app: App, ids: readonly string[]): Promise<Map<string, TicketWithEffort>> {
  const blocks = Array.from({ length: Math.min(mostTicketPages, Math.ceil(ids.length / 100)) }, (_, page) =>
    ids.slice(page * 100, page * 100 + 100),
  );
  const read = await Promise.all(blocks.map((block) => readTicketsWithEffort(app.zendesk.http, block)));
  return new Map(read.flat().map((one) => [`ticket:${one.ticket.id}`, one]));
}

function rowsOf(
  { configuration }: App,
  agentId: string,
  { from, to }: Period,
  feedbacks: readonly Feedback[],
  tickets: ReadonlyMap<string, TicketWithEffort>,
) {
  const rows: Row[] = [];
  const moved: Row[] = [];
  for (const feedback of feedbacks) {
    const ticket = tickets.get(feedback.key)?.ticket;
    const place = ticket
      ? { channel: ticket.via.channel, brandId: ticket.brand_id, groupId: ticket.group_id }
      : nowhere;
    const row = rowOf(feedback, place, configuration);
    if (!row || row.at * 1000 < from || row.at * 1000 >= to) continue;
    if (row.agentId === agentId) rows.push(row);
    else if (
      feedback.dispute?.state === 'accepted' &&
      creditOf(feedback.attribution, configuration.attributionRule) === agentId
    )
      moved.push(row);
  }
  return { rows, moved };
}
