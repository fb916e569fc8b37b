import { serveHub } from '../zendesk/hubServer.ts';
import type { Connection } from '../zendesk/zaf.ts';

export async function start(connection: Connection): Promise<void> {
  const { client, context } = connection;
  const server = serveHub(client, context.instanceGuid, context.account?.subdomain);
  document.documentElement.dataset.ready = 'true';
  // Nobody waits for the sync, and most people do not run it.
  const { startSync } = await import('../actions/startSync.ts');
  await startSync(connection, server);
}
