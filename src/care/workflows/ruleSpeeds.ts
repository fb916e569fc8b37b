/** How soon a workflow alerts, as its rules and what they cannot see let it. */
import type { AppReason, Speed } from './compileWorkflow.ts';
import type { RuleAccount } from './ruleAccount.ts';
import { budgetOf, isByRule } from './sending.ts';
import type { Workflow } from './workflow.ts';

interface Seen {
  /** Did the account let a rule be written that sees the conditions? */
  isFiring: boolean;
  /** Could one be written at all? */
  isExpressed: boolean;
  isEager: boolean;
  reasons: readonly AppReason[];
}

export function speedsOf(workflow: Workflow, account: RuleAccount, seen: Seen): Speed[] {
  const { isFiring, reasons } = seen;
  const own = ownReasons(workflow, account);
  const known = isFiring || !seen.isExpressed ? [...own, ...reasons] : own;
  const isUnsaid = !isFiring && known.every((why) => why === 'budget');
  const whys = [...new Set([...known, ...(isUnsaid ? (['account'] as const) : [])])];
  return [
    ...(isFiring ? firingSpeeds(workflow, seen) : []),
    ...whys.map((why): Speed => ({ code: 'app', why, isAll: !isFiring && why !== 'budget' })),
    ...reminderOf(workflow),
    { code: 'app', why: 'closed', isAll: false },
  ];
}

function ownReasons(workflow: Workflow, account: RuleAccount): AppReason[] {
  if (!isByRule(workflow)) return ['channel'];
  return [
    ...(workflow.hours === 'schedule' && !account.hasHours ? (['hours'] as const) : []),
    ...(budgetOf(workflow) === null ? [] : (['budget'] as const)),
  ];
}

function firingSpeeds(workflow: Workflow, { isEager }: Seen): Speed[] {
  const isHeld = budgetOf(workflow) !== null;
  const atOpening: Speed[] = workflow.hours === 'schedule' ? [{ code: 'at_opening', hours: 1 }] : [];
  const first: Speed = isHeld
    ? { code: 'hourly' }
    : { code: workflow.hours === 'schedule' ? 'in_hours' : 'at_once' };
  return [first, ...atOpening, ...(isEager ? [{ code: 'eager' } as const] : [])];
}

const reminderOf = (workflow: Workflow): Speed[] =>
  isByRule(workflow) && workflow.remindAfter !== null
    ? [{ code: 'reminder', hours: workflow.remindAfter }]
    : [];
