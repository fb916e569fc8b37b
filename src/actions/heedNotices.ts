/** What the page does with somebody's notices: reads them, acknowledges, puts off. No call. */
import type { App } from '../app.ts';
import {
  merged,
  type Notice,
  type NoticeMemory,
  type Snooze,
  snoozeEnd,
  withAcknowledged,
  withSnoozed,
} from '../care/workflows/notices.ts';
import { onNotices, tellFrames } from '../zendesk/notices.ts';
import { recallMemory, recallNotices, storeMemory } from './noticeStore.ts';

export interface KnownNotices {
  notices: Notice[];
  memory: NoticeMemory;
}

export async function readNotices({ zendesk: { hub } }: App): Promise<KnownNotices> {
  const [notices, memory] = await Promise.all([recallNotices(hub), recallMemory(hub)]);
  return { notices, memory };
}

/** Returns the way to stop. */
export const watchNotices = (app: App, listener: () => void): (() => void) =>
  onNotices(app.zendesk.client, listener);

/** For good. `known` is what the page read before: a hub that does not answer forgets nothing of it. */
export const acknowledge = (
  app: App,
  known: NoticeMemory,
  notices: readonly Notice[],
): Promise<NoticeMemory> => amend(app, known, (memory) => withAcknowledged(memory, notices));

/** Resolves also with when they come back, epoch milliseconds. */
export async function putOff(
  app: App,
  known: NoticeMemory,
  notices: readonly Notice[],
  snooze: Snooze,
): Promise<{ memory: NoticeMemory; until: number }> {
  const zone = app.user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const until = snoozeEnd(snooze, app.configuration, zone, app.now());
  return { memory: await amend(app, known, (memory) => withSnoozed(memory, notices, until)), until };
}

async function amend(
  app: App,
  known: NoticeMemory,
  change: (memory: NoticeMemory) => NoticeMemory,
): Promise<NoticeMemory> {
  const { hub, client } = app.zendesk;
  const memory = change(merged(known, await recallMemory(hub)));
  storeMemory(hub, memory);
  void tellFrames(client, 'background');
  return memory;
}
