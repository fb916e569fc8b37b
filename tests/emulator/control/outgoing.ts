/** What the account has sent beside mails: calls of webhooks, messages to chat tools. */
import type { ChannelMessage, WebhookCall } from '../control.ts';
import type { ControlDesk } from './desk.ts';

/** Newest first, all or those of one webhook by its name. */
export function readWebhookCalls(desk: ControlDesk, query: URLSearchParams): WebhookCall[] {
  const name = query.get('name');
  const calls = desk.world().webhookCalls;
  return calls.filter((call) => name === null || call.name === name).reverse();
}

/** Newest first. */
export const readMessages = (desk: ControlDesk): ChannelMessage[] =>
  desk.world().channelMessages.toReversed();
