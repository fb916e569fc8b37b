/** A first walk through the loop, shown on the dashboard. */
import type { InstalledApp, State } from '../control.ts';
import { storyTickets } from '../world/storyTickets.ts';
import type { World } from '../world/world.ts';

/** Lower case with dashes, as in the workspace's addresses: `Feedback Loop` → `feedback-loop`. */
export const slugOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();

export function tour(world: World, apps: InstalledApp[]): State['tour'] {
  const app = apps.find(({ locations }) => locations.nav_bar);
  const page = app ? `/agent/apps/${slugOf(app.name)}` : '/agent/dashboard';
  const fresh = storyTickets.fresh;
  const customer = world.tickets.get(fresh)?.requester_id ?? '';
  return [
    {
      title: 'Switch the app on',
      text: 'As the admin, open the app and let it create the storage it needs. It does so once.',
      href: `${page}?persona=admin`,
    },
    {
      title: 'Answer as the customer',
      text: 'A survey waits in the mailbox: give it a 2 and say why.',
      href: `/mailbox/${customer}`,
    },
    {
      title: 'See it as the agent',
      text: 'The ticket’s sidebar shows what the customer said. Say what it was about: agent, process or root cause.',
      href: `/agent/tickets/${fresh}?persona=agent`,
    },
    {
      title: 'Take the case as the lead',
      text: 'The case is in the list of the app’s page, with its due time. Take it and start working on it.',
      href: `${page}?persona=lead`,
    },
    {
      title: 'Meet a hard one',
      text: 'A customer had to explain it to four people. Read the conversation, then its feedback.',
      href: `/agent/tickets/${storyTickets.transfers}?persona=agent`,
    },
    {
      title: 'Try it small and dark',
      text: 'The same ticket in the dark scheme, with the narrowest sidebar.',
      href: `/agent/tickets/${storyTickets.transfers}?persona=agent&scheme=dark&width=320`,
    },
    {
      title: 'Break the network',
      text: 'In the panel, let an endpoint fail or time out, and see what the app says and keeps.',
      href: `/agent/tickets/${fresh}?persona=agent`,
    },
    {
      title: 'Move the clock',
      text: 'In the panel, move the clock by a day: surveys go out, due times pass, solved tickets close.',
      href: `${page}?persona=lead`,
    },
  ];
}
