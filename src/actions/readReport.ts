/** What reports count, as columns. */
import type { App } from '../app.ts';
import { type Feedback, ticketOfKey } from '../care/feedback.ts';
import { type Columns, columnsOf } from '../care/insights/columns.ts';
import type { Period } from '../care/insights/question.ts';
import { nowhere, type Row, rowOf } from '../care/insights/row.ts';
import { readRecent } from '../zendesk/feedbackLists.ts';
import { readTickets } from '../zendesk/tickets.ts';

export interface ReportData {
  /** Every feedback whose moment lies in the period asked for, the left out ones included (`flags.isLeftOut`). */
  columns: Columns;
  /** Everything up to here is in it; epoch milliseconds of the account's clock. */
  asOf: number;
  /** Feedbacks from before could not all be had; `null` where they could. */
  since: number | null;
  /** Counted by other settings than today's; they are being counted anew. */
  isFormer: boolean;
  /** Records that could not be read. */
  broken: number;
}

/** Throws `Failure`. */
export async function readReport(app: App, { from, to }: Period): Promise<ReportData> {
  const found = new Map<string, Feedback>();
  const asOf = app.now();
  let after: string | null = null;
  let isWhole = false;
  for (let page = 0; page < 20 && !isWhole; page += 1) {
    const read = await readRecent(app.zendesk.http, after);
    for (const { feedback } of read.rows) if (!found.has(feedback.key)) found.set(feedback.key, feedback);
    after = read.next;
    isWhole = after === null || read.rows.some(({ updatedAt }) => updatedAt < from);
  }
  const ids = [...found.keys()].flatMap((key) => ticketOfKey(key) ?? []);
  const tickets = await readTickets(app.zendesk.http, ids, 'background');
  const placeOf = new Map(
    tickets.map(({ id, via, brand_id: brandId, group_id: groupId }) => [
      `ticket:${id}`,
      { channel: via.channel, brandId, groupId },
    ]),
  );
  const rows = [...found.values()]
    .map((feedback) => rowOf(feedback, placeOf.get(feedback.key) ?? nowhere, app.configuration))
    .filter((row): row is Row => row !== null && row.at * 1000 >= from && row.at * 1000 < to);
  return { columns: columnsOf(rows), asOf, since: isWhole ? null : from, isFormer: false, broken: 0 };
}
