/** Who changed the configuration, when and how: the copies kept of each version. */
import type { App } from '../app.ts';
import { type Change, parseChanges } from '../care/configurationChange.ts';
import { readDocs } from '../zendesk/docs.ts';
import { readNames } from '../zendesk/users.ts';

export interface LogEntry {
  version: number;
  /** `null` where the name cannot be had. */
  name: string | null;
  byId: string;
  /** Epoch milliseconds. */
  at: number;
  changes: Change[];
}

/** So many versions are looked back on. */
const most = 30;

/** The newest first. Versions nobody kept a copy of are absent. Throws `Failure`. */
export async function readConfigurationLog(app: App, newest: number): Promise<LogEntry[]> {
  const { http } = app.zendesk;
  const oldest = Math.max(1, newest - most + 1);
  const versions = Array.from({ length: newest - oldest + 1 }, (_, index) => String(oldest + index));
  const docs = await readDocs(http, 'configuration', versions);
  const people = docs.map(({ byId }) => byId);
  // A list of changes without names is still worth reading.
  const names = people.length > 0 ? await readNames(http, people).catch(() => ({})) : {};
  const nameOf = (id: string) => (names as Record<string, string>)[id] ?? null;
  return docs
    .map(({ key, byId, updatedAt, body }) => {
      return { version: Number(key), name: nameOf(byId), byId, at: updatedAt, changes: parseChanges(body) };
    })
    .sort((a, b) => b.version - a.version);
}
