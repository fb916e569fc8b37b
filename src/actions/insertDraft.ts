/** Takes a text written beside the list along to a ticket, and puts it into that ticket's composer there. */
import type { App } from '../app.ts';
import { keep, recall } from './frames.ts';
import { textOfReply } from './keptReplies.ts';

/** Kept for the ticket's sidebar: no other frame reaches the ticket's composer. */
const nameOf = (ticketId: string) => `draft:insert:${ticketId}`;

/** `key` is the feedback whose text it is. */
export const keepForTicket = (app: App, ticketId: string, key: string, text: string): void =>
  keep(app, nameOf(ticketId), { key, text });

export interface BroughtText {
  key: string;
  text: string;
}

/** What somebody brought along for this ticket, `null` for nothing. */
export async function recallForTicket(app: App, ticketId: string): Promise<BroughtText | null> {
  const kept = (await recall(app, nameOf(ticketId))) as Partial<BroughtText> | null;
  const isText = typeof kept?.text === 'string' && typeof kept.key === 'string';
  return isText ? { key: String(kept.key), text: String(kept.text) } : null;
}

/**
 * Appends it to what is in the composer; nothing is sent. `false` where the host refused: then it stays kept. Only
 * a frame on the ticket may do so.
 */
export async function insertDraft(app: App, ticketId: string, { key, text }: BroughtText): Promise<boolean> {
  const isDone = await app.zendesk.client.invoke('comment.appendText', text).then(
    () => true,
    () => false,
  );
  if (isDone) {
    keep(app, nameOf(ticketId), null);
    keep(app, textOfReply(key), null);
  }
  return isDone;
}

export const dismissForTicket = (app: App, ticketId: string): void => keep(app, nameOf(ticketId), null);
