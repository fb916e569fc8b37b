/**
 * The mark an operation leaves on the ticket it changed. A comment cannot be written twice without being read twice:
 * where an answer was lost, the ticket's audits tell by this whether the comment arrived.
 */
import * as v from 'valibot';
import { instant, validOf } from './fields.ts';
import type { Http } from './http.ts';

/** Under which name the operation stands. */
export const mark = 'fl_operation';

/** Metadata of an update, external ids of a side conversation. */
export const markOf = (operation: string) => ({ [mark]: operation });

const audit = v.object({
  created_at: instant,
  metadata: v.fallback(v.object({ custom: v.optional(v.record(v.string(), v.unknown()), {}) }), {
    custom: {},
  }),
});
const auditPage = v.object({
  audits: v.array(v.unknown()),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});

/** Pages of a hundred updates read at most: more than that in a few minutes, and nobody can tell. */
const mostPages = 3;
/** Milliseconds by which this machine's idea of the account's time may be wrong. */
const clockSlack = 10 * 60_000;

/**
 * Is the operation among the ticket's updates since it went out (epoch milliseconds)? `null` where the audits do not
 * tell: some could not be read, or there are too many. Throws `Failure`.
 */
export async function isOnTicket(
  http: Http,
  ticketId: string,
  operation: string,
  since: number,
): Promise<boolean | null> {
  let after: string | null = null;
  let broken = 0;
  for (let read = 0; read < mostPages; read += 1) {
    const params: Record<string, string | number> = {
      sort: '-created_at',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const url = `/api/v2/tickets/${ticketId}/audits.json`;
    const page: v.InferOutput<typeof auditPage> = await http.get(url, auditPage, { params });
    const rows = validOf(audit, page.audits);
    broken += rows.broken;
    if (rows.valid.some(({ metadata }) => metadata.custom[mark] === operation)) return true;
    const isWhole = !page.meta.has_more || page.meta.after_cursor === null;
    const isBack = rows.valid.some(({ created_at }) => created_at < since - clockSlack);
    if (isWhole || isBack) return broken === 0 ? false : null;
    after = page.meta.after_cursor;
  }
  return null;
}
