/** What to do next for a customer, and why: the first proposal nobody declined. Rules only, nothing learnt. */
import { urgencyOf } from './due.ts';
import { type Case, type Feedback, isToCheck, ratedAt } from './feedback.ts';
import type { StepKind } from './ledger.ts';

/** Ids of sentences under `why`. */
export const stepReasons = [
  'suspected',
  'unassigned',
  'vip',
  'repeat',
  'half_gone',
  'late',
  'about_agent',
  'about_process',
  'about_root_cause',
  'no_cause',
  'no_contact',
  'no_answer',
  'refused',
  'tried_enough',
  'needs_fix',
  'reached',
] as const;
export type StepReason = (typeof stepReasons)[number];

export interface Step {
  kind: StepKind;
  reason: StepReason;
}

export interface Circumstances {
  /** The customer is one who goes first. */
  isVip: boolean;
  /** Let down before, not long ago. */
  isRepeat: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/** Tries without reaching anybody after which a case may end as it is. */
export const enoughTries = 3;

/** `null` where nothing is left to propose, or nothing is to be done. */
export function nextStep(feedback: Feedback, circumstances: Circumstances): Step | null {
  const current = feedback.case;
  if (!current || current.status === 'closed' || feedback.setAside !== null) return null;
  const isWanted = ({ kind }: Step) => !current.declined.includes(kind);
  return proposals(feedback, current, circumstances).find(isWanted) ?? null;
}

/** Best first. */
function proposals(feedback: Feedback, current: Case, given: Circumstances): Step[] {
  const doubt: Step[] = isToCheck(feedback) ? [{ kind: 'check_rating', reason: 'suspected' }] : [];
  const work = current.contactedAt === null ? toReach(feedback, current, given) : toEnd(feedback, current);
  return [...doubt, ...work];
}

/** Nobody has reached the customer yet. */
function toReach(feedback: Feedback, current: Case, given: Circumstances): Step[] {
  const last = current.lastContact;
  if (last?.result === 'refused') return [step('reply', 'refused'), step('close', 'refused')];
  if (current.contacts >= enoughTries) return [step('reply', 'tried_enough'), step('close', 'tried_enough')];
  if (current.contacts > 0) return [step('try_again', 'no_answer'), step('reply', 'no_answer')];
  return firstContact(feedback, current, given);
}

function firstContact(feedback: Feedback, current: Case, given: Circumstances): Step[] {
  const { bucket } = feedback;
  const urgent = urgentReason(feedback, current, given);
  const call: Step[] = urgent ? [step('call', urgent)] : [];
  const take: Step[] = current.ownerId === null ? [step('take', 'unassigned')] : [];
  const byCause: Record<string, Step[]> = {
    agent: [step('ask_agent', 'about_agent'), step('call', 'about_agent')],
    process: [step('call', 'about_process'), step('reply', 'about_process')],
    root_cause: [step('reply', 'about_root_cause'), step('call', 'about_root_cause')],
    none: [step('call', 'no_contact'), step('name_cause', 'no_cause')],
  };
  return [...call, ...take, ...(byCause[bucket ?? 'none'] ?? []), step('reply', 'no_contact')];
}

/** Value before history before time: the strongest reason to pick up the phone at once. */
function urgentReason(
  feedback: Feedback,
  current: Case,
  { isVip, isRepeat, now }: Circumstances,
): StepReason | null {
  if (isVip) return 'vip';
  if (isRepeat) return 'repeat';
  const since = ratedAt(feedback) ?? current.openedAt;
  return { calm: null, soon: 'half_gone' as const, overdue: 'late' as const }[urgencyOf(current, since, now)];
}

/** The customer was reached: what caused it is named, handed on where others must mend it, and the case ends. */
function toEnd({ bucket }: Feedback, current: Case): Step[] {
  const cause: Step[] = bucket === null ? [step('name_cause', 'no_cause')] : [];
  const isHandedOn = current.timesEscalated > 0;
  const mend: Step[] = bucket === 'root_cause' && !isHandedOn ? [step('escalate', 'needs_fix')] : [];
  return [...cause, ...mend, step('close', 'reached')];
}

const step = (kind: StepKind, reason: StepReason): Step => ({ kind, reason });
