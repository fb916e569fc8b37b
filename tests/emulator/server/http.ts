/** Between Node's requests and answers and the web's: the handlers know only the latter. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const largestBody = 10 * 1024 * 1024;

/** A body beyond 10 MB. */
export class TooLarge extends Error {}

/** @throws TooLarge */
export async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await read(incoming) : undefined;
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers,
    ...(body?.length ? { body } : {}),
  });
}

/** Reads to the end also what is too much, so that the caller gets to read the refusal. */
async function read(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) throw new TooLarge('The body is larger than 10 MB.');
  return Buffer.concat(chunks);
}

/** A network error breaks the connection, so that the caller sees status 0. */
export async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
