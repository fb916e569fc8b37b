/** Which tickets the signed-in person may see: reference/support-api.md, users and custom roles. */
import * as v from 'valibot';
import { id, optionalText } from './fields.ts';
import type { Http } from './http.ts';

/** `own` is narrower than one's groups: assigned tickets, or an organisation's. */
export type TicketAccess = 'all' | 'groups' | 'own';

const me = v.object({
  user: v.object({
    ticket_restriction: optionalText,
    custom_role_id: v.optional(v.nullable(id), null),
    role_type: v.optional(v.nullable(v.number()), null),
  }),
});
const roles = v.object({
  custom_roles: v.array(
    v.object({
      id,
      configuration: v.fallback(v.object({ ticket_access: optionalText }), { ticket_access: null }),
    }),
  ),
});

/** Of `role_type`: the role is the account's own, and what it may see is said there. */
const customType = 0;

/** One call, two for people with a custom role; what the role says stays unknown where it may not be read. */
export async function readTicketAccess(http: Http): Promise<TicketAccess> {
  const { user } = await http.get('/api/v2/users/me.json', me, { priority: 'background' });
  if (user.ticket_restriction) return accessOf(user.ticket_restriction);
  if (user.role_type !== customType || user.custom_role_id === null) return 'all';
  const found = await http
    .get('/api/v2/custom_roles.json', roles, { priority: 'background' })
    .catch(() => null);
  const role = found?.custom_roles.find((one) => one.id === user.custom_role_id);
  return accessOf(role?.configuration.ticket_access ?? 'all');
}

/** `groups`, `within-groups` and what later versions add to them. */
function accessOf(restriction: string): TicketAccess {
  if (restriction === 'all') return 'all';
  return restriction.includes('groups') ? 'groups' : 'own';
}
