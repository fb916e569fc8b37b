/** Cursor pages over a big unsorted set: one pass that keeps no more than a page. */
import { invalidPagination, withParams } from './paging.ts';

export interface Order<T> {
  key(item: T): string | number;
  id(item: T): string;
  isDescending: boolean;
  /** Most items all pages together may hold. */
  ceiling?: number;
}

export interface KeysetPage<T> {
  items: T[];
  meta: { has_more: boolean; after_cursor: string | null; before_cursor: string | null };
  links: { next: string | null; prev: string | null };
}

interface Cursor {
  key: string | number;
  id: string;
  /** Items on the pages up to and including the one that ends here. */
  seen: number;
}

/**
 * The page asked for by `page[size]` (1 to 100, 100 without it), `page[after]` and `page[before]`.
 * Refuses other sizes and unreadable cursors with 400.
 */
export function keysetPage<T>(items: Iterable<T>, order: Order<T>, url: URL): KeysetPage<T> {
  const size = sizeOf(url.searchParams.get('page[size]'));
  const after = readCursor(url.searchParams.get('page[after]'));
  const before = readCursor(url.searchParams.get('page[before]'));
  const isBack = before !== null && after === null;
  const seen = after?.seen ?? 0;
  const room = Math.min(size, (order.ceiling ?? Number.POSITIVE_INFINITY) - seen);
  const compare = comparator(order, isBack);
  const found = nearest(items, order, compare, after ?? before, room + 1);
  const isCut = found.length > room && (order.ceiling === undefined || seen + room < order.ceiling);
  const page = found.slice(0, Math.max(0, room));
  if (isBack) page.reverse();
  return toPage(
    page,
    order,
    url,
    { seen: seen + page.length, hasNext: isBack || isCut, hasPrev: isBack ? isCut : after !== null },
    isCut,
  );
}

function sizeOf(text: string | null): number {
  if (text === null) return 100;
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
  throw invalidPagination('page[size] must be a whole number from 1 to 100');
}

function comparator<T>(order: Order<T>, isBack: boolean) {
  const sign = order.isDescending === isBack ? 1 : -1;
  return (key: string | number, id: string, otherKey: string | number, otherId: string): number => {
    if (key !== otherKey) return key < otherKey ? -sign : sign;
    if (id === otherId) return 0;
    return id < otherId ? -sign : sign;
  };
}

/** The first `count` items beyond the cursor, in order. */
function nearest<T>(
  items: Iterable<T>,
  order: Order<T>,
  compare: ReturnType<typeof comparator<T>>,
  from: Cursor | null,
  count: number,
): T[] {
  const kept: { key: string | number; id: string; item: T }[] = [];
  for (const item of items) {
    const key = order.key(item);
    const id = order.id(item);
    if (from && compare(key, id, from.key, from.id) <= 0) continue;
    const last = kept[kept.length - 1];
    const isFull = kept.length >= count;
    if (isFull && last && compare(key, id, last.key, last.id) >= 0) continue;
    if (isFull) kept.pop();
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = kept[middle];
      if (other && compare(key, id, other.key, other.id) > 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, { key, id, item });
  }
  return kept.map((each) => each.item);
}

function toPage<T>(
  items: T[],
  order: Order<T>,
  url: URL,
  state: { seen: number; hasNext: boolean; hasPrev: boolean },
  has_more: boolean,
): KeysetPage<T> {
  const first = items[0];
  const last = items[items.length - 1];
  const cursor = (item: T, seen: number) => writeCursor({ key: order.key(item), id: order.id(item), seen });
  const after_cursor = last !== undefined && state.hasNext ? cursor(last, state.seen) : null;
  const before_cursor =
    first !== undefined && state.hasPrev ? cursor(first, state.seen - items.length) : null;
  return {
    items,
    meta: { has_more, after_cursor, before_cursor },
    links: { next: link(url, 'page[after]', after_cursor), prev: link(url, 'page[before]', before_cursor) },
  };
}

function link(url: URL, name: string, cursor: string | null): string | null {
  if (cursor === null) return null;
  return withParams(url, { 'page[after]': null, 'page[before]': null, [name]: cursor });
}

const writeCursor = ({ key, id, seen }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id, seen])).toString('base64url');

function readCursor(text: string | null): Cursor | null {
  if (!text) return null;
  try {
    const [key, id, seen] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [
      string,
      string,
      number,
    ];
    if (typeof id === 'string' && typeof seen === 'number') return { key, id, seen };
  } catch {
    // Refused below, like every other cursor that is not ours.
  }
  throw invalidPagination('Invalid pagination cursor');
}
