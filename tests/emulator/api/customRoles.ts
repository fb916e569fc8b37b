/** Roles agents hold beside the plain ones; custom ones exist on Enterprise plans. */
import type { CustomRole } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayManage } from './access.ts';
import { isFields, wrapped } from './body.ts';
import { type Call, type Family, forbidden, notFound, ok } from './http.ts';
import { iso } from './stamps.ts';

export const customRoles: Family = [
  { method: 'GET', path: '/api/v2/custom_roles', allowed: 'agents', answer: listRoles },
  { method: 'GET', path: '/api/v2/custom_roles/:id', allowed: 'agents', answer: showRole },
  { method: 'PUT', path: '/api/v2/custom_roles/:id', allowed: 'agents', answer: changeRole },
];

/** What a role says where the account says nothing else. */
const usual = {
  chat_access: true,
  manage_business_rules: false,
  manage_ticket_fields: false,
  end_user_list_access: 'full',
  end_user_profile_access: 'readonly',
  explore_access: 'readonly',
  forum_access: 'readonly',
  macro_access: 'full',
  report_access: 'none',
  side_conversation_create: true,
  ticket_access: 'all',
  ticket_comment_access: 'public',
  ticket_deletion: false,
  ticket_editing: true,
  ticket_merge: false,
  ticket_tag_editing: true,
  user_view_access: 'readonly',
  view_access: 'full',
  light_agent: false,
  custom_objects: {},
};

function formatRole(world: World, role: CustomRole) {
  return {
    id: role.id,
    name: role.name,
    description: role.description,
    role_type: role.role_type,
    created_at: iso(role.created_at),
    updated_at: iso(role.updated_at),
    configuration: { ...usual, ...role.configuration },
    team_member_count: staffOf(world, role.id),
  };
}

function staffOf(world: World, roleId: number): number {
  const people = new Set([...world.memberships.values()].map((row) => row.user_id));
  return [...people].filter((id) => world.users.get(id)?.custom_role_id === roleId).length;
}

const isShown = (world: World) => (role: CustomRole) =>
  role.role_type !== 0 || world.plan.includes('enterprise');

function listRoles({ world }: Call) {
  const rows = world.customRoles.filter(isShown(world)).map((role) => formatRole(world, role));
  return ok({ custom_roles: rows, count: rows.length, next_page: null, previous_page: null });
}

function known({ world, caller, params }: Call): CustomRole {
  if (!mayManage(world, caller, 'manage_roles')) throw forbidden();
  const role = world.customRoles.get(Number(params.id));
  if (!role || !isShown(world)(role)) throw notFound();
  return role;
}

function showRole(call: Call) {
  return ok({ custom_role: formatRole(call.world, known(call)) });
}

function changeRole(call: Call) {
  const role = known(call);
  const input = wrapped(call.body, 'custom_role');
  const configuration = isFields(input.configuration) ? input.configuration : {};
  Object.assign(role, {
    name: typeof input.name === 'string' ? input.name : role.name,
    description: typeof input.description === 'string' ? input.description : role.description,
    configuration: { ...role.configuration, ...configuration },
    updated_at: call.world.now(),
  });
  return ok({ custom_role: formatRole(call.world, call.world.customRoles.put(role)) });
}
