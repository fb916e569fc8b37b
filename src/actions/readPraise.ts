/** What customers praised the reader for today, as the background frame found it: no call. */
import * as v from 'valibot';
import type { App } from '../app.ts';
import type { Praise } from '../care/workflows/praise.ts';
import type { Hub } from '../zendesk/hub.ts';

const kept = v.array(
  v.object({ key: v.string(), ticketId: v.string(), at: v.number(), csat: v.nullable(v.number()) }),
);

/** Under these names the background frame keeps what it found, and each person what they have seen. */
export const praiseName = 'praise';
const seenName = 'draft:praise-seen';

async function readSeen(hub: Hub): Promise<string[]> {
  const seen = v.safeParse(v.object({ keys: v.string() }), await hub.recall(seenName));
  return seen.success ? seen.output.keys.split(' ').filter(Boolean) : [];
}

/** Those nobody has put away yet. */
export async function readPraise({ zendesk: { hub } }: App): Promise<Praise[]> {
  const [found, seen] = await Promise.all([hub.recall(praiseName), readSeen(hub)]);
  const read = v.safeParse(kept, found);
  return read.success ? read.output.filter(({ key }) => !seen.includes(key)) : [];
}

/** Put away: not shown again in this browser. */
export async function putAwayPraise({ zendesk: { hub } }: App, keys: readonly string[]): Promise<void> {
  const seen = [...new Set([...(await readSeen(hub)), ...keys])].slice(-100);
  hub.keep(seenName, { keys: seen.join(' ') });
}
