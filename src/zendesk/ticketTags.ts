/** Adds tags to tickets: one at a time, or many in a job. Limits and shapes: reference/support-api.md §3.2. */
import * as v from 'valibot';
import type { Http } from './http.ts';
import { guardOf, outcomeOf, updateMany, type WriteOutcome } from './ticketWrites.ts';

export interface TagWrite {
  ticketId: string;
  /**
   * The ticket's own last change as it was read, epoch milliseconds: a later one refuses the write. `null` for tags that
   * belong there whatever changed; a job's work as well.
   */
  updatedAt: number | null;
  add: readonly string[];
  /** Taken away in the same update; a job's work, never a single call's. */
  remove?: readonly string[];
}

/** So many are written one by one; more go in a job. */
const mostSingle = 3;
/** Tickets one job takes. */
export const mostTagged = 100;

/**
 * What became of each, in their order: a call for each of up to three that only add, otherwise jobs of a hundred.
 * Tags that stand there already change nothing. Throws `Failure` where Zendesk did not come to decide.
 */
export async function addTags(http: Http, writes: readonly TagWrite[]): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  const isSingle = ({ updatedAt, remove = [] }: TagWrite) => updatedAt !== null && remove.length === 0;
  if (writes.length <= mostSingle && writes.every(isSingle))
    for (const write of writes) outcomes.push(await addToOne(http, write));
  else
    for (let from = 0; from < writes.length; from += mostTagged)
      outcomes.push(...(await updateMany(http, writes.slice(from, from + mostTagged).map(inputOf))));
  return outcomes;
}

/** A page of somebody between us and Zendesk says 200, too. */
const answered = v.object({ tags: v.array(v.unknown()) });

/** Without the guard two writers at once would lose each other's tags. */
function addToOne(http: Http, { ticketId, updatedAt, add }: TagWrite): Promise<WriteOutcome> {
  const url = `/api/v2/tickets/${ticketId}/tags.json`;
  const body = { tags: add, ...(updatedAt !== null && { ...guardOf(updatedAt), safe_update: 'true' }) };
  return http
    .send('PUT', url, body, answered, { priority: 'background' })
    .then(() => 'written' as const, outcomeOf);
}

const inputOf = ({ ticketId, updatedAt, add, remove = [] }: TagWrite) => ({
  id: Number(ticketId),
  additional_tags: add,
  ...(remove.length > 0 && { remove_tags: remove }),
  ...(updatedAt !== null && guardOf(updatedAt)),
});
