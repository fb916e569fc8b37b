/** The control API `/__emulator/*` for the panel, tests and tools; the prose is in README.md. */
import { postCases } from './cases.ts';
import { moveClock } from './clock.ts';
import { postCustomer, readOutbox, readSurvey } from './customer.ts';
import type { ControlDesk } from './desk.ts';
import { postFault, putFaults, setFaults } from './faults.ts';
import { readMessages, readWebhookCalls } from './outgoing.ts';
import { choosePersona } from './persona.ts';
import { ControlProblem } from './problem.ts';
import { reset } from './reset.ts';
import { patchState, readState } from './state.ts';
import { postRating, postSurvey, postSurveyVersion } from './surveys.ts';

type Handler = (desk: ControlDesk, request: Request, query: URLSearchParams) => unknown;

/** Keyed `METHOD name`; a handler's value is sent as JSON unless it is a Response. `events` is the server's own. */
const handlers: Record<string, Handler> = {
  'GET state': readState,
  'PATCH state': patchState,
  'POST reset': reset,
  'POST clock': moveClock,
  'GET faults': (desk) => desk.world().faults,
  'PUT faults': putFaults,
  'POST faults': postFault,
  'DELETE faults': (desk) => setFaults(desk, []),
  'POST persona': choosePersona,
  'POST customer': postCustomer,
  'GET survey': (desk, _request, query) => readSurvey(desk, query),
  'POST survey': postSurvey,
  'POST surveys': postSurveyVersion,
  'POST rating': postRating,
  'POST cases': postCases,
  'GET outbox': (desk, _request, query) => readOutbox(desk, query),
  'GET webhooks': (desk, _request, query) => readWebhookCalls(desk, query),
  'GET messages': readMessages,
  'GET log': (desk, _request, query) => desk.log.list(limitIn(query), query.get('since') ?? ''),
};

/** Malformed calls get a 4xx with `{error: <sentence>}`. */
export async function answerControl(desk: ControlDesk, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const name = pathname.replace(/^\/__emulator\/?/, '').replace(/\/$/, '');
  try {
    const handler = handlers[`${request.method} ${name}`] ?? noHandler(request.method, name);
    const value = await handler(desk, request, searchParams);
    return value instanceof Response
      ? value
      : Response.json(value, { headers: { 'cache-control': 'no-store' } });
  } catch (problem) {
    if (!(problem instanceof ControlProblem)) throw problem;
    return Response.json({ error: problem.message }, { status: problem.status });
  }
}

function noHandler(method: string, name: string): never {
  const known = Object.keys(handlers).filter((key) => key.endsWith(` ${name}`));
  if (known.length === 0) throw new ControlProblem(`There is no "/__emulator/${name}".`, 404);
  throw new ControlProblem(
    `"/__emulator/${name}" does not take ${method}; it takes ${known.map((key) => key.split(' ')[0]).join(', ')}.`,
    405,
  );
}

function limitIn(query: URLSearchParams): number | undefined {
  const text = query.get('limit');
  if (text === null) return undefined;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new ControlProblem('"limit" must be a whole number from 1.');
  return limit;
}
