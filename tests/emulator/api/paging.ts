/** Zendesk's two ways of turning pages: cursors (`page[size]`) and offsets (`page`, `per_page`). */
import { Refusal } from './http.ts';

/** What the pages of a list are cut from. */
export interface Listing<T> {
  /** Plural name of the list in the answer. */
  name: string;
  /** In order; read only as far as the page needs. */
  items: Iterable<T>;
  /** All there are, for the offset style's `count`; left out where it is too dear to know. */
  total?: number;
  format(item: T): unknown;
}

export const isCursorStyle = (query: URLSearchParams): boolean =>
  ['page[size]', 'page[after]', 'page[before]'].some((name) => query.has(name));

/**
 * One page of a list in the style the caller asked for; offsets unless a `page[…]` parameter stands.
 * @throws Refusal 400 for sizes and depths Zendesk does not serve
 */
export function pageOf<T>(request: Request, listing: Listing<T>, largest = 100): Record<string, unknown> {
  const url = new URL(request.url);
  return isCursorStyle(url.searchParams)
    ? cursorPage(url, listing, largest)
    : offsetPage(url, listing, largest);
}

/** `meta.has_more`, cursors and links; positions, not entities, are what the cursors carry. */
export function cursorPage<T>(url: URL, listing: Listing<T>, largest = 100): Record<string, unknown> {
  const size = wholeNumber(url.searchParams.get('page[size]'), largest, largest, 'page[size]');
  const before = url.searchParams.get('page[before]');
  const after = url.searchParams.get('page[after]');
  const end = before === null ? null : readCursor(before);
  const start = end === null ? (after === null ? 0 : readCursor(after)) : Math.max(0, end - size);
  const rows = slice(listing.items, start, (end ?? start + size) + 1 - start);
  const page = rows.slice(0, end === null ? size : end - start);
  const hasMore = rows.length > page.length;
  const next = page.length > 0 ? writeCursor(start + page.length) : null;
  const previous = page.length > 0 ? writeCursor(start) : null;
  return {
    [listing.name]: page.map((item) => listing.format(item)),
    meta: { has_more: end === null ? hasMore : start > 0, after_cursor: next, before_cursor: previous },
    links: {
      prev: start > 0 && previous ? withParams(url, { 'page[before]': previous, 'page[after]': null }) : null,
      next: hasMore && next ? withParams(url, { 'page[after]': next, 'page[before]': null }) : null,
    },
  };
}

export interface KeyedListing<K, T> {
  name: string;
  /** Everything beyond a key, in the list's order or against it; all of it without a key. */
  from(after: K | undefined, isBackwards: boolean): Iterable<T>;
  keyOf(item: T): K;
  format(item: T): unknown;
}

/** A cursor page whose cursors carry keys, so that a late page costs no more than the first. */
export function keyedPage<K extends string | number, T>(
  url: URL,
  listing: KeyedListing<K, T>,
  largest = 100,
): Record<string, unknown> {
  const size = wholeNumber(url.searchParams.get('page[size]'), largest, largest, 'page[size]');
  const before = url.searchParams.get('page[before]');
  const after = url.searchParams.get('page[after]');
  const isBack = before !== null;
  const key = before ?? after;
  const rows = slice(listing.from(key === null ? undefined : readKey<K>(key), isBack), 0, size + 1);
  const isCut = rows.length > size;
  const page = rows.slice(0, size);
  if (isBack) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const next = last === undefined ? null : writeKey(listing.keyOf(last));
  const previous = first === undefined ? null : writeKey(listing.keyOf(first));
  const [hasNext, hasPrevious] = isBack ? [true, isCut] : [isCut, after !== null];
  return {
    [listing.name]: page.map((item) => listing.format(item)),
    meta: { has_more: isCut, after_cursor: next, before_cursor: previous },
    links: {
      prev:
        hasPrevious && previous ? withParams(url, { 'page[before]': previous, 'page[after]': null }) : null,
      next: hasNext && next ? withParams(url, { 'page[after]': next, 'page[before]': null }) : null,
    },
  };
}

const writeKey = (key: string | number): string => Buffer.from(JSON.stringify({ k: key })).toString('base64');

function readKey<K>(cursor: string): K {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'k' in parsed) return parsed.k as K;
  } catch {}
  throw invalidPagination('Invalid pagination cursor');
}

/** Offsets end at record 10,000. `count` is the whole list's. */
export function offsetPage<T>(url: URL, listing: Listing<T>, largest = 100): Record<string, unknown> {
  const size = Math.min(
    largest,
    wholeNumber(url.searchParams.get('per_page'), largest, Number.MAX_SAFE_INTEGER),
  );
  const page = wholeNumber(url.searchParams.get('page'), 1, Number.MAX_SAFE_INTEGER);
  if (page * size > 10_000 && page > 1) throw tooDeep();
  const rows = slice(listing.items, (page - 1) * size, size + 1);
  return {
    [listing.name]: rows.slice(0, size).map((item) => listing.format(item)),
    count: listing.total ?? (page - 1) * size + rows.length,
    next_page: rows.length > size ? withParams(url, { page: String(page + 1) }) : null,
    previous_page: page > 1 ? withParams(url, { page: String(page - 1) }) : null,
  };
}

/** The same address with some parameters set, or dropped where `null`. */
export function withParams(url: URL, changes: Record<string, string | null>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.toString();
}

/** Skips and takes without reading further. */
export function slice<T>(items: Iterable<T>, start: number, count: number): T[] {
  if (Array.isArray(items)) return items.slice(start, start + count);
  const taken: T[] = [];
  let index = 0;
  for (const item of items) {
    if (index >= start) taken.push(item);
    index += 1;
    if (taken.length >= count) break;
  }
  return taken;
}

/** Opaque to callers, as Zendesk's are. */
export const writeCursor = (position: number): string =>
  Buffer.from(JSON.stringify({ o: position })).toString('base64');

/** @throws Refusal 400 for a cursor nobody gave out */
export function readCursor(cursor: string): number {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'o' in parsed && typeof parsed.o === 'number') {
      return parsed.o;
    }
  } catch {}
  throw invalidPagination('Invalid pagination cursor');
}

export const invalidPagination = (title: string) =>
  new Refusal(400, { errors: [{ code: 'InvalidPaginationParameter', title, detail: title }] });

const tooDeep = () =>
  new Refusal(400, {
    errors: [
      {
        code: 'InvalidPaginationDepth',
        title: 'Invalid pagination depth',
        detail: 'You have exceeded the maximum number of records (10000) that may be paged through by offset',
      },
    ],
  });

function wholeNumber(text: string | null, otherwise: number, largest: number, name = 'page'): number {
  if (text === null || text === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= largest) return value;
  throw invalidPagination(`${name} must be a whole number from 1 to ${largest}`);
}
