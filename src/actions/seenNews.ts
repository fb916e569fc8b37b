/** Which news of each kind their reader has put away, kept in this browser. */
import * as v from 'valibot';
import type { Hub } from '../zendesk/hub.ts';

const nameOf = (kind: string) => `draft:${kind}-seen`;

export async function readSeenNews(hub: Hub, kind: string): Promise<string[]> {
  const seen = v.safeParse(v.object({ keys: v.string() }), await hub.recall(nameOf(kind)));
  return seen.success ? seen.output.keys.split(' ').filter(Boolean) : [];
}

/** The last hundred are remembered. Keys hold no blanks. */
export async function putAwayNews(hub: Hub, kind: string, keys: readonly string[]): Promise<void> {
  const seen = [...new Set([...(await readSeenNews(hub, kind)), ...keys])].slice(-100);
  hub.keep(nameOf(kind), { keys: seen.join(' ') });
}
