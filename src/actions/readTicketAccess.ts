/** Which tickets, and so whose customers' words, the signed-in person may see. */
import type { App } from '../app.ts';
import { readTicketAccess as read, type TicketAccess } from '../zendesk/ticketAccess.ts';

export type { TicketAccess };

/** Admins see all. Throws `Failure`. */
export const readTicketAccess = async (app: App): Promise<TicketAccess> =>
  app.user.isAdmin ? 'all' : read(app.zendesk.http);
