/** Leads the person to another place in Zendesk. The host does it; where it refuses, they stay where they are. */
import type { App } from '../app.ts';

/** The app's own name in Zendesk's addresses. */
const appName = 'feedback-loop';

const go = (app: App, ...place: unknown[]) =>
  app.zendesk.client.invoke('routeTo', ...place).then(
    () => true,
    () => false,
  );

/** Resolves `false` where the host refused. */
export const openTicket = (app: App, ticketId: string) => go(app, 'ticket', ticketId);

/** The triage page with the case of this ticket open. */
export const openTriage = (app: App, ticketId: string) => go(app, 'nav_bar', appName, `case/${ticketId}`);
