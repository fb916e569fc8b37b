/** The account's own ticket fields, as far as a score could stand in them. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const field = v.object({
  id,
  title: v.string(),
  type: v.string(),
  active: v.optional(v.boolean(), true),
  removable: v.optional(v.boolean(), true),
});

export interface TicketField {
  id: string;
  title: string;
}

/** A number can be typed into or chosen in these. */
const types = ['integer', 'decimal', 'text', 'tagger', 'regexp'];

/** Zendesk recommends 400 at most; beyond this many pages of 100 the rest is left out. */
const mostPages = 8;

/** Active custom fields that may hold a number, by title. */
export async function readScoreFields(http: Http): Promise<TicketField[]> {
  const schema = v.object({
    ticket_fields: v.array(v.unknown()),
    meta: v.optional(
      v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
      { has_more: false },
    ),
  });
  const found: TicketField[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const answer: v.InferOutput<typeof schema> = await http.get('/api/v2/ticket_fields.json', schema, {
      params,
    });
    found.push(
      ...usableOf(field, answer.ticket_fields)
        .filter(isUsable)
        .map(({ id, title }) => ({ id, title })),
    );
    after = answer.meta.after_cursor ?? null;
    if (!answer.meta.has_more || !after) break;
  }
  return found.sort((a, b) => a.title.localeCompare(b.title));
}

const isUsable = ({ type, active, removable }: v.InferOutput<typeof field>) =>
  active && removable && types.includes(type);
