/** Makes a collection of favourites, renames it or shares it. Of two people at once the last one's stays. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Collection, collectionSchema } from '../care/collection.ts';
import { Failure } from '../care/failure.ts';
import { removeDoc, writeDoc } from '../zendesk/docs.ts';
import { newItemId } from './newItemId.ts';
import { rememberOwn } from './ownDocs.ts';
import type { StoredCollection } from './readCollections.ts';

/** One call; repeated with the same `id` it writes the same again. Throws `Failure`, invalid for a bad name. */
export async function saveCollection(
  app: App,
  collection: Collection,
  id = newItemId(),
): Promise<StoredCollection> {
  const read = v.safeParse(collectionSchema, collection);
  if (!read.success) throw new Failure('invalid', { message: 'not a collection' });
  await writeDoc(app.zendesk.http, 'collection', id, read.output);
  await rememberOwn(app, 'collection', id, read.output);
  return { ...read.output, id, updatedAt: app.now(), byId: app.user.id };
}

/** Takes the collection away for everybody; the feedbacks that were in it stay. One call. Throws `Failure`. */
export async function removeCollection(app: App, id: string): Promise<void> {
  await removeDoc(app.zendesk.http, 'collection', id);
  await rememberOwn(app, 'collection', id, null);
}
