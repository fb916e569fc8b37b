/** The roles agents hold; which people hold which is in people.ts. */
import type { CustomRole } from './entities.ts';

/** Roles by a short name. All but the light agents' count on Enterprise plans only. */
export const roleIds = { light: 5001, agent: 5002, ungranted: 5003, untagging: 5004 } as const;

/** Every role of the account, stamped `at`. */
export function makeRoles(at: number): CustomRole[] {
  const custom = { role_type: 0, created_at: at, updated_at: at };
  const usual = { ticket_access: 'all', ticket_editing: true, ticket_tag_editing: true, ticket_merge: true };
  return [
    {
      ...custom,
      id: roleIds.light,
      name: 'Light agent',
      description: 'Can view and add private comments to tickets',
      role_type: 1,
      configuration: {
        light_agent: true,
        ticket_access: 'all',
        ticket_comment_access: 'none',
        ticket_editing: false,
      },
    },
    {
      ...custom,
      id: roleIds.agent,
      name: 'Staff',
      description: 'Works on tickets',
      configuration: { ...usual },
    },
    {
      ...custom,
      id: roleIds.ungranted,
      name: 'Tickets only',
      description: 'Works on tickets, sees no custom objects',
      configuration: { ...usual },
    },
    {
      ...custom,
      id: roleIds.untagging,
      name: 'No tags',
      description: 'Works on tickets, may not edit tags',
      configuration: { ...usual, ticket_tag_editing: false },
    },
  ];
}
