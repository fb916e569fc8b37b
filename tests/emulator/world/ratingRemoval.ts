/** A rating that is taken away again, by an admin or by another tool. */
import { type By, type Changed, changeTicket } from './changeTicket.ts';
import { responseOf } from './surveyAccess.ts';
import { SurveyRefusal } from './surveyAnswers.ts';
import type { World } from './world.ts';

/**
 * Sets the ticket's rating back to `offered` and writes the audit of any change; the answers of its survey go with
 * it unless `keepsAnswers`. That Zendesk would empty them is not documented.
 * @throws SurveyRefusal when there is no rating, or the ticket is closed
 */
export function removeRating(world: World, ticketId: number, by: By, keepsAnswers = false): Changed {
  const ticket = world.tickets.get(ticketId);
  if (!ticket || ticket.deleted_at !== null) throw new SurveyRefusal(`There is no ticket ${ticketId}.`, 404);
  if (ticket.rating.score !== 'good' && ticket.rating.score !== 'bad')
    throw new SurveyRefusal(`Ticket ${ticketId} has no rating to remove.`, 409);
  if (ticket.status === 'closed' && !by.isHistory)
    throw new SurveyRefusal(`Ticket ${ticketId} is closed: nothing on it can change.`, 409);
  const response = responseOf(world, ticketId);
  if (response && !keepsAnswers) world.surveyResponses.put({ ...response, answers: [] });
  const nothing = {
    comment: null,
    reason: null,
    reason_id: null,
    reason_code: null,
    created_at: null,
    updated_at: null,
  };
  return changeTicket(world, ticketId, { rating: { score: 'offered', ...nothing } }, by);
}
