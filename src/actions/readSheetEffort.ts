/** What tickets nobody rated took, and those of the rest of the team: asked for, since it takes calls. */
import type { App } from '../app.ts';
import { type Effort, effortOf } from '../care/coaching/effort.ts';
import { ticketOfKey } from '../care/feedback.ts';
import type { Period } from '../care/insights/question.ts';
import { readTicketsWithEffort, searchSolvedBy } from '../zendesk/sheetTickets.ts';

/** Tickets looked at for a comparison: two calls. */
export const mostCompared = 200;

/** Of the newest of these feedbacks' tickets. Throws `Failure`. */
export async function readTeamEffort(app: App, keys: readonly string[]): Promise<Effort> {
  const ids = keys.flatMap((key) => ticketOfKey(key) ?? []).slice(0, mostCompared);
  const blocks = [ids.slice(0, 100), ids.slice(100)];
  const read = await Promise.all(blocks.map((block) => readTicketsWithEffort(app.zendesk.http, block)));
  return effortOf(read.flat().flatMap(({ effort }) => effort ?? []));
}

/** Of the agent's newest hundred solved tickets that are not among the rated ones; two calls. Throws `Failure`. */
export async function readUnratedEffort(
  app: App,
  agentId: string,
  { from, to }: Period,
  rated: ReadonlySet<string>,
): Promise<Effort> {
  const { http } = app.zendesk;
  const ids = await searchSolvedBy(http, agentId, from, to);
  const unrated = ids.filter((id) => !rated.has(`ticket:${id}`));
  return effortOf((await readTicketsWithEffort(http, unrated)).flatMap(({ effort }) => effort ?? []));
}
