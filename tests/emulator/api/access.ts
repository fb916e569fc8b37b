/** Which tickets a caller may see, and what may be done with them: restrictions, light agents, custom roles. */
import type { CustomRole, Ticket, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { forbidden, notFound } from './http.ts';

/** Custom roles count on Enterprise plans only; light agents exist on every plan. */
export function roleOf(world: World, caller: User): CustomRole['configuration'] | null {
  if (caller.role === 'admin' || caller.custom_role_id === null) return null;
  const role = world.customRoles.get(caller.custom_role_id);
  if (!role || (!world.plan.includes('enterprise') && role.role_type === 0)) return null;
  return role.configuration;
}

export function isLightAgent(world: World, caller: User): boolean {
  return caller.role_type === 1 || roleOf(world, caller)?.light_agent === true;
}

export function canSee(world: World, caller: User, ticket: Ticket): boolean {
  if (ticket.deleted_at !== null) return false;
  if (caller.role === 'admin') return true;
  if (caller.role === 'end-user') return ticket.requester_id === caller.id;
  if (ticket.assignee_id === caller.id || ticket.requester_id === caller.id) return true;
  const restriction = restrictionOf(world, caller);
  if (restriction === 'groups') {
    return (
      world.memberships.find((row) => row.user_id === caller.id && row.group_id === ticket.group_id) !==
      undefined
    );
  }
  if (restriction === 'organization') {
    return caller.organization_id !== null && ticket.organization_id === caller.organization_id;
  }
  return restriction === null;
}

const accessNames: Record<string, User['ticket_restriction']> = {
  'within-groups': 'groups',
  'within-groups-and-public-groups': 'groups',
  'within-organization': 'organization',
  'assigned-only': 'assigned',
};

function restrictionOf(world: World, caller: User): User['ticket_restriction'] {
  const access = roleOf(world, caller)?.ticket_access;
  if (typeof access === 'string' && caller.ticket_restriction === null) return accessNames[access] ?? null;
  return caller.ticket_restriction;
}

/**
 * The ticket an address names.
 * @throws Refusal 404 where there is none or it was deleted, 403 outside the caller's restriction
 */
export function seenTicket(world: World, caller: User, id: string | undefined): Ticket {
  const ticket = /^\d+$/.test(id ?? '') ? world.tickets.get(Number(id)) : undefined;
  if (!ticket || ticket.deleted_at !== null) throw notFound();
  if (!canSee(world, caller, ticket)) throw forbidden();
  return ticket;
}

export function mayEdit(world: World, caller: User): boolean {
  return !isLightAgent(world, caller) && roleOf(world, caller)?.ticket_editing !== false;
}

export function mayEditTags(world: World, caller: User): boolean {
  return mayEdit(world, caller) && roleOf(world, caller)?.ticket_tag_editing !== false;
}

/** Internal notes are open to every agent who sees the ticket. */
export function mayCommentPublicly(world: World, caller: User): boolean {
  if (isLightAgent(world, caller) || caller.only_private_comments) return false;
  return roleOf(world, caller)?.ticket_comment_access !== 'none';
}

export function mayDelete(world: World, caller: User): boolean {
  if (caller.role === 'admin') return true;
  return roleOf(world, caller)?.ticket_deletion === true;
}

/** Agents may merge; on Enterprise their role has to name it. */
export function mayMerge(world: World, caller: User): boolean {
  if (caller.role === 'admin') return true;
  const role = roleOf(world, caller);
  return mayEdit(world, caller) && (role === null || role.ticket_merge === true);
}

/** What an administrator may, or an agent whose custom role names the permission. */
export function mayManage(world: World, caller: User, permission: string): boolean {
  return caller.role === 'admin' || roleOf(world, caller)?.[permission] === true;
}
