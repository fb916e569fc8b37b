/** How far the sync has come, and what people want of it: shapes kept in the account, and their rules. */
import * as v from 'valibot';
import { failureKinds } from './failure.ts';
import { instant } from './rating.ts';

/** Rows that could not be read or written, by reason. */
const broken = v.object({ reason: v.string(), count: v.number() });
export type Broken = v.InferOutput<typeof broken>;

const who = { at: instant, byId: v.string(), byName: v.optional(v.nullable(v.string()), null) };
const failure = v.optional(v.nullable(v.object({ kind: v.picklist(failureKinds), at: instant })), null);
/** Ids of tickets, kept as one text: quotes and commas between thousands would outgrow the record. */
const tickets = v.optional(
  v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((ids) => ids.split(',').filter((one) => one !== '')),
    ),
  ]),
  [],
);

/** Tickets a place may hold, at most: with ids of twelve digits it stays below the 32 KB of a record. */
export const mostKept = { unchecked: 1_500, unattributed: 500, pending: 150 };

export const incrementSchema = v.object({
  ...who,
  /** Where the next page of changed tickets begins; `null` before the first. */
  cursor: v.nullable(v.string()),
  /** Everything that happened until then is known, epoch milliseconds. */
  cursorAt: instant,
  /** Tickets that may have lost a rating, still to be compared with the ledger. */
  unchecked: tickets,
  /** Rated tickets whose history is still to be read. */
  unattributed: tickets,
  /** Tickets of pages before the cursor that are still to be recorded: whoever goes on begins with them. */
  pending: tickets,
  /** Nothing they bring is older, epoch milliseconds; `null` where none are pending. */
  pendingSince: v.optional(v.nullable(instant), null),
  /** When the surveys of the last four weeks were last counted. */
  windowAt: v.optional(v.nullable(instant), null),
  broken: v.optional(v.array(broken), []),
  failure,
});
/** Of the record `sync:tickets`. */
export type IncrementPlace = v.InferOutput<typeof incrementSchema>;

/** The place of an account nobody has synced; `cursorAt` is from when on the first one is to read. */
export const newIncrement = (
  who: Pick<IncrementPlace, 'at' | 'byId' | 'byName'>,
  cursorAt: number,
): IncrementPlace => ({
  ...who,
  cursor: null,
  cursorAt,
  unchecked: [],
  unattributed: [],
  pending: [],
  pendingSince: null,
  windowAt: null,
  broken: [],
  failure: null,
});

/** As it is kept: read by `incrementSchema`. */
export const packIncrement = (place: IncrementPlace): v.InferInput<typeof incrementSchema> => ({
  ...place,
  unchecked: place.unchecked.join(','),
  unattributed: place.unattributed.join(','),
  pending: place.pending.join(','),
});

export const backfillStates = ['running', 'paused', 'done', 'cancelled'] as const;
export type BackfillState = (typeof backfillStates)[number];

/** What a backfill reads, in this order: surveys or good/bad ratings, then scores other tools left on tickets. */
export const backfillPhases = ['surveys', 'ratings', 'tickets', 'done'] as const;
export type BackfillPhase = (typeof backfillPhases)[number];

export const backfillSchema = v.object({
  ...who,
  /** Of the wish that began it. */
  id: v.string(),
  state: v.picklist(backfillStates),
  phase: v.picklist(backfillPhases),
  /** The time it covers, epoch milliseconds. */
  from: instant,
  to: instant,
  /** Everything before is done, epoch milliseconds. */
  reachedAt: instant,
  /** Where the next page begins within the phase. */
  after: v.nullable(v.string()),
  /** Surveys, ratings or tickets read. */
  done: v.number(),
  startedAt: instant,
  /** Milliseconds it has been at work, pauses left out. */
  spent: v.number(),
  /** The month being counted and its surveys so far: `JSON` of `coverage`, so that a reload goes on counting. */
  tally: v.optional(v.unknown(), null),
  broken: v.optional(v.array(broken), []),
  failure,
});
/** Of the record `sync:backfill`. */
export type BackfillPlace = v.InferOutput<typeof backfillSchema>;

export const wishSchema = v.object({
  /** Of the backfill it is about. */
  id: v.string(),
  wanted: v.picklist(['running', 'paused', 'cancelled']),
  from: instant,
  to: instant,
  at: instant,
  byId: v.string(),
});
/** Of the record `sync:wish`: what somebody asked of the backfill. Only people write it, only the sync obeys it. */
export type Wish = v.InferOutput<typeof wishSchema>;

/** Another admin's app is at work while its place is younger than this, milliseconds. */
export const freshFor = 180_000;

/** Is somebody else's app keeping this up? */
export const isKeptByOther = (
  place: { at: number; byId: string } | null,
  ownId: string,
  now: number,
): boolean => place !== null && place.byId !== ownId && Math.abs(now - place.at) < freshFor;

/** What the backfill is to do now, by what was asked of it last; `null` where nothing was ever asked. */
export function wantedState(place: BackfillPlace | null, wish: Wish | null): BackfillState | null {
  if (!wish) return place?.state ?? null;
  if (place?.id === wish.id && (place.state === 'done' || place.state === 'cancelled')) return place.state;
  return wish.wanted;
}

/** 0-1 of the time a backfill covers. */
export function progressOf({ from, to, reachedAt, state }: BackfillPlace): number {
  if (state === 'done') return 1;
  return to <= from ? 1 : Math.min(1, Math.max(0, (reachedAt - from) / (to - from)));
}

/** Milliseconds left by the pace so far, `null` while too little is done to tell. */
export function timeLeft(place: BackfillPlace): number | null {
  const progress = progressOf(place);
  if (place.state === 'done') return 0;
  return progress < 0.01 || place.spent <= 0 ? null : (place.spent * (1 - progress)) / progress;
}

/** How many there will be in all, by how many there were in the time covered so far; `null` at the beginning. */
export function totalOf(place: BackfillPlace): number | null {
  const progress = progressOf(place);
  if (place.state === 'done') return place.done;
  return progress < 0.01 ? null : Math.max(place.done, Math.round(place.done / progress));
}

/** The same rows counted once more. */
export function plusBroken(known: readonly Broken[], reasons: readonly string[]): Broken[] {
  const counts = new Map(known.map(({ reason, count }) => [reason, count]));
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
