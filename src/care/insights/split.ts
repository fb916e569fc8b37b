/** Rows laid out in chunks that a record of the account can hold. */
import { type ChunkBody, mostRows, mostText, type Placed, packChunk, sizeOf } from './chunk.ts';

export interface Part {
  rows: readonly Placed[];
  body: ChunkBody;
}

/**
 * `rows` in order. At the end of all, where more will come, chunks are filled one after the other; in between they
 * are made equally full, with room to grow.
 */
export async function splitRows(rows: readonly Placed[], isEnd: boolean): Promise<Part[]> {
  const count = Math.ceil(rows.length / mostRows);
  const size = isEnd ? mostRows : Math.ceil(rows.length / Math.max(1, count));
  const parts: Part[] = [];
  for (let from = 0; from < rows.length; from += size)
    parts.push(...(await packed(rows.slice(from, from + size))));
  return parts;
}

async function packed(rows: readonly Placed[]): Promise<Part[]> {
  const body = await packChunk(rows);
  if (sizeOf(body) <= mostText || rows.length < 2) return [{ rows, body }];
  const middle = rows.length >>> 1;
  return [...(await packed(rows.slice(0, middle))), ...(await packed(rows.slice(middle)))];
}
