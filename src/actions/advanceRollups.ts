/** One step of keeping rollups: what changed since a head was written goes into chunks, and into the next head. */
import { asFailure } from '../care/failure.ts';
import type { Head } from '../care/insights/head.ts';
import {
  type ChangePage,
  isSearchCursor,
  type ReadFrom,
  type RecordChange,
  readExport,
  searchChanges,
} from '../zendesk/feedbackExport.ts';
import type { Http } from '../zendesk/http.ts';
import { exportDelay } from '../zendesk/incremental.ts';
import type { Outside } from '../zendesk/outside.ts';
import { type MergeOptions, mergeAll } from './mergeChunks.ts';

/** Milliseconds: what was written at the very moment of a reading may not have been in it; search lags by more. */
const overlap = 60_000;
const searchDelay = 300_000;

export interface AdvanceOptions extends MergeOptions {
  /** Pages of one step at most. */
  pages: number;
  isStopped: () => boolean;
  /** Records read so far in this step. */
  onRead?: (records: number) => void;
}

export interface Advanced {
  /** Whole and true as of its `until`; with a new id. Its chunks are in the account. */
  head: Head;
  /** Nothing was left to be read. */
  isEnd: boolean;
  /** Ids of the chunks that were written for it. */
  written: string[];
}

/** Writes chunks, and no head. Throws `Failure`, `ChunkMissing` among them. */
export async function advance(app: Outside, head: Head, options: AdvanceOptions): Promise<Advanced> {
  const startedAt = app.now();
  const read = await readAll(app.zendesk.http, head, options);
  const delay = read.isSearched ? searchDelay : exportDelay;
  const until = read.isEnd ? Math.max(head.until, startedAt - delay) : Math.max(head.until, read.reached);
  // A cursor may lead past what is written in the second it stands in: near the present, time alone is sure.
  const isSure = read.reached < startedAt - delay - overlap;
  const { chunks, written } = await mergeAll(app, head, read.changes, options);
  const named = new Set(chunks.map(({ id }) => id));
  const before = [...head.chunks.map(({ id }) => id), ...written];
  const gone = before.filter((id) => !named.has(id)).map((id) => ({ id, at: startedAt }));
  return {
    head: {
      ...head,
      id: crypto.randomUUID(),
      chunks,
      cursor: read.isEnd || !isSure ? null : read.after,
      until,
      asOf: app.now(),
      byId: app.user.id,
      gone: [...head.gone, ...gone],
    },
    isEnd: read.isEnd,
    written,
  };
}

interface ReadChanges {
  /** The last state of each record, by record id. */
  changes: RecordChange[];
  reached: number;
  after: string | null;
  isEnd: boolean;
  isSearched: boolean;
}

async function readAll(http: Http, head: Head, options: AdvanceOptions): Promise<ReadChanges> {
  const changes = new Map<string, RecordChange>();
  let [after, isEnd, reached, count] = [head.cursor, false, 0, 0];
  let isSearched = after !== null && isSearchCursor(after);
  const { pages, isStopped, onRead } = options;
  for (let page = 0; page < pages && !isEnd && (page === 0 || !isStopped()); page += 1) {
    const start = Math.max(0, head.until - (isSearched ? searchDelay : overlap));
    const read = await readPage(http, { startTime: start }, after, isSearched);
    isSearched = read.isSearched;
    for (const change of read.changes) changes.set(change.recordId, change);
    // Some written in that very second may be on the next page.
    reached = Math.max(reached, (read.reached ?? 0) - overlap);
    count += read.changes.length;
    onRead?.(count);
    ({ after, isEnd } = read);
  }
  return { changes: [...changes.values()], reached, after, isEnd, isSearched };
}

type Page = ChangePage & { isSearched: boolean };

/** A cursor Zendesk no longer knows begins anew; a role that may not export searches. */
async function readPage(
  http: Http,
  start: { startTime: number },
  cursor: string | null,
  isSearched: boolean,
): Promise<Page> {
  const from: ReadFrom = cursor === null ? start : { cursor };
  const isSearch = cursor === null ? isSearched : isSearchCursor(cursor);
  try {
    return { ...(await (isSearch ? searchChanges : readExport)(http, from)), isSearched: isSearch };
  } catch (cause) {
    const { kind, status } = asFailure(cause);
    if (!isSearch && (kind === 'forbidden' || (kind === 'notFound' && cursor === null)))
      return readPage(http, { startTime: Math.max(0, start.startTime - searchDelay) }, null, true);
    const isExpired = cursor !== null && status >= 400 && status < 500 && !passing.includes(kind);
    if (!isExpired) throw cause;
    return readPage(http, start, null, isSearched);
  }
}

const passing: readonly string[] = ['rateLimited', 'signedOut', 'forbidden'];
