/** What a rule sends to a webhook: nothing leaves the emulator, everything can be read at `GET webhooks`. */
import type { WebhookCall } from '../control.ts';
import type { World } from '../world/world.ts';

const mostKept = 5000;

const types = {
  json: 'application/json',
  xml: 'application/xml',
  form_encoded: 'application/x-www-form-urlencoded',
};

/** `null`: there is no such webhook, it is switched off, or it listens to events instead of rules. */
export function callWebhook(
  world: World,
  id: string,
  { at, ...sent }: Pick<WebhookCall, 'body' | 'ticketId' | 'sentBy'> & { at: number },
): WebhookCall | null {
  const webhook = world.webhooks.get(id);
  if (webhook?.status !== 'active' || !webhook.subscriptions.includes('conditional_ticket_events'))
    return null;
  const call: WebhookCall = {
    id: world.nextId('webhook_call'),
    at: new Date(at).toISOString(),
    webhookId: id,
    name: webhook.name,
    method: webhook.http_method,
    url: webhook.endpoint,
    headers: { 'content-type': types[webhook.request_format], ...webhook.custom_headers },
    ...sent,
  };
  world.webhookCalls.push(call);
  if (world.webhookCalls.length > mostKept) world.webhookCalls.shift();
  world.emit({ kind: 'outbox' });
  return call;
}
