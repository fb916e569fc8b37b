/** Puts a feedback into a collection, or takes it out: one record an item, so that two people never meet. */
import type { App } from '../app.ts';
import { collectedKey } from '../care/collection.ts';
import { tombstone, writeDoc } from '../zendesk/docs.ts';
import { rememberOwn } from './ownDocs.ts';

/** One call, twice as good as once. Throws `Failure`. */
export const collect = (app: App, collectionId: string, feedbackKey: string) =>
  write(app, collectionId, feedbackKey, { isRemoved: false });

/** One call. The record stays and says who took it out. Throws `Failure`. */
export const uncollect = (app: App, collectionId: string, feedbackKey: string) =>
  write(app, collectionId, feedbackKey, tombstone);

async function write(app: App, collectionId: string, feedbackKey: string, body: object): Promise<void> {
  const key = collectedKey(collectionId, feedbackKey);
  await writeDoc(app.zendesk.http, 'collected', key, body);
  await rememberOwn(app, 'collected', key, body);
}
