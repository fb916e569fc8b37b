/** Which case first, beyond *next due first*: a sum of points that can be read out. */
import { caseScore } from './caseScore.ts';
import type { Configuration } from './configuration.ts';
import { nextDue } from './due.ts';
import type { Feedback } from './feedback.ts';
import { onFive, type Rating, verdictOf } from './rating.ts';

/** Points at most, 100 together. */
export const weights = { time: 50, score: 20, repeat: 15, vip: 15 };

/** Milliseconds before its due time in which a case gains points, evenly. */
export const horizon = 24 * 3_600_000;

/** What is known of a case that decides. */
export interface PriorityFacts {
  /** Milliseconds until the next thing is due; negative when late, `null` when nothing is open. */
  left: number | null;
  /** Higher = better; `null` without one. */
  score: Rating | null;
  /** Other cases of the same customer within the account's days of repeat contact. */
  repeats: number;
  vip: Vip | null;
}

/** Why somebody goes first: a tag of the ticket, or the customer's organization. */
export type Vip = { by: 'tag'; tag: string } | { by: 'organization' };

/** Points and what they are for; parts without points are left out. */
export type PriorityPart =
  | { id: 'time'; points: number; why: number }
  | { id: 'score'; points: number; why: Rating }
  | { id: 'repeat'; points: number; why: number }
  | { id: 'vip'; points: number; why: Vip };

export interface Priority {
  /** 0-100. Equal ones go by due time. */
  value: number;
  parts: PriorityPart[];
}

export function priorityOf({ left, score, repeats, vip }: PriorityFacts): Priority {
  const parts: PriorityPart[] = [];
  if (left !== null) parts.push({ id: 'time', points: timePoints(left), why: left });
  if (score) parts.push({ id: 'score', points: scorePoints(score), why: score });
  if (repeats > 0) parts.push({ id: 'repeat', points: weights.repeat, why: repeats });
  if (vip) parts.push({ id: 'vip', points: weights.vip, why: vip });
  const counting = parts.filter(({ points }) => points > 0);
  return { value: counting.reduce((sum, { points }) => sum + points, 0), parts: counting };
}

/** All of them from due time on, none a day or more before. */
const timePoints = (left: number) => Math.round(weights.time * Math.min(1, Math.max(0, 1 - left / horizon)));

/** All for the lowest step, none from the middle on; half for a *bad* whose number is not known. */
function scorePoints(rating: Rating): number {
  const { value, scale, lowest } = rating;
  if (value === null || scale === null) return verdictOf(rating) === 'bad' ? weights.score / 2 : 0;
  return Math.round(weights.score * Math.max(0, (3 - onFive(value, scale, lowest)) / 2));
}

interface Ticket {
  tags: readonly string[];
  organization_id: string | null;
}

/** Does the customer go first in this account? `null` also where the ticket is not known. */
export function vipOf(ticket: Ticket | null, configuration: Configuration): Vip | null {
  if (!ticket) return null;
  const tag = configuration.vipTags.find((one) => ticket.tags.includes(one));
  if (tag !== undefined) return { by: 'tag', tag };
  const { organization_id: id } = ticket;
  return id !== null && configuration.vipOrganizations.includes(id) ? { by: 'organization' } : null;
}

/** The facts of one case; `repeats` as counted by whoever knows the others. */
export function priorityFacts(
  { feedback, ticket }: { feedback: Feedback; ticket: Ticket | null },
  repeats: number,
  configuration: Configuration,
  now: number,
): PriorityFacts {
  const { case: current } = feedback;
  const isOpen = current !== null && current.status !== 'closed' && feedback.setAside === null;
  return {
    left: isOpen ? nextDue(current) - now : null,
    score: caseScore(feedback, configuration),
    repeats,
    vip: vipOf(ticket, configuration),
  };
}

interface Told {
  feedback: Feedback;
  requesterId: string | null;
}

const openedAt = ({ feedback }: Told) => feedback.case?.openedAt ?? null;

/**
 * How many other cases a customer has within so many days of one of theirs, among the rows known. One pass over
 * all of them; what it answers looks at one customer's alone.
 */
export function repeatsAmong(rows: readonly Told[], days: number): (row: Told) => number {
  const byPerson = new Map<string, number[]>();
  for (const row of rows) {
    const at = openedAt(row);
    if (at === null || row.requesterId === null) continue;
    const known = byPerson.get(row.requesterId);
    if (known) known.push(at);
    else byPerson.set(row.requesterId, [at]);
  }
  return (row) => {
    const at = openedAt(row);
    const all = byPerson.get(row.requesterId ?? '');
    if (at === null || !all) return 0;
    return Math.max(0, all.filter((other) => Math.abs(other - at) <= days * 86_400_000).length - 1);
  };
}
