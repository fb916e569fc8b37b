/** Takes a saved view away for everybody. A link to it says so. */
import type { App } from '../app.ts';
import { removeDoc } from '../zendesk/docs.ts';
import { rememberOwn } from './ownDocs.ts';

/** One call. Throws `Failure`. */
export async function removeView(app: App, id: string): Promise<void> {
  await removeDoc(app.zendesk.http, 'view', id);
  await rememberOwn(app, 'view', id, null);
}
