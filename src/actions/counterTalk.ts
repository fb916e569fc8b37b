/** What the page and its counting worker say to each other. */
import type { AskName } from '../care/insights/asks.ts';
import type { Columns } from '../care/insights/columns.ts';

interface ColumnPart {
  kind: 'part';
  name: string;
  value: unknown;
}

/** Columns come one by one: a million rows copied at once would hold the page up. */
export type ToWorker =
  | ColumnPart
  | { kind: 'ask'; id: number; name: AskName; args: readonly unknown[] }
  | { kind: 'cancel'; id: number };

export type FromWorker =
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'failed'; id: number; message: string };

/** Columns as messages, `columnsFrom` in the worker puts them together again. */
export function partsOfColumns(columns: Columns): ColumnPart[] {
  const { texts, ...others } = columns;
  const apart = Object.entries(others).map(([name, value]) => ({ kind: 'part' as const, name, value }));
  const ofTexts = Object.entries(texts).map(([name, value]) => ({
    kind: 'part' as const,
    name: `texts.${name}`,
    value,
  }));
  return [...apart, ...ofTexts];
}

export function columnsFrom(parts: ReadonlyMap<string, unknown>): Columns {
  const entries = [...parts];
  const prefix = 'texts.';
  const texts = entries.filter(([name]) => name.startsWith(prefix));
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith(prefix))),
    texts: Object.fromEntries(texts.map(([name, value]) => [name.slice(prefix.length), value])),
  } as unknown as Columns;
}
