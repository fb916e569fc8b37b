/** What tickets took of a customer, from Zendesk's own figures of them: no answer of anybody is needed. */
import * as v from 'valibot';

/** Of one ticket; `null` where Zendesk does not tell. */
export interface TicketEffort {
  transfers: number | null;
  reopens: number | null;
  replies: number | null;
  /** Minutes the customer waited, by the calendar. */
  waited: number | null;
}
export const effortNames = ['transfers', 'reopens', 'replies', 'waited'] as const;

const average = v.object({ n: v.number(), value: v.nullable(v.number()) });
export const effortSchema = v.object({
  transfers: average,
  reopens: average,
  replies: average,
  waited: average,
});
export type Effort = v.InferOutput<typeof effortSchema>;

/** Means, each with the tickets it rests on. */
export function effortOf(tickets: readonly TicketEffort[]): Effort {
  const mean = (name: keyof TicketEffort) => {
    const values = tickets.map((ticket) => ticket[name]).filter((value) => value !== null);
    const n = values.length;
    return { n, value: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n };
  };
  return {
    transfers: mean('transfers'),
    reopens: mean('reopens'),
    replies: mean('replies'),
    waited: mean('waited'),
  };
}
