/** The account's webhooks. Admins, and roles that may manage them. Shapes: reference/support-api.md §5.3. */
import * as v from 'valibot';
import { id, usableOf } from './fields.ts';
import type { Http } from './http.ts';

const webhook = v.object({
  id,
  name: v.string(),
  status: v.string(),
  subscriptions: v.fallback(v.array(v.string()), []),
});
const page = v.object({
  webhooks: v.array(v.unknown()),
  meta: v.optional(
    v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
  ),
});

export interface Webhook {
  id: string;
  name: string;
  isActive: boolean;
}

/** Pages of a hundred read at most. */
const mostPages = 5;
/** What a webhook listens to that triggers and automations may call; the others hear events by themselves. */
const fromRules = 'conditional_ticket_events';

/** Those a trigger may call, by name. A call a hundred. Throws `Failure`. */
export async function readWebhookList(http: Http): Promise<Webhook[]> {
  const found: Webhook[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const params: Record<string, string | number> = {
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const read: v.InferOutput<typeof page> = await http.get('/api/v2/webhooks', page, { params });
    for (const { id: key, name, status, subscriptions } of usableOf(webhook, read.webhooks))
      if (subscriptions.includes(fromRules)) found.push({ id: key, name, isActive: status === 'active' });
    after = read.meta?.has_more ? read.meta.after_cursor : null;
    if (after === null) break;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
