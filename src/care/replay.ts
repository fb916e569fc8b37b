/**
 * Whose feedback is it? Replayed from what happened on the ticket, by the same rules for good and bad ratings.
 * What the history does not prove stays unproved and out of per-agent figures.
 */
import { type Attribution, type Credit, nobody, notProved } from './attribution.ts';
import type { Verdict } from './rating.ts';

/** One thing that happened to a ticket. Instants are epoch milliseconds, second precision as Zendesk keeps them. */
export type TicketChange = { at: number } & (
  | { kind: 'created' }
  /** Who has it from now on; `null` is nobody. */
  | { kind: 'assigned'; agentId: string | null }
  | { kind: 'grouped'; groupId: string | null }
  | { kind: 'solved' }
  | { kind: 'offered' }
  | { kind: 'rated'; verdict: Verdict | null }
  /** A public comment of somebody who is not the customer. */
  | { kind: 'replied'; agentId: string }
  | { kind: 'merged'; into: string | null }
);

/**
 * `changes` in the order they happened; `ratedAt` is the answer that counts, epoch milliseconds. What `customerIds`
 * wrote is no reply, unless they had the ticket at some time.
 */
export function attribute(
  changes: readonly TicketChange[],
  ratedAt: number,
  customerIds: readonly string[] = [],
): Attribution {
  const rated = Math.floor(ratedAt / 1000) * 1000;
  const isWhole = changes[0]?.kind === 'created';
  const before = changes.filter((change) => change.at < rated);
  const atRating = holderIn(before, isWhole);
  return {
    atSolve: holderAt(changes, lastOf('solved', changes, rated), isWhole),
    atSurvey: holderAt(changes, lastOf('offered', changes, rated), isWhole),
    atRating,
    replies: isWhole ? repliesIn(before, customersIn(changes, customerIds)) : null,
    groupId: before.findLast((change) => change.kind === 'grouped')?.groupId ?? null,
    isReassignedAfter: changes.some(
      (change) => change.kind === 'assigned' && change.at >= rated && (change.agentId ?? nobody) !== atRating,
    ),
  };
}

function lastOf(kind: 'solved' | 'offered', changes: readonly TicketChange[], until: number): number | null {
  return changes.findLast((change) => change.kind === kind && change.at <= until)?.at ?? null;
}

/** What else happened in the same second happened in the same update: it counts. */
function holderAt(changes: readonly TicketChange[], at: number | null, isWhole: boolean): Credit {
  if (at === null) return notProved;
  return holderIn(
    changes.filter((change) => change.at <= at),
    isWhole,
  );
}

function holderIn(changes: readonly TicketChange[], isWhole: boolean): Credit {
  const last = changes.findLast((change) => change.kind === 'assigned');
  if (last) return last.agentId ?? nobody;
  return isWhole ? nobody : notProved;
}

/** Whoever had the ticket is staff, copied in or not. */
function customersIn(changes: readonly TicketChange[], customerIds: readonly string[]): string[] {
  const holders = changes.flatMap((change) => (change.kind === 'assigned' ? (change.agentId ?? []) : []));
  return customerIds.filter((id) => !holders.includes(id));
}

/** Most first; among equals the one who replied last. */
function repliesIn(
  changes: readonly TicketChange[],
  customers: readonly string[],
): { agentId: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.kind !== 'replied' || customers.includes(change.agentId)) continue;
    const count = (counts.get(change.agentId) ?? 0) + 1;
    counts.delete(change.agentId);
    counts.set(change.agentId, count);
  }
  const latestFirst = [...counts].reverse();
  return latestFirst.map(([agentId, count]) => ({ agentId, count })).sort((a, b) => b.count - a.count);
}
