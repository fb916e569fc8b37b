/** Zendesk's guard against writing over what somebody else changed meanwhile. */
import type { Ticket } from '../world/entities.ts';
import type { Fields } from './body.ts';
import { invalid, Refusal } from './http.ts';
import { iso } from './stamps.ts';

/**
 * `safe_update` of any value, `false` too, asks for the check; `updated_stamp` must then be the ticket's `updated_at`.
 * @throws Refusal 409 UpdateConflict
 */
export function checkStamp(ticket: Ticket, input: Fields): void {
  if (input.safe_update === undefined) return;
  const stamp = Date.parse(String(input.updated_stamp));
  if (Number.isNaN(stamp)) {
    throw invalid({
      updated_stamp: [{ description: 'Updated stamp: cannot be blank', error: 'BlankValue' }],
    });
  }
  if (iso(stamp) >= iso(ticket.updated_at)) return;
  throw new Refusal(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });
}
