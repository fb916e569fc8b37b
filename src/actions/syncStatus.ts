/** Who keeps the scores up to date and how old they are; and what an admin may ask of it. */
import * as v from 'valibot';
import { Failure, type FailureKind, failureKinds } from '../care/failure.ts';
import {
  type BackfillPlace,
  type BackfillState,
  type Broken,
  progressOf,
  timeLeft,
  totalOf,
  type Wish,
  wantedState,
} from '../care/syncing.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import { type Places, readPlaces, writePlace } from '../zendesk/syncRecords.ts';

export interface SyncFailure {
  kind: FailureKind;
  /** Epoch milliseconds. */
  at: number;
}

export interface IncrementStatus {
  /** When it last ran, epoch milliseconds. */
  at: number;
  /** Whose app ran it. */
  byId: string;
  byName: string | null;
  /** Everything that happened until then is known, epoch milliseconds. */
  cursorAt: number;
  broken: Broken[];
}

export interface BackfillStatus {
  state: BackfillState;
  /** Nobody's app has begun what was asked: an admin's has to be open. */
  isWaiting: boolean;
  /** Surveys, ratings or tickets read, and how many there will be; `null` until that can be told. */
  done: number;
  total: number | null;
  /** 0-1 of the time it covers. */
  progress: number;
  from: number;
  to: number;
  at: number;
  byId: string;
  byName: string | null;
  broken: Broken[];
  /** Milliseconds by the pace so far; `null` while too little is done to tell, or it does not run. */
  msLeft: number | null;
  failure: SyncFailure | null;
}

export interface SyncStatus {
  /** `null` where none ever worked. */
  increment: IncrementStatus | null;
  /** Why the last try did not work, `null` where it did. */
  failure: SyncFailure | null;
  backfill: BackfillStatus | null;
}

/** One call, for every role; `background` where nobody asked for it just now. Throws `Failure`. */
export async function readSyncStatus(app: Outside, priority: Priority = 'interactive'): Promise<SyncStatus> {
  const status = statusOf(await readPlaces(app.zendesk.http, priority));
  const { increment, failure } = status;
  app.zendesk.hub.keep(keptAs, { at: increment?.at ?? null, failure: failure?.kind ?? null });
  return status;
}

/** Under this name the tab's hub keeps what was read last. */
const keptAs = 'sync';
const keptSchema = v.object({ at: v.nullable(v.number()), failure: v.nullable(v.picklist(failureKinds)) });

/** What somebody in this tab last read of it, without a call; `null` where nobody did. */
export async function recallSync(app: Outside): Promise<v.InferOutput<typeof keptSchema> | null> {
  const kept = v.safeParse(keptSchema, await app.zendesk.hub.recall(keptAs));
  return kept.success ? kept.output : null;
}

export function statusOf({ tickets, backfill, wish }: Places): SyncStatus {
  // A place nobody has worked at holds no more than the reason.
  const increment =
    tickets && tickets.at > 0
      ? {
          at: tickets.at,
          byId: tickets.byId,
          byName: tickets.byName,
          cursorAt: tickets.cursorAt,
          broken: tickets.broken,
        }
      : null;
  const failure = tickets?.failure ?? null;
  const state = wantedState(backfill, wish);
  if (!state) return { increment, failure, backfill: null };
  const isBegun = backfill !== null && (wish === null || backfill.id === wish.id);
  return { increment, failure, backfill: isBegun ? begun(backfill, state) : wish && asked(wish, state) };
}

function begun(place: BackfillPlace, state: BackfillState): BackfillStatus {
  const { done, from, to, at, byId, byName, broken, failure } = place;
  const msLeft = state === 'running' ? timeLeft(place) : null;
  const progress = progressOf(place);
  const total = totalOf(place);
  const isWaiting = false;
  return {
    state,
    isWaiting,
    done,
    total,
    progress,
    from,
    to,
    at,
    byId,
    byName,
    broken,
    msLeft,
    failure,
  };
}

const asked = ({ from, to, at, byId }: Wish, state: BackfillState): BackfillStatus => ({
  state,
  isWaiting: state === 'running',
  done: 0,
  total: null,
  progress: 0,
  from,
  to,
  at,
  byId,
  byName: null,
  broken: [],
  msLeft: null,
  failure: null,
});

/** Asks for the scores since `from`, epoch milliseconds; a backfill under way is replaced. Admins only. */
export async function startBackfill(app: Outside, from: number): Promise<void> {
  const to = app.now();
  await wish(app, { id: `${to}-${app.user.id}`, wanted: 'running', from, to });
}

/** Holds after the surveys in hand. Does nothing without a backfill. */
export const pauseBackfill = (app: Outside): Promise<void> => change(app, 'paused');

export const resumeBackfill = (app: Outside): Promise<void> => change(app, 'running');

/** Ends it; what it recorded stays. */
export const cancelBackfill = (app: Outside): Promise<void> => change(app, 'cancelled');

/** Looks for new scores at once, where an admin's app is open in this browser. */
export async function syncNow(app: Outside): Promise<void> {
  app.zendesk.hub.poke();
}

async function change(app: Outside, wanted: Wish['wanted']): Promise<void> {
  const places = await readPlaces(app.zendesk.http, 'interactive');
  const before = places.wish ?? places.backfill;
  if (!before) return;
  const { id, from, to } = before;
  await wish(app, { id, wanted, from, to });
}

async function wish(app: Outside, wanted: Omit<Wish, 'at' | 'byId'>): Promise<void> {
  if (!app.user.isAdmin) throw new Failure('forbidden', { status: 403, message: 'for admins' });
  const state = { ...wanted, at: app.now(), byId: app.user.id };
  await writePlace(app.zendesk.http, { name: 'wish', state }, 'interactive');
  app.zendesk.hub.poke();
}
