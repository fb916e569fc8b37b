/** Everything the reports rest on, counted anew from the feedbacks' records, while somebody waits or comes back. */
import type { App } from '../app.ts';
import { searchAllDocs } from '../zendesk/docs.ts';
import { countRecords } from '../zendesk/feedbackExport.ts';
import type { Outside } from '../zendesk/outside.ts';
import { anew, type BuildMemory, buildOn, isBuilt } from './keepRollups.ts';
import { readHeads, removeChunks } from './rollupRecords.ts';

export interface RebuildEstimate {
  /** As Zendesk counted them last. */
  records: number;
  /** Rounded up; Zendesk allows the account ten pages of a thousand a minute, of which six are taken. */
  minutes: number;
}

const recordsPerMinute = 6_000;

/** One call. Throws `Failure`. */
export async function estimateRebuild(app: Outside): Promise<RebuildEstimate> {
  const records = await countRecords(app.zendesk.http);
  return { records, minutes: Math.max(1, Math.ceil(records / recordsPerMinute)) };
}

export interface RebuildProgress {
  /** Records read since this frame began. */
  records: number;
  /** In the building so far. */
  feedbacks: number;
}

export interface RebuildOptions {
  isStopped: () => boolean;
  onProgress: (progress: RebuildProgress) => void;
}

/** `newer`: a newer version of this app keeps them, and this one leaves them alone. */
export type RebuildEnd = 'done' | 'stopped' | 'newer';

/** Pages until what was read is safe; whoever stops waits for one page at most. */
const pages = 5;
/** Somebody else was quicker so often in a row: they go on. */
const mostOvertaken = 5;

/**
 * Reports go on with what there is meanwhile. Stopped, the next one goes on where this one came to; so does the
 * background of any lead's browser. Throws `Failure`; what was read by then is kept.
 */
export async function rebuildRollups(
  app: App,
  { isStopped, onProgress }: RebuildOptions,
): Promise<RebuildEnd> {
  const memory: BuildMemory = { buildId: null };
  const { http } = app.zendesk;
  let [records, overtaken, isBegun] = [0, 0, false];
  while (!isStopped()) {
    const { head, build } = await readHeads(http, 'background');
    if (head === 'newer' || build === 'newer') return 'newer';
    // Whoever else was building has made it the head.
    if (isBegun && build === null && overtaken > 0) return 'done';
    const isOwn = build !== null && isBuilt(build, app.configuration);
    const current = isOwn ? build : anew(app, build);
    const feedbacks = current.chunks.reduce((sum, { n }) => sum + n, 0);
    const before = records;
    const onRead = (read: number) => {
      records = before + read;
      onProgress({ records, feedbacks });
    };
    const round = await buildOn(app, current, head, { isStopped, memory, pages, onRead });
    isBegun = true;
    if (round === 'foreign') return 'newer';
    if (round === 'kept') {
      await sweep(app);
      return 'done';
    }
    overtaken = round === 'overtaken' ? overtaken + 1 : 0;
    if (overtaken > mostOvertaken) return 'stopped';
  }
  return 'stopped';
}

const day = 86_400_000;

/** Chunks that nobody names, and that nobody is about to name: what lost tabs left. Never throws. */
async function sweep(app: App): Promise<void> {
  const { http } = app.zendesk;
  try {
    const { docs } = await searchAllDocs(http, 'rollup', { atMost: 5_000 });
    const { head, build } = await readHeads(http, 'background');
    if (head === null || head === 'newer' || build === 'newer') return;
    const kept = [head, build].flatMap((one) => one?.chunks ?? []).map(({ id }) => id);
    const later = [head, build].flatMap((one) => one?.gone ?? []).map(({ id }) => id);
    const named = new Set([...kept, ...later, 'head', 'build']);
    const old = docs.filter(({ key, updatedAt }) => !named.has(key) && app.now() - updatedAt > day);
    await removeChunks(
      http,
      old.map(({ key }) => key),
    );
  } catch {
    // They only take room.
  }
}
