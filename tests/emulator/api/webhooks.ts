/**
 * Webhooks, admins' alone. Those subscribed to `conditional_ticket_events` may be named by triggers and automations.
 * Source: the "Webhooks API" page of Zendesk's API reference.
 */
import type { Webhook } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { wrapped } from './body.ts';
import { type Call, created, type Endpoint, type Family, noContent, ok, Refusal } from './http.ts';
import { cursorPage } from './paging.ts';
import { iso, isoOrNull } from './stamps.ts';
import { readWebhook, refuse } from './webhookInput.ts';

const path = '/api/v2/webhooks';

export const webhooks: Family = [
  { method: 'GET', path, allowed: 'admins', answer: list },
  { method: 'POST', path, allowed: 'admins', answer: create },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: (call) => ok({ webhook: formatWebhook(webhookOf(call)) }),
  },
  change('PUT'),
  change('PATCH'),
  {
    method: 'DELETE',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: (call) => {
      call.world.webhooks.remove(webhookOf(call).id);
      return noContent();
    },
  },
];

/** Names and states are what lists are sorted by; otherwise the newest stands first. */
function list({ world, query, request }: Call) {
  const words = (query.get('filter[name_contains]') ?? '').toLowerCase();
  const status = query.get('filter[status]');
  const sort = query.get('sort') ?? '';
  const key = (['name', 'status'] as const).find((each) => each === sort.replace(/^-/, ''));
  if (sort !== '' && !key) throw refuse('sort must be one of name, -name, status, -status');
  const found = world.webhooks.filter(
    (one) => one.name.toLowerCase().includes(words) && (status === null || one.status === status),
  );
  const sign = sort.startsWith('-') ? -1 : 1;
  const items = key
    ? found.sort((a, b) => sign * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0))
    : found.reverse();
  return ok(cursorPage(new URL(request.url), { name: 'webhooks', items, format: formatWebhook }));
}

function create({ world, caller, body }: Call) {
  const webhook = world.webhooks.put({
    id: world.nextUlid(),
    ...readWebhook(wrapped(body, 'webhook')),
    created_by: caller.id,
    updated_by: null,
    created_at: world.now(),
    updated_at: null,
  });
  return created({ webhook: formatWebhook(webhook) });
}

/** PUT sends the whole webhook, PATCH what changes; both are answered without a body. */
function change(method: 'PUT' | 'PATCH'): Endpoint {
  return {
    method,
    path: `${path}/:id`,
    allowed: 'admins',
    answer: (call) => {
      const { world, caller, body } = call;
      const webhook = webhookOf(call);
      const known = method === 'PATCH' ? webhook : undefined;
      const input = readWebhook(wrapped(body, 'webhook'), known, webhook.subscriptions);
      world.webhooks.put({ ...webhook, ...input, updated_by: caller.id, updated_at: world.now() });
      return noContent();
    },
  };
}

function webhookOf({ world, params }: { world: World; params: Record<string, string> }): Webhook {
  const webhook = world.webhooks.get(params.id ?? '');
  if (webhook) return webhook;
  throw new Refusal(404, { errors: [{ code: 'WebhookNotFound', title: 'Webhook not found' }] });
}

/** The secret of `authentication` is told to nobody. */
function formatWebhook({ authentication, ...webhook }: Webhook) {
  const { type, add_position } = authentication ?? {};
  return {
    ...webhook,
    ...(authentication && { authentication: { type, add_position } }),
    created_at: iso(webhook.created_at),
    updated_at: isoOrNull(webhook.updated_at),
    created_by: String(webhook.created_by),
    updated_by: webhook.updated_by === null ? null : String(webhook.updated_by),
  };
}
