/** Leads the person to another place in Zendesk. The host does it; where it refuses, they stay where they are. */
import type { App } from '../app.ts';

/** The installation's name as Zendesk's addresses spell it: `MyFeedback Loop_2` is `my-feedback-loop-2`. */
export const dashed = (title: string) =>
  title
    .trim()
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();

const go = (app: App, ...place: unknown[]) =>
  app.zendesk.client.invoke('routeTo', ...place).then(
    () => true,
    () => false,
  );

/** Resolves `false` where the host refused. */
export const openTicket = (app: App, ticketId: string) => go(app, 'ticket', ticketId);

/** The triage page with the case of this ticket open. Resolves `false` where the host refused. */
export const openTriage = (app: App, ticketId: string) =>
  go(app, 'nav_bar', dashed(app.zendesk.title), `case/${ticketId}`);
