/** Whose sheets somebody may open besides their own. */
import type { Configuration } from '../configuration.ts';

export interface Reach {
  /** Admins: everybody's. */
  isAll: boolean;
  /** Groups somebody leads by name. */
  groups: string[];
  /** Leads all groups nobody is named for, and work of no group. */
  hasOthers: boolean;
  /** Groups somebody is named for. */
  named: string[];
}

/** `null` for agents, who have their own sheet alone; for everybody where agents' figures are hidden. */
export function reachOf(
  user: { id: string; isAdmin: boolean },
  { leads, otherLeads, hidesAgents }: Pick<Configuration, 'leads' | 'otherLeads' | 'hidesAgents'>,
): Reach | null {
  if (hidesAgents) return null;
  const groups = leads.filter(({ userIds }) => userIds.includes(user.id)).map(({ groupId }) => groupId);
  const hasOthers = otherLeads.includes(user.id);
  if (!user.isAdmin && groups.length === 0 && !hasOthers) return null;
  const named = leads.filter(({ userIds }) => userIds.length > 0).map(({ groupId }) => groupId);
  return { isAll: user.isAdmin, groups, hasOthers, named };
}

export function reaches({ isAll, groups, hasOthers, named }: Reach, groupId: string | null): boolean {
  if (isAll || (groupId !== null && groups.includes(groupId))) return true;
  return hasOthers && (groupId === null || !named.includes(groupId));
}

/** Those who lead an agent who works in these groups; admins need not be named. Each once. */
export function leadsOf(
  groupIds: readonly string[],
  { leads, otherLeads }: Pick<Configuration, 'leads' | 'otherLeads'>,
): string[] {
  const own = groupIds.map((id) => leads.find(({ groupId }) => groupId === id)?.userIds ?? []);
  const isUnled = groupIds.length === 0 || own.some((ids) => ids.length === 0);
  return [...new Set([...own.flat(), ...(isUnled ? otherLeads : [])])];
}
