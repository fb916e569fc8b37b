/** Saves a view: a new one, or over the one that stands there. Of two people at once the last one's stays. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { type SavedView, savedViewSchema } from '../care/savedView.ts';
import { writeDoc } from '../zendesk/docs.ts';
import { newItemId } from './newItemId.ts';
import { rememberOwn } from './ownDocs.ts';
import type { StoredView } from './readViews.ts';

/** One call; repeated with the same `id` it writes the same again. Throws `Failure`, invalid for a bad name. */
export async function saveView(app: App, view: SavedView, id = newItemId()): Promise<StoredView> {
  const read = v.safeParse(savedViewSchema, view);
  if (!read.success) throw new Failure('invalid', { message: 'not a view' });
  await writeDoc(app.zendesk.http, 'view', id, read.output);
  await rememberOwn(app, 'view', id, read.output);
  return { ...read.output, id, updatedAt: app.now(), byId: app.user.id };
}
