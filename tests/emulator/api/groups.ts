/** Groups agents work in. */
import type { Group } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Call, type Family, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';

export const groups: Family = [
  { method: 'GET', path: '/api/v2/groups', allowed: 'agents', answer: listGroups },
  { method: 'GET', path: '/api/v2/groups/assignable', allowed: 'agents', answer: listGroups },
  { method: 'GET', path: '/api/v2/groups/count', allowed: 'agents', answer: countGroups },
  { method: 'GET', path: '/api/v2/groups/:id', allowed: 'agents', answer: showGroup },
  { method: 'GET', path: '/api/v2/users/:id/groups', allowed: 'agents', answer: groupsOfUser },
];

export function formatGroup(world: World, group: Group) {
  return {
    url: urlOf(world, `groups/${group.id}.json`),
    id: group.id,
    is_public: group.is_public,
    name: group.name,
    description: group.description,
    default: group.default,
    deleted: group.deleted,
    created_at: iso(group.created_at),
    updated_at: iso(group.updated_at),
  };
}

const standing = (world: World) => world.groups.filter((group) => !group.deleted);

function page(world: World, request: Request, items: Group[]) {
  const format = (group: Group) => formatGroup(world, group);
  return ok(pageOf(request, { name: 'groups', items, total: items.length, format }));
}

function listGroups({ world, request }: Call) {
  return page(world, request, standing(world));
}

function countGroups({ world }: Call) {
  return ok({ count: { value: standing(world).length, refreshed_at: iso(world.now()) } });
}

function showGroup({ world, params }: Call) {
  const group = world.groups.get(Number(params.id));
  if (!group) throw notFound();
  return ok({ group: formatGroup(world, group) });
}

function groupsOfUser({ world, params, request }: Call) {
  const id = Number(params.id);
  if (!world.users.has(id)) throw notFound();
  const own = new Set(world.memberships.filter((row) => row.user_id === id).map((row) => row.group_id));
  return page(
    world,
    request,
    standing(world).filter((group) => own.has(group.id)),
  );
}
