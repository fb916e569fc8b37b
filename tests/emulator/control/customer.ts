/** The customer's side: what the survey asks, what the customer answers, which mails arrived. */
import type { CustomerAnswer, Mail, SurveyForm } from '../control.ts';
import { opensSurvey } from '../world/surveyAccess.ts';
import { SurveyRefusal } from '../world/surveyAnswers.ts';
import { surveyForm } from '../world/surveyForm.ts';
import { answerSurvey } from '../world/surveys.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, type Json, objectIn, onlyMembers } from './problem.ts';

const members = ['ticket', 'csat', 'ces', 'comment', 'reason', 'access_token'];

/** Answers as the ticket's requester; a wrong `access_token` is refused, none is fine. @throws ControlProblem */
export async function postCustomer(desk: ControlDesk, request: Request): Promise<unknown> {
  const body = await objectIn(request);
  onlyMembers(body, members);
  const answer = answerIn(body);
  const world = desk.world();
  return refusing(() => {
    const { access_token: token } = body;
    if (token !== undefined && !opensSurvey(world, answer.ticket, String(token))) {
      throw new SurveyRefusal(
        'This link does not open the survey: its access token is not the right one.',
        403,
      );
    }
    const ticket = answerSurvey(world, answer);
    return { ticket: ticket.id, rating: ticket.rating };
  });
}

function answerIn(body: Json): CustomerAnswer {
  const { ticket, csat, ces, comment, reason } = body;
  if (typeof ticket !== 'number' || !Number.isInteger(ticket))
    throw new ControlProblem('"ticket" must be a ticket’s number.');
  if (comment !== undefined && typeof comment !== 'string')
    throw new ControlProblem('"comment" must be text.');
  const answer: CustomerAnswer = { ticket };
  if (csat !== undefined) answer.csat = csat as CustomerAnswer['csat'];
  if (ces !== undefined) answer.ces = ces as number;
  if (comment !== undefined) answer.comment = comment;
  if (reason !== undefined) answer.reason = reason as string | number;
  if (Object.keys(answer).length === 1)
    throw new ControlProblem('An answer needs at least one of csat, ces, comment, reason.');
  return answer;
}

/** @throws ControlProblem */
export function readSurvey(desk: ControlDesk, query: URLSearchParams): SurveyForm {
  const ticket = Number(query.get('ticket'));
  if (!Number.isInteger(ticket) || ticket <= 0)
    throw new ControlProblem('"ticket" must be a ticket’s number.');
  return refusing(() => surveyForm(desk.world(), ticket, query.get('access_token') ?? ''));
}

/** Newest first, all or those to one address. */
export function readOutbox(desk: ControlDesk, query: URLSearchParams): Mail[] {
  const to = query.get('to');
  return desk
    .world()
    .outbox.filter((mail) => to === null || mail.to.email === to)
    .reverse();
}

/** A survey's refusal as the control API's. */
export function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof SurveyRefusal) throw new ControlProblem(problem.message, problem.status);
    throw problem;
  }
}
