/** Who works in which group. */
import type { GroupMembership } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayManage } from './access.ts';
import { wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, invalid, noContent, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';

export const groupMemberships: Family = [
  { method: 'GET', path: '/api/v2/group_memberships', allowed: 'agents', answer: listAll },
  { method: 'POST', path: '/api/v2/group_memberships', allowed: 'agents', answer: addMembership },
  { method: 'GET', path: '/api/v2/group_memberships/assignable', allowed: 'agents', answer: listAssignable },
  { method: 'GET', path: '/api/v2/group_memberships/:id', allowed: 'agents', answer: showMembership },
  { method: 'DELETE', path: '/api/v2/group_memberships/:id', allowed: 'agents', answer: removeMembership },
  { method: 'GET', path: '/api/v2/users/:id/group_memberships', allowed: 'agents', answer: ofUser },
  { method: 'GET', path: '/api/v2/groups/:id/memberships', allowed: 'agents', answer: ofGroup },
];

function formatMembership(world: World, row: GroupMembership) {
  return {
    url: urlOf(world, `group_memberships/${row.id}.json`),
    id: row.id,
    user_id: row.user_id,
    group_id: row.group_id,
    default: row.default,
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  };
}

function page({ world, request }: Call, isListed: (row: GroupMembership) => boolean) {
  const items = world.memberships.filter(isListed);
  const format = (row: GroupMembership) => formatMembership(world, row);
  return ok(pageOf(request, { name: 'group_memberships', items, total: items.length, format }));
}

function listAll(call: Call) {
  return page(call, () => true);
}

function ofUser(call: Call) {
  return page(call, (row) => row.user_id === Number(call.params.id));
}

function ofGroup(call: Call) {
  return page(call, (row) => row.group_id === Number(call.params.id));
}

function listAssignable(call: Call) {
  return page(call, (row) => call.world.users.get(row.user_id)?.active === true);
}

function known({ world, params }: Call): GroupMembership {
  const row = world.memberships.get(Number(params.id));
  if (!row) throw notFound();
  return row;
}

function showMembership(call: Call) {
  return ok({ group_membership: formatMembership(call.world, known(call)) });
}

function addMembership({ world, caller, body }: Call) {
  if (!mayManage(world, caller, 'manage_group_memberships')) throw forbidden();
  const input = wrapped(body, 'group_membership');
  const user_id = Number(input.user_id);
  const group_id = Number(input.group_id);
  const user = world.users.get(user_id);
  if (!user || user.role === 'end-user' || !world.groups.has(group_id)) {
    throw invalid({ base: [{ description: 'User or group is invalid', error: 'InvalidValue' }] });
  }
  if (world.memberships.find((row) => row.user_id === user_id && row.group_id === group_id)) {
    throw invalid({ user_id: [{ description: 'User has already been taken', error: 'DuplicateValue' }] });
  }
  const at = world.now();
  const id = world.nextId('membership');
  const row = { id, user_id, group_id, default: false, created_at: at, updated_at: at };
  return created({ group_membership: formatMembership(world, world.memberships.put(row)) });
}

function removeMembership(call: Call) {
  if (!mayManage(call.world, call.caller, 'manage_group_memberships')) throw forbidden();
  call.world.memberships.remove(known(call).id);
  return noContent();
}
