/** One request to the account's API: answered by the mounted handlers, written to the log. */
import { getResponse, HttpHandler, type RequestHandler } from 'msw';
import type { World } from '../world/world.ts';
import { type ExchangeLog, exchangeOf } from './exchanges.ts';

export async function answerApi(
  world: World,
  handlers: RequestHandler[],
  log: ExchangeLog,
  request: Request,
): Promise<Response> {
  const kept = request.clone();
  const response = (await getResponse(candidates(handlers, request), request)) ?? unknownEndpoint();
  log.add(await exchangeOf(world, kept, response.type === 'error' ? response : response.clone()));
  return response;
}

const unknownEndpoint = () =>
  Response.json({ error: 'InvalidEndpoint', description: 'Not found' }, { status: 404 });

/**
 * The handlers whose method and literal beginning fit: MSW builds a pattern for each handler it tries, which would
 * cost a request milliseconds.
 */
function candidates(handlers: RequestHandler[], request: Request): RequestHandler[] {
  const { pathname } = new URL(request.url);
  return handlers.filter((handler) => {
    if (!(handler instanceof HttpHandler) || typeof handler.info.path !== 'string') return true;
    const isMethod = handler.info.method === request.method;
    return isMethod && pathname.startsWith(literalBeginning(handler.info.path));
  });
}

/** Up to the first parameter or other sign of a pattern; the leading `*` stands for the origin. */
const literalBeginning = (path: string): string => /^\*?([^:*\\(){}?+]*)/.exec(path)?.[1] ?? '';
