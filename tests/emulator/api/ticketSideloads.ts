/** What comes along with tickets on `include=`. */
import type { Ticket } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { formatGroup } from './groups.ts';
import { formatOrganization } from './organizations.ts';
import { formatMetrics } from './ticketMetrics.format.ts';
import { formatUser } from './users.format.ts';

/** `users`, `groups`, `organizations` and `metric_sets`, each thing once. */
export function sideloads(world: World, tickets: Ticket[], query: URLSearchParams): Record<string, unknown> {
  const wanted = new Set((query.get('include') ?? '').split(','));
  const loaded: Record<string, unknown> = {};
  if (wanted.has('users')) {
    loaded.users = each(
      tickets.flatMap((ticket) => [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]),
      (id) => world.users.get(id),
    ).map((user) => formatUser(world, user));
  }
  if (wanted.has('groups')) {
    loaded.groups = each(
      tickets.map((ticket) => ticket.group_id),
      (id) => world.groups.get(id),
    ).map((group) => formatGroup(world, group));
  }
  if (wanted.has('organizations')) {
    loaded.organizations = each(
      tickets.map((ticket) => ticket.organization_id),
      (id) => world.organizations.get(id),
    ).map((organization) => formatOrganization(world, organization));
  }
  if (wanted.has('metric_sets')) {
    loaded.metric_sets = tickets.map((ticket) => formatMetrics(world, ticket));
  }
  return loaded;
}

function each<T>(ids: (number | null)[], get: (id: number) => T | undefined): T[] {
  const known = new Set(ids.filter((id) => id !== null));
  return [...known].flatMap((id) => get(id) ?? []);
}
