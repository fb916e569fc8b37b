/** The tickets of an account, parted by who hears of them: every rule that alerts is written once for each part. */
import {
  byId,
  isNobody,
  keyOfRecipients,
  type LeadMap,
  leadsIn,
  type Recipients,
  recipientsOf,
} from './recipients.ts';
import type { Workflow } from './workflow.ts';

export interface RuleSet {
  /** The smallest group of it, `other` for all groups that are not named, `all` where groups do not matter. */
  key: string;
  /** Tickets of these groups; `null` for all but those of `except`. */
  groupIds: readonly string[] | null;
  except: readonly string[];
  recipients: Recipients;
}

/** `groupIds`: only tickets of these; `null` for all. Sets nobody hears of are among them. */
export function ruleSetsOf(workflow: Workflow, map: LeadMap, groupIds: readonly string[] | null): RuleSet[] {
  const others = recipientsOf(workflow, null, map);
  if (workflow.channel === 'webhook' || !workflow.to.isLeads) return [wholeSet(groupIds, others)];
  const named = groupIds ?? [...leadsIn(map).keys()];
  const parts = new Map<string, RuleSet>();
  for (const groupId of [...new Set(named)].sort(byId)) {
    const recipients = recipientsOf(workflow, groupId, map);
    const same = keyOfRecipients(recipients);
    if (groupIds === null && same === keyOfRecipients(others)) continue;
    const known = parts.get(same) ?? { key: groupId, groupIds: [], except: [], recipients };
    parts.set(same, { ...known, groupIds: [...(known.groupIds ?? []), groupId] });
  }
  const sets = [...parts.values()];
  if (groupIds !== null) return sets;
  if (sets.length === 0) return [wholeSet(null, others)];
  const except = sets.flatMap((set) => set.groupIds ?? []).sort(byId);
  return [...sets, { key: 'other', groupIds: null, except, recipients: others }];
}

const wholeSet = (groupIds: readonly string[] | null, recipients: Recipients): RuleSet => ({
  key: 'all',
  groupIds: groupIds && [...new Set(groupIds)].sort(byId),
  except: [],
  recipients,
});

export const isHeard = ({ recipients }: RuleSet) => !isNobody(recipients);
