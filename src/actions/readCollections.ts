/** Collections of favourites: one's own, those colleagues share, and in which of them a feedback is. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import { type Collection, collectedKey, collectedSchema, collectionSchema } from '../care/collection.ts';
import { inOrder, isItemId, isVisible, type Saved } from '../care/savedView.ts';
import { type Doc, readDocs, searchAllDocs } from '../zendesk/docs.ts';
import { withOwn } from './ownDocs.ts';

export type StoredCollection = Saved<Collection>;

/** One's own first; one call a hundred. Throws `Failure`. */
export async function readCollections(app: App): Promise<StoredCollection[]> {
  const { docs } = await searchAllDocs(app.zendesk.http, 'collection');
  const found = (await withOwn(app, 'collection', docs)).flatMap((doc) => collectionIn(doc) ?? []);
  return inOrder(
    found.filter((collection) => isVisible(collection, app.user.id)),
    app.user.id,
  );
}

export type FoundCollection =
  | { kind: 'found'; collection: StoredCollection }
  | { kind: 'gone' }
  | { kind: 'private' };

/** What a link to a collection leads to. One call, none for what is no id. Throws `Failure`. */
export async function readCollection(app: App, id: string): Promise<FoundCollection> {
  if (!isItemId(id)) return { kind: 'gone' };
  const [doc] = await readDocs(app.zendesk.http, 'collection', [id]);
  const collection = doc ? collectionIn(doc) : null;
  if (!collection) return { kind: 'gone' };
  return isVisible(collection, app.user.id) ? { kind: 'found', collection } : { kind: 'private' };
}

/** Ids of those of the collections that hold the feedback. One call a hundred collections. Throws `Failure`. */
export async function readHolding(
  app: App,
  collectionIds: readonly string[],
  key: string,
): Promise<string[]> {
  const keys = collectionIds.map((id) => collectedKey(id, key));
  const docs = await readDocs(app.zendesk.http, 'collected', keys);
  return docs.filter(isIn).map((doc) => doc.key.slice(0, doc.key.indexOf(':')));
}

export function isIn({ body }: Doc): boolean {
  const read = v.safeParse(collectedSchema, body);
  return read.success && !read.output.isRemoved;
}

function collectionIn({ key, body, updatedAt, byId }: Doc): StoredCollection | null {
  const read = v.safeParse(collectionSchema, body);
  return read.success ? { ...read.output, id: key, updatedAt, byId } : null;
}
