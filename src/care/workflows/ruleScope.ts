/** Where a workflow looks and who of its recipients the account knows. */
import type { CompileProblem, CompileProblemCode } from './compileWorkflow.ts';
import type { LeadMap } from './recipients.ts';
import { actionOf, conditionOf, isListed, type RuleAccount } from './ruleAccount.ts';
import type { RuleContext, Scope } from './ruleFamilies.ts';
import { isHeard, ruleSetsOf } from './ruleSets.ts';
import { hasDigest, isByRule } from './sending.ts';
import type { Workflow } from './workflow.ts';

const problem = (code: CompileProblemCode, values: CompileProblem['values'] = {}): CompileProblem => ({
  code,
  values,
});

interface Known {
  workflow: Workflow;
  map: LeadMap;
  problems: CompileProblem[];
}

/** People and groups rules may mail to; the others are told and left out. */
export function knownPeople(workflow: Workflow, account: RuleAccount): Known {
  const isUser = (id: string) => isListed(actionOf(account, 'notification_user'), id);
  const isGroup = (id: string) => isListed(conditionOf(account, 'group_id'), id);
  const isMailed = isByRule(workflow) ? workflow.channel === 'mail' : hasDigest(workflow);
  if (!isMailed) return { workflow, map: account, problems: [] };
  const { to } = workflow;
  const mailsGroup = to.groupId !== null && isListed(actionOf(account, 'notification_group'), to.groupId);
  const leads = to.isLeads ? account.leads : [];
  const map = {
    leads: leads
      .filter(({ groupId }) => isGroup(groupId))
      .map(({ groupId, userIds }) => ({ groupId, userIds: userIds.filter(isUser) })),
    otherLeads: account.otherLeads.filter(isUser),
  };
  const named = [
    ...to.userIds,
    ...(to.isLeads ? account.otherLeads : []),
    ...leads.flatMap((one) => one.userIds),
  ];
  const groups = [
    ...(to.groupId === null || mailsGroup ? [] : [to.groupId]),
    ...leads.map((one) => one.groupId).filter((id) => !isGroup(id)),
  ];
  return {
    workflow: {
      ...workflow,
      to: { ...to, userIds: to.userIds.filter(isUser), groupId: mailsGroup ? to.groupId : null },
    },
    map,
    problems: [
      ...named.filter((id) => !isUser(id)).map((id) => problem('unknown_person', { id })),
      ...groups.map((id) => problem('unknown_group', { id })),
    ],
  };
}

/** The workflow's own places within the pilot's. `nowhere`: they have none in common, or the account knows none. */
export function scopeOf({ when }: Workflow, account: RuleAccount): Scope | 'nowhere' {
  const isGroup = (id: string) => isListed(conditionOf(account, 'group_id'), id);
  const isBrand = (id: string) => isListed(conditionOf(account, 'brand_id'), id);
  const groupIds = common(when.groupIds, account.pilot.groupIds)?.filter(isGroup) ?? null;
  const brandIds = common(when.brandIds, account.pilot.brandIds)?.filter(isBrand) ?? null;
  return groupIds?.length === 0 || brandIds?.length === 0 ? 'nowhere' : { groupIds, brandIds };
}

/** Of two lists, an empty one asks for nothing. */
function common(a: readonly string[], b: readonly string[]): string[] | null {
  if (a.length === 0 && b.length === 0) return null;
  const both = a.length === 0 || b.length === 0 ? [...a, ...b] : a.filter((id) => b.includes(id));
  return [...new Set(both)];
}

export function problemsOfSetting(context: RuleContext, scope: Scope | 'nowhere'): CompileProblem[] {
  const { workflow, account } = context;
  const { channel, hours, when } = workflow;
  const unknown = (code: CompileProblemCode, subject: string, ids: readonly string[]) =>
    ids.filter((id) => !isListed(conditionOf(account, subject), id)).map((id) => problem(code, { id }));
  return [
    ...unknown('unknown_group', 'group_id', when.groupIds),
    ...unknown('unknown_brand', 'brand_id', when.brandIds),
    ...(scope === 'nowhere' ? [problem('never')] : []),
    ...(hours === 'schedule' && !account.hasHours ? [problem('no_hours')] : []),
    ...(channel === 'webhook' && workflow.webhookId === null ? [problem('no_webhook')] : []),
    ...(channel === 'side_conversation' && workflow.sideTo === null ? [problem('no_side_target')] : []),
    ...(hasDigest(workflow) && account.digestFieldId === null ? [problem('no_digest_field')] : []),
    ...unheard(context, scope),
  ];
}

/** Tickets nobody would hear of. */
function unheard({ workflow, account }: RuleContext, scope: Scope | 'nowhere'): CompileProblem[] {
  if (workflow.channel === 'webhook' || workflow.channel === 'side_conversation' || scope === 'nowhere')
    return [];
  const sets = ruleSetsOf(workflow, account, scope.groupIds).filter((set) => !isHeard(set));
  if (sets.length === 0) return [];
  const groups = sets.flatMap(({ groupIds }) => groupIds ?? []).length;
  const isOther = sets.some(({ groupIds }) => groupIds === null);
  return [problem('no_recipient', { groups, other: isOther ? 1 : 0 })];
}
