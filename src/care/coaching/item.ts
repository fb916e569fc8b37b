/** What is agreed in a 1:1: things to do with a day, and notes. Each is a record of its own. */
import * as v from 'valibot';
import { instant } from '../rating.ts';

/** `action` and `agreed` are for the agent and those who lead; `coach_only` for whoever wrote it, and admins. */
export const itemKinds = ['action', 'agreed', 'coach_only'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = ['open', 'done', 'not_done', 'removed'] as const;
export type ItemState = (typeof itemStates)[number];

/** Things to do that are open at a time. */
export const mostOpen = 5;
export const longestText = 1000;
/** Entries of its story that are kept, the newest. */
const mostLog = 30;

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

const itemSchema = v.object({
  kind: v.picklist(itemKinds),
  text: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestText)),
  /** Of an action, `YYYY-MM-DD`. */
  dueOn: v.optional(v.nullable(day), null),
  state: v.picklist(itemStates),
  /** Grows by one with every writing: whoever writes on an older one learns of it. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Who wrote what, oldest first. */
  log: v.array(
    v.object({ byId: v.string(), at: instant, act: v.picklist(['written', 'changed', ...itemStates]) }),
  ),
});
export type Item = v.InferOutput<typeof itemSchema>;

export interface StoredItem extends Item {
  id: string;
  /** Guarded by Zendesk, or open to every agent who asks for it past the app. */
  isGuarded: boolean;
}

export function parseItem(body: unknown): Item | null {
  const result = v.safeParse(itemSchema, body);
  return result.success ? result.output : null;
}

/** What somebody wants of an item: a new text or day, or another state. */
export interface ItemChange {
  text?: string;
  dueOn?: string | null;
  state?: ItemState;
}

interface By {
  byId: string;
  at: number;
}

export const newItem = (kind: ItemKind, text: string, dueOn: string | null, by: By): Item => ({
  kind,
  text: text.trim().slice(0, longestText),
  dueOn: kind === 'action' ? dueOn : null,
  state: 'open',
  rev: 1,
  log: [{ ...by, act: 'written' }],
});

export function changed(item: Item, change: ItemChange, by: By): Item {
  const act: Item['log'][number]['act'] =
    change.state !== undefined && change.state !== item.state ? change.state : 'changed';
  const text = change.text?.trim() ?? item.text;
  return { ...item, ...change, text, rev: item.rev + 1, log: [...item.log, { ...by, act }].slice(-mostLog) };
}

/** Is that what it says already? */
export const holds = (item: Item, change: ItemChange) =>
  (['text', 'dueOn', 'state'] as const).every(
    (name) => change[name] === undefined || change[name] === item[name],
  );

export const openActions = (items: readonly Item[]) =>
  items.filter(({ kind, state }) => kind === 'action' && state === 'open');

export const isFull = (items: readonly Item[]) => openActions(items).length >= mostOpen;

/** `today` as `YYYY-MM-DD`. */
export const isLate = ({ state, dueOn }: Item, today: string) =>
  state === 'open' && dueOn !== null && dueOn < today;

/** Done, of those that are decided or whose day has passed. */
export function completionOf(items: readonly Item[], today: string): { k: number; n: number } {
  const due = items.filter(
    (item) =>
      item.kind === 'action' && (item.state === 'done' || item.state === 'not_done' || isLate(item, today)),
  );
  return { k: due.filter(({ state }) => state === 'done').length, n: due.length };
}
