/** How long a customer has waited and may still wait. Calendar hours; instants are epoch milliseconds. */

const hour = 3_600_000;

/** Rating time plus target. `targetHours` is 4-24. */
export function dueAt(ratedAt: number, targetHours: number): number {
  return ratedAt + targetHours * hour;
}

export const urgencies = ['calm', 'soon', 'overdue'] as const;
export type Urgency = (typeof urgencies)[number];

/** `soon` from half of the time between rating and due, `overdue` once due has passed; closed cases are calm. */
export function urgencyOf(due: number, ratedAt: number, now: number, isClosed = false): Urgency {
  if (isClosed) return 'calm';
  if (now >= due) return 'overdue';
  return now >= ratedAt + (due - ratedAt) / 2 ? 'soon' : 'calm';
}
