import { serveHub } from '../zendesk/hubServer.ts';
import type { Connection } from '../zendesk/zaf.ts';

/** Milliseconds: the first ticket somebody opens in a new tab has the browser to itself. */
const afterStart = 4_000;

export async function start(connection: Connection): Promise<void> {
  const { client, context } = connection;
  const server = serveHub(client, context.instanceGuid, context.account?.subdomain);
  let isBegun = false;
  const begin = async (isAsked: boolean) => {
    if (isBegun) return;
    isBegun = true;
    const { startSync } = await import('../actions/startSync.ts');
    await startSync(connection, server, isAsked);
  };
  // Where the sync cannot start, this tab goes on without it: screens say how old the scores are.
  const beginOrLeaveIt = (isAsked: boolean) => void begin(isAsked).catch(() => {});
  server.onPoke(() => beginOrLeaveIt(true));
  setTimeout(() => beginOrLeaveIt(false), afterStart);
  document.documentElement.dataset.ready = 'true';
}
