/** Internal notes of one ticket, the newest first. */
import * as v from 'valibot';
import { instant, optionalText, validOf } from './fields.ts';
import type { Http } from './http.ts';
import type { Priority } from './scheduler.ts';
import type { Note } from './scoreReadings.ts';

const comment = v.object({
  public: v.boolean(),
  plain_body: optionalText,
  body: optionalText,
  created_at: instant,
});
const page = v.object({
  comments: v.array(v.unknown()),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** Pages of 100 comments read at most. */
const mostPages = 5;

export interface Notes {
  notes: Note[];
  /** Are these all there are? */
  isWhole: boolean;
  /** Comments that could not be read. */
  broken: number;
}

/** Throws `Failure`. */
export async function readNotes(http: Http, ticketId: string, priority: Priority): Promise<Notes> {
  const notes: Note[] = [];
  let broken = 0;
  let after: string | null = null;
  for (let read = 0; read < mostPages; read += 1) {
    const params: Record<string, string | number> = {
      sort: '-created_at',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const url = `/api/v2/tickets/${ticketId}/comments.json`;
    const found: v.InferOutput<typeof page> = await http.get(url, page, { params, priority });
    const rows = validOf(comment, found.comments);
    broken += rows.broken;
    notes.push(
      ...rows.valid
        .filter((row) => !row.public)
        .map((row) => ({ body: row.plain_body ?? row.body ?? '', at: row.created_at })),
    );
    if (!found.meta.has_more || found.meta.after_cursor === null)
      return { notes, isWhole: broken === 0, broken };
    after = found.meta.after_cursor;
  }
  return { notes, isWhole: false, broken };
}
