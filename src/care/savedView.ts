/** A view somebody saved: a filter under a name. */
import * as v from 'valibot';

/** Characters of a view's or a collection's name. */
export const longestName = 60;

/** Trimmed, never empty; control characters are none of a name's business. */
export const nameSchema = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim()),
  v.nonEmpty(),
  v.maxLength(longestName),
);

export const savedViewSchema = v.object({
  name: nameSchema,
  /** As `encodeQuery` writes it. */
  query: v.pipe(v.string(), v.maxLength(20_000)),
  /** Zendesk id of who saved it first. */
  ownerId: v.string(),
  /** Offered to colleagues, and opened by a link. */
  isShared: v.boolean(),
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** A saved item with what its record tells. */
export type Saved<T> = T & {
  id: string;
  /** Epoch milliseconds. */
  updatedAt: number;
  /** Who wrote it last. */
  byId: string;
};

/** May this person see it? Nothing but these screens keeps what is not shared from others: see `design.md` §2. */
export const isVisible = ({ ownerId, isShared }: { ownerId: string; isShared: boolean }, userId: string) =>
  isShared || ownerId === userId;

/** One's own first, then by name. */
export function inOrder<T extends { name: string; ownerId: string }>(
  items: readonly T[],
  userId: string,
): T[] {
  const rank = ({ ownerId }: T) => (ownerId === userId ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** An id as it stands in addresses: whatever else a link says is none. */
export const isItemId = (text: string) => /^[\w-]{1,40}$/.test(text);
