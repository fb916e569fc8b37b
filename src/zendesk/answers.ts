/** Zendesk's answers as ZAF hands them over, and what their refusals mean. */
import { Failure, type FailureKind } from '../care/failure.ts';
import { jsonIn } from './json.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Parsed JSON, `undefined` when there was none or it could not be parsed. */
  body: unknown;
  text: string;
}

/** Works for every spelling seen of a complete response, and for a host that gives the bare body. */
export function toAnswer(raw: unknown): Answer {
  if (!isObject(raw) || typeof raw.status !== 'number')
    return { status: 200, headers: {}, body: raw, text: '' };
  const text = typeof raw.responseText === 'string' ? raw.responseText : '';
  return { status: raw.status, headers: headersOf(raw), body: raw.responseJSON ?? jsonIn(text), text };
}

/** Names lower-case. Hosts give an object or the raw header lines. */
function headersOf(raw: Record<string, unknown>): Record<string, string> {
  const given = raw.responseHeaders ?? raw.headers;
  if (isObject(given)) {
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
  }
  if (typeof given !== 'string') return {};
  const lines = given.split(/\r?\n/).filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
}

const kinds: Record<number, FailureKind> = {
  0: 'offline',
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'rateLimited',
};

/** `null` for success. Bodies are read defensively: they may be text or HTML. */
export function failureOf(answer: Answer): Failure | null {
  if (answer.status >= 200 && answer.status < 300) return null;
  const detail = { status: answer.status, retryAfter: retryAfterOf(answer.headers) };
  const said = JSON.stringify(answer.body ?? answer.text);
  if (answer.status === 422 && /closed prevents ticket update/i.test(said))
    return new Failure('closedTicket', detail);
  if (answer.status === 403 && /authenticity token/i.test(said)) return new Failure('signedOut', detail);
  const kind = kinds[answer.status] ?? (answer.status >= 500 ? 'unavailable' : 'unexpected');
  return new Failure(kind, detail);
}

/** `Retry-After` in milliseconds; Zendesk sends seconds. */
function retryAfterOf(headers: Record<string, string>): number | null {
  const seconds = Number(headers['retry-after']);
  return headers['retry-after'] && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
