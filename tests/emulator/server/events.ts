/** GET /__emulator/events: what happens in the world, as server-sent events. */
import type { ServerResponse } from 'node:http';
import type { ControlDesk } from '../control/desk.ts';

const keepAliveMs = 15_000;

/** Streams until the listener goes away; a comment line now and then keeps proxies from cutting it. */
export function streamEvents(desk: ControlDesk, outgoing: ServerResponse): void {
  outgoing.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  outgoing.write(': connected\n\n');
  const stop = desk.listen((event) => outgoing.write(`data: ${JSON.stringify(event)}\n\n`));
  const timer = setInterval(() => outgoing.write(': still here\n\n'), keepAliveMs);
  outgoing.on('close', () => {
    clearInterval(timer);
    stop();
  });
}
