/** Who leads: a setting of the account, not a role of Zendesk. */
import type { Configuration } from './configuration.ts';

/** Admins, and everybody named as a lead of a group or of all others. What others should not see is not fetched. */
export function isLead(
  user: { id: string; isAdmin: boolean },
  { leads, otherLeads }: Pick<Configuration, 'leads' | 'otherLeads'>,
): boolean {
  return user.isAdmin || [...leads.flatMap(({ userIds }) => userIds), ...otherLeads].includes(user.id);
}
