/** What this tab's hub keeps of somebody's notices: the list until the tab reloads, what they said to it longer. */
import * as v from 'valibot';
import { type Notice, type NoticeMemory, noticeSchema, parseMemory } from '../care/workflows/notices.ts';
import type { Hub } from '../zendesk/hub.ts';

const noticesName = 'notices';
/** Drafts outlive a reload where the browser grants it. */
const memoryName = 'draft:notices';

export function parseNotices(kept: unknown): Notice[] {
  const read = v.safeParse(v.array(noticeSchema), kept);
  return read.success ? read.output : [];
}

export const recallNotices = async (hub: Hub): Promise<Notice[]> =>
  parseNotices(await hub.recall(noticesName));

export const recallMemory = async (hub: Hub): Promise<NoticeMemory> =>
  parseMemory(await hub.recall(memoryName));

export const storeNotices = (hub: Hub, notices: readonly Notice[]): void => hub.keep(noticesName, notices);

export const storeMemory = (hub: Hub, memory: NoticeMemory): void => hub.keep(memoryName, memory);
