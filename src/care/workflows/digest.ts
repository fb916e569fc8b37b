/** The text of a digest: which tickets, and how long they have. No customer's words, names or addresses. */
import { byId } from './recipients.ts';

export interface DigestRow {
  ticketId: string;
  /** Epoch milliseconds; `null` where nothing is due. */
  dueAt: number | null;
  /** When the customer rated, epoch milliseconds; `null` where that is unknown. */
  ratedAt: number | null;
}

/** In the account's language; what they answer stands on one line each. */
export interface DigestWords {
  line: (row: { ticketId: string; dueAt: number | null }) => string;
  more: (count: number) => string;
}

export const mostLines = 60;

/** Next due first, then the oldest; at most `mostLines` lines, the last of which says how many more there are. */
export function digestText(rows: readonly DigestRow[], words: DigestWords): string {
  const sorted = [...rows].sort(
    (a, b) =>
      when(a.dueAt) - when(b.dueAt) || when(a.ratedAt) - when(b.ratedAt) || byId(a.ticketId, b.ticketId),
  );
  const shown = sorted.length > mostLines ? sorted.slice(0, mostLines - 1) : sorted;
  const lines = shown.map(({ ticketId, dueAt }) => words.line({ ticketId, dueAt }));
  const rest = sorted.length - shown.length;
  return [...lines, ...(rest > 0 ? [words.more(rest)] : [])].map(onOneLine).join('\n');
}

/** What has no time comes last; a number no subtraction turns into nothing. */
const when = (at: number | null) => at ?? Number.MAX_SAFE_INTEGER;

const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
