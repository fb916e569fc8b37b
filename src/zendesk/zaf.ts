/** The app framework's client, as this app uses it, and the way to it. */
import { Failure } from '../care/failure.ts';

export interface ZafContext {
  instanceGuid: string;
  product: string;
  location: string;
  account?: { subdomain: string };
  ticketId?: number | string;
  /** Where in the nav bar's page the person is, as last heard; main.ts keeps it from the first moment on. */
  route?: AppRoute;
}

/** Of `app.route.changed`: the segments behind `/agent/apps/<name>/`, in the one spelling or the other. */
export interface AppRoute {
  appRoute?: unknown;
  appParams?: unknown;
}

export interface ZafMetadata {
  appId: number;
  installationId: number;
  version: string;
  settings: Record<string, unknown>;
}

export interface ZafRequest {
  url: string;
  type: string;
  data?: string;
  contentType?: string;
  headers?: Record<string, string>;
  httpCompleteResponse: true;
  autoRetry: false;
}

/** Members of the real client; `trigger` and `on` go by way of the host, to and from other frames too. */
export interface ZafClient {
  get(path: string | string[]): Promise<Record<string, unknown>>;
  invoke(path: string, ...args: unknown[]): Promise<Record<string, unknown>>;
  request(options: ZafRequest): Promise<unknown>;
  on(event: string, handler: (data: never) => unknown): void;
  off(event: string, handler: (data: never) => unknown): void;
  trigger(event: string, data?: unknown): void;
  instance(guid: string): ZafClient;
}

export interface Connection {
  client: ZafClient;
  context: ZafContext;
  metadata: ZafMetadata;
}

interface ZafGlobal {
  init(onRegistered: (data: { context: ZafContext; metadata: ZafMetadata }) => void): ZafClient | false;
}

/** Where Zendesk's script leaves its global. */
export interface ZafScope {
  ZAFClient?: ZafGlobal;
}

/**
 * Waits for the host's hello. `init` answers `false` outside Zendesk (no `origin` and `app_guid` in the address)
 * and has no time-out of its own. Throws `Failure` `unavailable`.
 */
export function connect(scope: ZafScope, timeoutMs: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Failure('unavailable', { message: 'no answer from the Zendesk page' }));
    const timer = setTimeout(refuse, timeoutMs);
    const client = scope.ZAFClient?.init(({ context, metadata }) => {
      clearTimeout(timer);
      // `init` may call back before it has returned the client.
      queueMicrotask(() => (client ? resolve({ client, context, metadata }) : refuse()));
    });
    if (!client) {
      clearTimeout(timer);
      refuse();
    }
  });
}

/** One property. The npm copy of the SDK resolves with a TimeoutError object where newer ones reject. */
export async function getProperty(client: ZafClient, path: string): Promise<unknown> {
  const answer = await client.get(path);
  if (answer.name === 'TimeoutError')
    throw new Failure('unavailable', { message: `${path}: no answer in time` });
  return answer[path];
}
