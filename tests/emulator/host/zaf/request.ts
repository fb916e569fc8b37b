/** `client.request`: the workspace page makes the call, so that the app's frame never holds a session. */
import { noAnswer, type Outcome, outcomeOf, type RawAnswer, refusal } from './requestAnswer.ts';
import { type RequestOptions, readOptions, toFetch } from './requestOptions.ts';

export interface RequestHost {
  /** Calls to the account, as the signed-in person. */
  api(path: string, init: RequestInit): Promise<Response>;
  /** Calls to anybody else, for `cors: true`. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** The workspace's own origin. */
  origin: string;
  subdomain: string;
  appId: number;
  sleep(milliseconds: number): Promise<void>;
}

/** How often a 429 is tried again before the app hears of it. */
const mostRetries = 3;

/** Never rejects. */
export async function performRequest(raw: unknown, host: RequestHost): Promise<Outcome> {
  const options = readOptions(raw);
  if (!options) return refusal('A request needs a url.');
  const url = parseUrl(options.url, host.origin);
  if (!url) return refusal(`“${options.url}” is not an address.`);
  const reason = reasonToRefuse(options, url, host);
  if (reason) return refusal(reason);
  return attempt(options, url, host, mostRetries);
}

async function attempt(
  options: RequestOptions,
  url: URL,
  host: RequestHost,
  retries: number,
): Promise<Outcome> {
  const raw = await send(options, url, host);
  if (typeof raw === 'string') return noAnswer(raw);
  const wait = raw.status === 429 && options.hasAutoRetry ? retryAfter(raw) : undefined;
  if (wait === undefined || retries === 0) return outcomeOf(raw, options);
  await host.sleep(wait);
  return attempt(options, url, host, retries - 1);
}

/** Milliseconds; `undefined` where the answer names no seconds. */
function retryAfter({ headers }: RawAnswer): number | undefined {
  const seconds = Number.parseFloat(headers['retry-after'] ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

async function send(
  options: RequestOptions,
  url: URL,
  host: RequestHost,
): Promise<RawAnswer | 'error' | 'timeout'> {
  const controller = new AbortController();
  const timer = options.timeout > 0 ? setTimeout(() => controller.abort(), options.timeout) : undefined;
  try {
    const response = await call(options, url, host, controller.signal);
    const text = await response.text();
    const headers = Object.fromEntries(response.headers.entries());
    return { status: response.status, statusText: response.statusText, text, headers };
  } catch {
    return controller.signal.aborted ? 'timeout' : 'error';
  } finally {
    clearTimeout(timer);
  }
}

function call(options: RequestOptions, url: URL, host: RequestHost, signal: AbortSignal): Promise<Response> {
  const { url: target, init } = toFetch(options, url);
  const cache = options.isCached ? 'default' : 'no-store';
  if (!isOwn(url, host)) return host.fetch(target.href, { ...init, cache, signal, credentials: 'omit' });
  const own = { 'X-Requested-With': 'XMLHttpRequest', 'X-Zendesk-App-Id': String(host.appId) };
  const headers = { ...(init.headers as Record<string, string>), ...own };
  return host.api(target.pathname + target.search, { ...init, headers, cache, signal });
}

function reasonToRefuse(options: RequestOptions, url: URL, host: RequestHost): string | undefined {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb) return `Requests go to http or https addresses, not to ${url.protocol}`;
  if (isOwn(url, host)) {
    const isPrivate = url.pathname.startsWith('/__emulator') || url.pathname.startsWith('/host-assets');
    return isPrivate ? `There is nothing for apps at ${url.pathname}.` : undefined;
  }
  if (options.isSecure) {
    return `A secure request to ${url.host} was not sent: this emulator stores no secure settings, so {{setting.x}} and {{jwt.token}} cannot be substituted.`;
  }
  if (!options.isCors) {
    return `A request to ${url.host} was not sent: this emulator has no proxy for third parties. Use cors: true where the server allows it.`;
  }
  return undefined;
}

function isOwn(url: URL, { origin, subdomain }: RequestHost): boolean {
  return url.origin === origin || url.host === `${subdomain}.zendesk.com`;
}

function parseUrl(url: string, origin: string): URL | undefined {
  try {
    return new URL(url, `${origin}/`);
  } catch {
    return undefined;
  }
}
