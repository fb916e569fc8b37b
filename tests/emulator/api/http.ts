/**
 * How every family of endpoints is mounted: who is calling, whether they may, what the body says, and
 * Zendesk's own way of refusing. Handlers stay plain functions of `Call`.
 */
import { delay, HttpHandler, HttpResponse, type RequestHandler } from 'msw';
import { ClosedTicket, MissingTicket } from '../world/changeTicket.ts';
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { callerOf } from './auth.ts';
import { withFaults } from './faults.ts';
import { spend } from './limits.ts';

/** What a handler is told. `caller` is `null` for anonymous calls. */
export interface Call<Caller extends User | null = User> {
  world: World;
  caller: Caller;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON or form body; `undefined` without one. */
  body: unknown;
  request: Request;
}

/** A handler's answer; `body` undefined sends none. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** `agents` means agents and admins. */
export type Allowed = 'anyone' | 'signed-in' | 'agents' | 'admins';

/** Rate-limit bucket beside the account's own; see limits.ts. */
export type Bucket =
  | 'support'
  | 'guide'
  | 'search'
  | 'search-export'
  | 'incremental'
  | 'ticket-update'
  | 'audits'
  | 'side-conversation'
  | 'view';

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under the workspace, with `:params`: `/api/v2/tickets/:id`. Both with and without `.json`. */
  path: string;
  allowed: Allowed;
  bucket?: Bucket;
  answer(call: Call): Answer | Promise<Answer>;
}

export type Family = Endpoint[];

/** A refusal in Zendesk's shape, thrown by handlers. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, body: unknown, headers?: Record<string, string>) {
    super(`refused with ${status}`);
    this.answer = { status, body, headers };
  }
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent = (): Answer => ({ status: 204 });

export const forbidden = () =>
  new Refusal(403, {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  });
export const notFound = () => new Refusal(404, { error: 'RecordNotFound', description: 'Not found' });
/** The Help Center's own envelope. */
export const guideRefusal = (status: number, code: string, title: string) =>
  new Refusal(status, { errors: [{ code, status: String(status), title }] });
export const unauthorized = () => new Refusal(401, { error: "Couldn't authenticate you" });
export const badRequest = (title: string, message: string) => new Refusal(400, { error: { title, message } });

/** 422 with `details` by member; `error` names the kind of failure where Zendesk does (`BlankValue` …). */
export const invalid = (details: Record<string, { description: string; error?: string }[]>) =>
  new Refusal(422, { error: 'RecordInvalid', description: 'Record validation errors', details });

/** The MSW handlers of some families over one world, for the server and for unit tests alike. */
export function mount(world: World, families: Family[]): RequestHandler[] {
  return families.flat().flatMap((endpoint) => {
    // Colons inside a segment (`zen:ticket`) would read as params: escaped for path-to-regexp by the family.
    const isOpenEnded = /:\w+$/.test(endpoint.path);
    const paths = isOpenEnded ? [`*${endpoint.path}`] : [`*${endpoint.path}`, `*${endpoint.path}.json`];
    return paths.map(
      (path) =>
        new ApiHandler(endpoint, path, async ({ request, params }) => {
          if (world.latency > 0) await delay(world.latency);
          const answer = () => run(world, endpoint, request, params as Record<string, string>);
          return toResponse(await withFaults(world, request, answer), world.now());
        }),
    );
  });
}

type Resolver = ConstructorParameters<typeof HttpHandler>[2];

/** MSW clones a request for every handler it asks; with hundreds of them a look at the address first pays off. */
class ApiHandler extends HttpHandler {
  readonly #method: string;
  /** The address up to its first parameter. */
  readonly #start: string;

  constructor(endpoint: Endpoint, path: string, resolver: Resolver) {
    super(endpoint.method, path, resolver);
    this.#method = endpoint.method;
    this.#start = endpoint.path.split(/[:\\]/, 1)[0] ?? '';
  }

  override async run(args: Parameters<HttpHandler['run']>[0]) {
    const { method, url } = args.request;
    return method === this.#method && url.includes(this.#start) ? super.run(args) : null;
  }
}

async function run(
  world: World,
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
): Promise<Answer> {
  let limits: Record<string, string> = {};
  try {
    const caller = callerOf(world, request);
    limits = spend(world, caller, endpoint, request);
    admit(endpoint, caller);
    const answer = await endpoint.answer({
      world,
      caller: caller as User,
      params: withoutJson(params),
      query: new URL(request.url).searchParams,
      body: await bodyOf(request),
      request,
    });
    return { ...answer, headers: { ...limits, ...answer.headers } };
  } catch (problem) {
    const answer = refusalOf(problem).answer;
    return { ...answer, headers: { ...limits, ...answer.headers } };
  }
}

/** The world's own refusals in Zendesk's words; anything else is a fault of the emulator. */
function refusalOf(problem: unknown): Refusal {
  if (problem instanceof Refusal) return problem;
  if (problem instanceof MissingTicket) return notFound();
  if (problem instanceof ClosedTicket) {
    return invalid({ status: [{ description: 'Status: closed prevents ticket update' }] });
  }
  throw problem;
}

/** `/tickets/12.json` matches `/tickets/:id` as well. */
const withoutJson = (params: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value).replace(/\.json$/, '')]),
  );

function admit({ allowed, bucket }: Endpoint, caller: User | null) {
  if (allowed === 'anyone') return;
  if (!caller) throw unauthorized();
  if (allowed === 'signed-in' || caller.role === 'admin') return;
  if (caller.role === 'agent' && allowed === 'agents') return;
  throw bucket === 'guide' ? guideRefusal(403, 'Forbidden', 'Forbidden') : forbidden();
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.clone().text();
  if (text === '') return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, {
      error: 'InvalidJson',
      description: 'The request body could not be parsed as JSON.',
    });
  }
}

/** Stamped with the account's time, which is the world's and not this machine's. */
function toResponse(answer: Answer, now: number): Response {
  if (answer.status === 0) return HttpResponse.error();
  const headers = {
    'cache-control': 'max-age=0, private, must-revalidate',
    date: new Date(now).toUTCString(),
    ...answer.headers,
  };
  if (answer.body === undefined) return new HttpResponse(null, { status: answer.status, headers });
  if (typeof answer.body === 'string')
    return new HttpResponse(answer.body, { status: answer.status, headers });
  return HttpResponse.json(answer.body as Record<string, unknown>, { status: answer.status, headers });
}
