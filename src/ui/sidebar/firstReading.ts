/** What can be on its way before the first screen is drawn: the tab's memory of the ticket, and the first reading. */
import { readTicketFeedback, type TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { isOnScreen } from '../../actions/watchActivity.ts';
import type { App } from '../../app.ts';
import { isRemembered } from './remembered.ts';

export interface FirstReading {
  /** What the tab remembers, or else what was read, where that came in time for the first screen. */
  kept: TicketFeedback | null;
  /** The same, whenever it comes. */
  remembered: Promise<TicketFeedback | null>;
  /** `null` in a frame nobody sees. */
  reading: Promise<TicketFeedback> | null;
}

/** Milliseconds the first screen waits for something to show: a skeleton drawn for less would only flicker. */
const patience = 150;

/** `recalled` is what the hub was asked for before the app was made. */
export async function beginReading(
  app: App,
  ticketId: string,
  recalled: Promise<unknown>,
): Promise<FirstReading> {
  const remembered = recalled.then((kept) => (isRemembered(kept, ticketId) ? kept : null));
  const reading = isOnScreen() ? readTicketFeedback(app, ticketId, remembered) : null;
  // The screen hears of a failure when it takes the reading over.
  const read = (reading ?? remembered).catch(() => null);
  const soon = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const kept = await Promise.race([remembered.then((known) => known ?? read), read, soon]);
  return { kept, remembered, reading };
}
