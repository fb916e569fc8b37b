/** Tickets found through the account's API, as the lists of the workspace show them. */
import type { Desk, TicketJson } from '../desk.ts';
import { words } from './words.ts';

export interface TicketPageJson {
  count: number;
  tickets: TicketJson[];
}
export type Satisfaction = 'any' | 'bad' | 'good' | 'offered';

export const pageSize = 25;

/** The answer's JSON; an Error with a sentence when the API refuses, is silent or sends something else. */
export async function readJson(desk: Desk, path: string): Promise<unknown> {
  const answer = await desk.api(path).catch(() => null);
  if (!answer) throw new Error(words.problem.apiSilent);
  if (!answer.ok) throw new Error(words.problem.apiRefused(answer.status));
  return answer.json().catch(() => {
    throw new Error(words.problem.apiBroken);
  });
}

export function searchPath(text: string, satisfaction: Satisfaction, page: number, perPage: number): string {
  const terms = ['type:ticket', satisfaction === 'any' ? '' : `satisfaction:${satisfaction}`, text.trim()];
  const query = new URLSearchParams({
    query: terms.filter(Boolean).join(' '),
    sort_by: 'updated_at',
    sort_order: 'desc',
    page: String(page),
    per_page: String(perPage),
  });
  return `/api/v2/search?${query}`;
}

/** Runs one search; `count` is of all pages. */
export async function findTickets(desk: Desk, path: string): Promise<TicketPageJson> {
  const answer = (await readJson(desk, path)) as { results?: TicketJson[]; count?: number };
  const tickets = answer.results ?? [];
  return { tickets, count: answer.count ?? tickets.length };
}

/** `good`, `bad`, `offered` or nothing. */
export function ratingOf(ticket: TicketJson): string | null {
  const rating = ticket.satisfaction_rating;
  if (typeof rating !== 'object' || rating === null || !('score' in rating)) return null;
  return typeof rating.score === 'string' && rating.score !== 'unoffered' ? rating.score : null;
}
