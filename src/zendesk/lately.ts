/** What came in lately, in at most two calls each: examples for whoever chooses where scores come from. */
import * as v from 'valibot';
import { id, validOf } from './fields.ts';
import type { Http } from './http.ts';
import { readTicketEvents, type TicketNote } from './incremental.ts';
import { type Ticket, ticketSchema } from './tickets.ts';

const meta = v.optional(
  v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
  { has_more: false, after_cursor: null },
);

const most = 2;

/** Pages of a list, newest first, as far as two calls reach. */
async function pagesOf(http: Http, url: string, name: string, params: Record<string, string | number>) {
  const rows: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < most; page += 1) {
    const schema = v.looseObject({ [name]: v.array(v.unknown()), meta });
    const asked: Record<string, string | number> = { ...params, ...(after && { 'page[after]': after }) };
    const answer: { [name: string]: unknown } = await http.get(url, schema, { params: asked });
    rows.push(...v.parse(v.array(v.unknown()), answer[name]));
    const turned = v.parse(meta, answer.meta);
    after = turned.after_cursor;
    if (!turned.has_more || after === null) break;
  }
  return rows;
}

/** Up to 200 tickets, the one changed last first; rows that cannot be read are left out. */
export async function readLatestTickets(http: Http): Promise<Ticket[]> {
  const params = { sort: '-updated_at', 'page[size]': 100 };
  return validOf(ticketSchema, await pagesOf(http, '/api/v2/tickets.json', 'tickets', params)).valid;
}

/** A number somebody chose in the survey. */
export interface LatestAnswer {
  /** `null` for a conversation whose ticket is not known. */
  ticketId: string | null;
  questionId: string;
  value: number;
}

const response = v.object({
  subjects: v.fallback(v.array(v.object({ id, type: v.string() })), []),
  answers: v.fallback(v.nullable(v.array(v.unknown())), []),
});
const answer = v.object({ rating: v.number(), question: v.object({ id }) });

/** Numbers in the surveys sent last. Admins only. */
export async function readLatestAnswers(http: Http): Promise<LatestAnswer[]> {
  const params = { sort: '-id', 'page[size]': 50 };
  const rows = await pagesOf(http, '/api/v2/guide/survey_responses', 'survey_responses', params);
  return validOf(response, rows).valid.flatMap(({ subjects, answers }) => {
    const ticketId = subjects.find(({ type }) => type !== 'conversation')?.id ?? null;
    const given = validOf(answer, answers ?? []).valid;
    return given.map(({ rating, question }) => ({ ticketId, questionId: question.id, value: rating }));
  });
}

const day = 24 * 3_600_000;

/**
 * Internal notes written lately, the newest first: those of the last day, or of the last thirty where that day has
 * none. Admins only. `now` in epoch milliseconds.
 */
export async function readLatestNotes(http: Http, now: number): Promise<TicketNote[]> {
  const recent = await readNotesSince(http, now - day);
  return recent.length > 0 ? recent : readNotesSince(http, now - 30 * day);
}

/** The first page alone: examples, not a reading. */
async function readNotesSince(http: Http, since: number): Promise<TicketNote[]> {
  for await (const { notes } of readTicketEvents(http, since, { hasComments: true })) return notes.reverse();
  return [];
}
