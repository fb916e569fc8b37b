/** Agrees on something in a 1:1, changes it, or ticks it off. */
import type { App } from '../app.ts';
import {
  changed,
  holds,
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
  const draft = { text: text.trim(), dueOn: kind === 'action' ? dueOn : null };
  const known = items.find(({ id }) => id === itemId);
  if (known) return settleAgain(app, agentId, known, draft);
  if (kind === 'action' && isFull(items)) return { problem: 'full' };
  const item = readable(newItem(kind, text, dueOn, { byId: app.user.id, at: app.now() }));
  const key = itemKey(agentId, itemId);
  const { http } = app.zendesk;
  if (isGuarded) {
    const isShared = kind !== 'coach_only';
    const leadIds = isShared ? leadsOf(groupIds, app.configuration) : [];
    const readers = { agentId: isShared ? agentId : null, leadIds };
    if (!(await createSheetRecord(http, key, item, readers))) {
      const standing = await readNow(app, key, isGuarded);
      return settleAgain(app, agentId, { ...standing, id: itemId, isGuarded }, draft);
    }
  } else await writeDoc(http, 'sheet', key, item);
  await rememberOwn(app, 'sheet', key, item);
  return { item: { ...item, id: itemId, isGuarded } };
}

/** The answer to an earlier try was lost; since then another text may have been typed. */
async function settleAgain(
  app: App,
  agentId: string,
  known: StoredItem,
  draft: ItemChange,
): Promise<ItemWritten> {
  await rememberOwn(app, 'sheet', itemKey(agentId, known.id), known);
  return holds(known, draft) ? { item: known } : changeSheetItem(app, agentId, { ...known, rev: 1 }, draft);
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
  if (now.rev !== rev) {
    const standing = { ...now, id, isGuarded };
    // The answer to an earlier try was lost.
    const isOwn = now.rev === rev + 1 && now.log.at(-1)?.byId === app.user.id && holds(now, change);
    return isOwn ? { item: standing } : { met: standing };
  }
  const next = readable(changed(now, change, { byId: app.user.id, at: app.now() }));
  if (isGuarded) await changeSheetRecord(http, key, next);
  else await writeDoc(http, 'sheet', key, next);
  await rememberOwn(app, 'sheet', key, next);
  return { item: { ...next, id, isGuarded } };
}

/** What nobody could read again is not written over what they can. */
function readable(item: Item): Item {
  if (!parseItem(item)) throw new Failure('invalid', { message: 'no text, too long, or no day' });
  return item;
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
