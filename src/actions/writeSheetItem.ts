/** Agrees on something in a 1:1, changes it, or ticks it off. */
import type { App } from '../app.ts';
import {
  changed,
  type Item,
  type ItemChange,
  type ItemKind,
  isFull,
  newItem,
  parseItem,
  type StoredItem,
} from '../care/coaching/item.ts';
import { leadsOf } from '../care/coaching/reach.ts';
import { Failure } from '../care/failure.ts';
import { readDocs, writeDoc } from '../zendesk/docs.ts';
import { changeSheetRecord, createSheetRecord, readSheetRecord } from '../zendesk/sheets.ts';
import { newItemId } from './newItemId.ts';
import { rememberOwn } from './ownDocs.ts';
import { itemKey, readSheetItems } from './readSheetItems.ts';

/** Whose sheet it is, and where it is kept. */
export interface SheetPlace {
  agentId: string;
  isGuarded: boolean;
  /** Groups the agent works in: who leads them may read what was agreed. */
  groupIds: readonly string[];
}

export interface ItemDraft {
  kind: ItemKind;
  text: string;
  dueOn: string | null;
}

/** `full`: somebody else added the last one there is room for. */
export type ItemWritten = { item: StoredItem } | { problem: 'full' } | { met: StoredItem };

/** `itemId` is made when the form opens: a second try of the same is not a second item. Throws `Failure`. */
export async function addSheetItem(
  app: App,
  place: SheetPlace,
  { kind, text, dueOn }: ItemDraft,
  itemId: string = newItemId(),
): Promise<ItemWritten> {
  const { agentId, isGuarded, groupIds } = place;
  if (kind === 'coach_only' && !isGuarded)
    throw new Failure('forbidden', { message: 'nobody would keep it from others' });
  const { items } = await readSheetItems(app, agentId, isGuarded);
  const known = items.find(({ id }) => id === itemId);
  if (known) return { item: known };
  if (kind === 'action' && isFull(items)) return { problem: 'full' };
  const item = newItem(kind, text, dueOn, { byId: app.user.id, at: app.now() });
  const key = itemKey(agentId, itemId);
  const { http } = app.zendesk;
  if (isGuarded) {
    const isShared = kind !== 'coach_only';
    const leadIds = isShared ? leadsOf(groupIds, app.configuration) : [];
    await createSheetRecord(http, key, item, { agentId: isShared ? agentId : null, leadIds });
  } else await writeDoc(http, 'sheet', key, item);
  await rememberOwn(app, 'sheet', key, item);
  return { item: { ...item, id: itemId, isGuarded } };
}

/** `met` is what somebody wrote meanwhile: nothing was written over it. Throws `Failure`. */
export async function changeSheetItem(
  app: App,
  agentId: string,
  { id, isGuarded, rev }: StoredItem,
  change: ItemChange,
): Promise<ItemWritten> {
  const { http } = app.zendesk;
  const key = itemKey(agentId, id);
  const now = await readNow(app, key, isGuarded);
  if (now.rev !== rev) return { met: { ...now, id, isGuarded } };
  const next = changed(now, change, { byId: app.user.id, at: app.now() });
  if (isGuarded) await changeSheetRecord(http, key, next);
  else await writeDoc(http, 'sheet', key, next);
  await rememberOwn(app, 'sheet', key, next);
  return { item: { ...next, id, isGuarded } };
}

/** As it stands, without the index and its lag. */
async function readNow(app: App, key: string, isGuarded: boolean): Promise<Item> {
  const { http } = app.zendesk;
  const body = isGuarded
    ? (await readSheetRecord(http, key))?.body
    : (await readDocs(http, 'sheet', [key]))[0]?.body;
  const item = parseItem(body);
  if (!item) throw new Failure('notFound', { message: 'it is not there any more' });
  return item;
}
