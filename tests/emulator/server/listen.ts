/** Opens and closes the emulator's two HTTP servers on the loopback interface. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send, TooLarge, toRequest } from './http.ts';
import { StartProblem } from './startProblem.ts';

export interface Listening {
  port: number;
  /** Also ends connections that are still open. */
  close(): Promise<void>;
}

export type Handle = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;

/** Port 0 takes a free one. @throws StartProblem when the port is taken */
export async function listen(port: number, handle: Handle): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    Promise.resolve(handle(incoming, outgoing)).catch((problem) => fail(outgoing, problem));
  });
  await opened(server, port);
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

/** A handler of web requests as one of Node's. */
export function handling(origin: () => string, answer: (request: Request) => Promise<Response>): Handle {
  return async (incoming, outgoing) => send(outgoing, await answer(await toRequest(incoming, origin())));
}

function fail(outgoing: ServerResponse, problem: unknown): void {
  const isTooLarge = problem instanceof TooLarge;
  const error = isTooLarge
    ? problem.message
    : `The emulator failed: ${problem instanceof Error ? problem.message : problem}`;
  if (!isTooLarge && problem instanceof Error) process.stderr.write(`${problem.stack}\n`);
  if (outgoing.headersSent) outgoing.destroy();
  else
    outgoing
      .writeHead(isTooLarge ? 413 : 500, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error }));
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      const isTaken = problem.code === 'EADDRINUSE' || problem.code === 'EACCES';
      reject(
        isTaken
          ? new StartProblem(`Port ${port} is in use or not allowed: choose another one with --port.`)
          : problem,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
