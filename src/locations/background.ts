import { serveHub } from '../zendesk/hubServer.ts';
import type { Connection } from '../zendesk/zaf.ts';

export async function start({ client, context }: Connection): Promise<void> {
  serveHub(client, context.instanceGuid);
  document.documentElement.dataset.ready = 'true';
}
