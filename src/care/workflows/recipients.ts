/** Who hears of a ticket: people, and the members of a group. */
import type { Configuration } from '../configuration.ts';
import type { GroupLeads, Workflow } from './workflow.ts';

export interface Recipients {
  /** Zendesk ids, each once, in ascending order. */
  userIds: string[];
  /** All members of this group as well; `null` for none. */
  groupId: string | null;
}

/** Of configuration or account: who leads what. */
export type LeadMap = { [K in 'leads' | 'otherLeads']: Readonly<Configuration[K]> };

/** Of a ticket in that group (`null`: in none). Groups nobody was named for go to `otherLeads`. */
export function recipientsOf({ to }: Workflow, groupId: string | null, map: LeadMap): Recipients {
  const leads = to.isLeads ? (leadsIn(map).get(groupId ?? '') ?? map.otherLeads) : [];
  return { userIds: [...new Set([...leads, ...to.userIds])].sort(byId), groupId: to.groupId };
}

/** By group; a group whose list is empty has no leads of its own. */
export function leadsIn({ leads }: LeadMap): Map<string, readonly string[]> {
  const named = leads.filter(({ userIds }) => userIds.length > 0);
  return new Map(named.reverse().map(({ groupId, userIds }: GroupLeads) => [groupId, userIds]));
}

export const isNobody = ({ userIds, groupId }: Recipients) => userIds.length === 0 && groupId === null;

/** The same for the same people: digests are put together by it. */
export const keyOfRecipients = ({ userIds, groupId }: Recipients) =>
  [...userIds, ...(groupId === null ? [] : [`g${groupId}`])].join('_');

/** Ids are numbers of up to 20 digits. */
export const byId = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
