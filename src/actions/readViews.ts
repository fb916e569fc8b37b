/** Views somebody saved: one's own, and those colleagues share. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import {
  inOrder,
  isItemId,
  isVisible,
  type Saved,
  type SavedView,
  savedViewSchema,
} from '../care/savedView.ts';
import { type Doc, readDocs, searchAllDocs } from '../zendesk/docs.ts';
import { withOwn } from './ownDocs.ts';

export type StoredView = Saved<SavedView>;

/** One's own first; one call a hundred. Throws `Failure`. */
export async function readViews(app: App): Promise<StoredView[]> {
  const { docs } = await searchAllDocs(app.zendesk.http, 'view');
  const views = (await withOwn(app, 'view', docs)).flatMap((doc) => viewIn(doc) ?? []);
  return inOrder(
    views.filter((view) => isVisible(view, app.user.id)),
    app.user.id,
  );
}

/** What a link to a view leads to. */
export type FoundView = { kind: 'found'; view: StoredView } | { kind: 'gone' } | { kind: 'private' };

/** One call, none for what is no view's id. Throws `Failure`. */
export async function readView(app: App, id: string): Promise<FoundView> {
  if (!isItemId(id)) return { kind: 'gone' };
  const [doc] = await readDocs(app.zendesk.http, 'view', [id]);
  const view = doc ? viewIn(doc) : null;
  if (!view) return { kind: 'gone' };
  return isVisible(view, app.user.id) ? { kind: 'found', view } : { kind: 'private' };
}

/** `null` for what was taken away or cannot be read. */
function viewIn({ key, body, updatedAt, byId }: Doc): StoredView | null {
  const read = v.safeParse(savedViewSchema, body);
  return read.success ? { ...read.output, id: key, updatedAt, byId } : null;
}
