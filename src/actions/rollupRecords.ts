/** The rollups' records in the account: one head, one that is being built, and their chunks. */
import { type Chunk, unpackChunk } from '../care/insights/chunk.ts';
import { type ChunkEntry, fitted, type Head, packHead, parseHead } from '../care/insights/head.ts';
import type { Part } from '../care/insights/split.ts';
import { readDocs, removeDoc, writeDoc, writeDocs } from '../zendesk/docs.ts';
import type { Http } from '../zendesk/http.ts';
import type { Priority } from '../zendesk/scheduler.ts';

/** `head` is what reports read; `build` becomes the head once it holds everything. */
export const headNames = ['head', 'build'] as const;
export type HeadName = (typeof headNames)[number];

export type Heads = Record<HeadName, Head | 'newer' | null>;

/** One call. Throws `Failure`. */
export async function readHeads(http: Http, priority: Priority): Promise<Heads> {
  const docs = await readDocs(http, 'rollup', headNames, priority);
  const of = (name: HeadName) => parseHead(docs.find(({ key }) => key === name)?.body);
  return { head: of('head'), build: of('build') };
}

/** Cut to what a record holds. Throws `Failure`. */
export const writeHead = (http: Http, name: HeadName, head: Head): Promise<void> =>
  writeDoc(http, 'rollup', name, packHead(fitted(head)), 'background');

/** By id; those that are gone, or cannot be read, are missing. A hundred a call. Throws `Failure`. */
export async function readChunks(
  http: Http,
  entries: readonly Pick<ChunkEntry, 'id'>[],
  priority: Priority,
): Promise<Map<string, Chunk>> {
  const docs = await readDocs(
    http,
    'rollup',
    entries.map(({ id }) => id),
    priority,
  );
  const chunks = new Map<string, Chunk>();
  for (const { key, body } of docs) {
    const chunk = await unpackChunk(body);
    if (chunk) chunks.set(key, chunk);
  }
  return chunks;
}

/** A job of these is a quarter of a megabyte. */
const chunksAtOnce = 8;

/** Throws `Failure`: then some may have been written, and no head names them. */
export async function writeChunks(http: Http, chunks: readonly (Part & { id: string })[]): Promise<void> {
  for (let from = 0; from < chunks.length; from += chunksAtOnce) {
    const docs = chunks.slice(from, from + chunksAtOnce).map(({ id, body }) => ({ key: id, body }));
    await writeDocs(http, 'rollup', docs);
  }
}

/** Never throws: what could not be removed is no harm. Answers those that were. */
export async function removeChunks(http: Http, ids: readonly string[]): Promise<string[]> {
  const removed: string[] = [];
  for (const id of ids) {
    const isDone = await removeDoc(http, 'rollup', id).then(
      () => true,
      () => false,
    );
    if (!isDone) return removed;
    removed.push(id);
  }
  return removed;
}

/** Six characters out of two thousand million; a number at its begin, as no head's name has. */
export function newChunkId(): string {
  const [one = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (
    (one % 10) +
    Math.floor(one / 10)
      .toString(36)
      .padStart(6, '0')
      .slice(-6)
  );
}
