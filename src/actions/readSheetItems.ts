/** What was agreed with an agent, and one's own notes, from where this account keeps them. */
import type { App } from '../app.ts';
import { parseItem, type StoredItem } from '../care/coaching/item.ts';
import { Failure } from '../care/failure.ts';
import { type Doc, searchAllDocs } from '../zendesk/docs.ts';
import { searchSheet } from '../zendesk/sheets.ts';
import { withOwn } from './ownDocs.ts';
import { mayOpenSheet } from './readSheet.ts';

export interface SheetItems {
  /** The newest first, those taken away left out. */
  items: StoredItem[];
  isCut: boolean;
  broken: number;
}

export const itemKey = (agentId: string, itemId: string) => `${agentId}:${itemId}`;

/** One call, two where sheets are guarded: what was agreed before they were stays where it is. Throws `Failure`. */
export async function readSheetItems(app: App, agentId: string, isGuarded: boolean): Promise<SheetItems> {
  if (!mayOpenSheet(app, agentId)) throw new Failure('forbidden', { message: 'somebody else’s sheet' });
  const { http } = app.zendesk;
  const [open, guarded] = await Promise.all([
    searchAllDocs(http, 'sheet', { group: agentId }),
    isGuarded ? searchSheet(http, agentId) : { records: [], isCut: false },
  ]);
  const records = guarded.records.map((record): Doc => ({ kind: 'sheet', ...record }));
  const keys = new Set(open.docs.map(({ key }) => key));
  const docs = await withOwn(app, 'sheet', [...open.docs, ...records], `${agentId}:`);
  const read = docs.map(({ key, body }) => ({ key, item: parseItem(body) }));
  const items = read.flatMap(({ key, item }): StoredItem[] => {
    const isOpen = keys.has(key) || !isGuarded;
    // What is open to every agent holds no private notes, whatever somebody wrote there.
    if (!item || item.state === 'removed' || (isOpen && item.kind === 'coach_only')) return [];
    return [{ ...item, id: key.slice(agentId.length + 1), isGuarded: !isOpen }];
  });
  return {
    items: items.sort((a, b) => (b.log[0]?.at ?? 0) - (a.log[0]?.at ?? 0)),
    isCut: open.isCut || guarded.isCut,
    broken: read.filter(({ item }) => item === null).length,
  };
}
