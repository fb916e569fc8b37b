/** Failures asked for through the control API, in place of the account's answer or done to it. */
import type { Fault } from '../control.ts';
import type { World } from '../world/world.ts';
import type { Answer } from './http.ts';

/** The account's answer to a request, or what the faults of the world make of it. */
export async function withFaults(
  world: World,
  request: Request,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const fault = takeFault(world, request);
  if (!fault) return answer();
  const made = (await faultAnswer(world, fault)) ?? distorted(fault, await answer());
  // Tells records of this exchange that no contract holds for it.
  return { ...made, headers: { ...made.headers, 'x-emulator-fault': fault.kind } };
}

/**
 * The fault that strikes this request, if any; a counted one is spent by it. The first match in the list wins.
 */
export function takeFault(world: World, request: Request): Fault | null {
  const { pathname } = new URL(request.url);
  const fault = world.faults.find((one) => isAbout(one, request.method, pathname));
  if (!fault) return null;
  if (fault.times !== undefined) {
    fault.times -= 1;
    if (fault.times <= 0) world.faults = world.faults.filter((one) => one !== fault);
    world.emit({ kind: 'state' });
  }
  return fault;
}

/** Whether a fault's method and path (`*` one segment, `**` any rest) cover a request; `.json` is ignored. */
export function isAbout(fault: Fault, method: string, pathname: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method.toUpperCase()) return false;
  const pattern = fault.path
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${pattern}$`).test(pathname.replace(/\.json$/, ''));
}

/** What a fault answers instead of the account, or `null` when the account's own answer is needed first. */
export async function faultAnswer(world: World, fault: Fault): Promise<Answer | null> {
  switch (fault.kind) {
    case 'truncated':
    case 'wrong-types':
      return null;
    case 'offline':
      return { status: 0 };
    case 'timeout':
      return untilReleased(world);
    case 'html':
      return {
        status: 200,
        body: page('Just a moment'),
        headers: { 'content-type': 'text/html; charset=utf-8' },
      };
    default:
      return refusal(fault);
  }
}

/** The account's answer as the fault leaves it; refusals stay as they are. */
export function distorted(fault: Fault, answer: Answer): Answer {
  if (answer.body === undefined || answer.status >= 400) return answer;
  if (fault.kind === 'wrong-types') return { ...answer, body: withWrongTypes(answer.body) };
  if (fault.kind !== 'truncated') return answer;
  const text = JSON.stringify(answer.body);
  const headers = { ...answer.headers, 'content-type': 'application/json; charset=utf-8' };
  return { ...answer, headers, body: text.slice(0, Math.max(1, Math.floor(text.length / 2))) };
}

const waiting = new WeakMap<World, Set<(answer: Answer) => void>>();

function untilReleased(world: World): Promise<Answer> {
  return new Promise((resolve) => {
    const all = waiting.get(world) ?? new Set();
    waiting.set(world, all.add(resolve));
  });
}

/** Lets go of every request that waits in vain: on reset, on close, and when the faults change. */
export function releaseTimeouts(world: World): void {
  for (const resolve of waiting.get(world) ?? []) resolve({ status: 0 });
  waiting.delete(world);
}

const errors: Partial<Record<Fault['kind'], unknown>> = {
  401: { error: "Couldn't authenticate you" },
  403: {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  },
  404: { error: 'RecordNotFound', description: 'Not found' },
  409: {
    error: 'UpdateConflict',
    description: 'Safe Update prevented the update due to outdated ticket data.',
  },
  422: {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { base: [{ description: 'The record is invalid' }] },
  },
};

function refusal({ kind, retryAfter }: Fault): Answer {
  const status = Number(kind);
  if (errors[kind] !== undefined) return { status, body: errors[kind] };
  const headers: Record<string, string> = {
    'content-type': status === 429 ? 'text/plain; charset=utf-8' : 'text/html',
  };
  if (status !== 500 && retryAfter !== null) headers['retry-after'] = String(retryAfter ?? 1);
  const body =
    status === 429 ? 'Number of allowed API requests per minute exceeded' : page(titles[kind] ?? 'Error');
  return { status, body, headers };
}

const titles: Partial<Record<Fault['kind'], string>> = {
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

const page = (title: string) =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;

/** The same keys, with values of another type: lists become objects, texts numbers, numbers texts. */
export function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return { 0: value.map(withWrongTypes) };
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 7;
    case 'number':
      return `${value}`;
    case 'boolean':
      return String(value);
    default:
      return mapped(value as Record<string, unknown>);
  }
}

/** Objects stay objects, so that it takes a look inside to notice. */
function mapped(members: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, withWrongTypes(value)]));
}
