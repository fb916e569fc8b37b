/** Keeps the scores up to date while this tab is the one that should: what an admin's background frame runs. */
import { asFailure, type Failure } from '../care/failure.ts';
import {
  type BackfillPlace,
  type IncrementPlace,
  isKeptByOther,
  newIncrement,
  wantedState,
} from '../care/syncing.ts';
import type { Outside } from '../zendesk/outside.ts';
import { findEpochUnit } from '../zendesk/responses.ts';
import { type Places, readPlaces, writePlace } from '../zendesk/syncRecords.ts';
import type { Backfill } from './backfill.ts';
import { readKnownDomains } from './readKnownDomain.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';
import { syncTickets } from './syncTickets.ts';

export interface KeepSyncOptions {
  isLeader: () => boolean;
  /** Milliseconds since another frame of this tab called Zendesk. */
  calm: () => number;
  /** Milliseconds of any clock that does not jump. */
  clock: () => number;
  wait: (ms: number) => Promise<void>;
}

export interface KeptSync {
  /** Somebody asked: looks at once. */
  poke(): void;
  stop(): void;
}

/** Milliseconds. The first ticket somebody opens in a new tab goes first. */
const beforeFirst = 20_000;
const betweenIncrements = 60_000;
/** A person who has just clicked clicks again: the sync waits for so much calm, but not for ever. */
const calmFor = 12_000;
const longestPostponement = 60_000;
/** What somebody is waiting to see done gives way only to a click as fresh as this. */
const clickFor = 3_000;
const look = 2_000;
const day = 86_400_000;
const betweenSettings = 1_800_000;
/** After failures in a row: twice as long each time. */
const firstPause = 30_000;
const longestPause = 900_000;
/** Histories read in one round, so that scores are never late for their sake. */
const attributedAtOnce = 20;
/** So many waiting are worth reading the account's events once. */
const manyUnattributed = 60;

/** Never throws. Does nothing for people who are no admins. */
export function keepSync(app: Outside, options: KeepSyncOptions): KeptSync {
  const kept = new Kept(app, options);
  if (app.user.isAdmin) void kept.run();
  return kept;
}

class Kept implements KeptSync {
  #app: Outside;
  readonly #options: KeepSyncOptions;
  #isStopped = false;
  #isPoked = false;
  #wake: () => void = () => {};
  #failures = 0;
  #incrementAt = Number.NEGATIVE_INFINITY;
  #settingsAt = Number.NEGATIVE_INFINITY;
  #knownDomains: ReadonlySet<string> = new Set();
  #backfill: Backfill | null = null;
  #backfillFailures = 0;
  #backfillRestsUntil = Number.NEGATIVE_INFINITY;
  /** Scores of the past are being read, or the tab that read them is gone: it goes on without waiting for calm. */
  #isHurried = false;

  constructor(app: Outside, options: KeepSyncOptions) {
    this.#app = app;
    this.#options = options;
  }

  poke(): void {
    this.#isPoked = true;
    this.#wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    await this.#rest(beforeFirst);
    while (!this.#isStopped) {
      if (await this.#mayBegin()) await this.#tryRound();
      await this.#rest(this.#pause());
    }
  }

  /** Resolves early when somebody asks. */
  async #rest(ms: number): Promise<void> {
    if (this.#isPoked || this.#isStopped) return;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([this.#options.wait(ms), woken]);
  }

  #pause(): number {
    if (!this.#options.isLeader()) return look;
    if (this.#failures === 0) return this.#backfill ? look : betweenIncrements;
    return Math.min(longestPause, firstPause * 2 ** (this.#failures - 1));
  }

  async #mayBegin(): Promise<boolean> {
    const { isLeader, clock, calm } = this.#options;
    const since = clock();
    while (isLeader() && !this.#isPoked && !this.#isStopped) {
      const isPostponed = clock() - since <= longestPostponement;
      if (!isPostponed || calm() >= (this.#isHurried ? clickFor : calmFor)) break;
      await this.#rest(look);
    }
    if (this.#isStopped || isLeader()) return !this.#isStopped;
    // What was asked of this tab was asked of the one that leads; this one may be its heir.
    this.#isPoked = false;
    this.#backfill = null;
    this.#isHurried = true;
    return false;
  }

  async #tryRound(): Promise<void> {
    const isAsked = this.#isPoked;
    this.#isPoked = false;
    let places: Places | null = null;
    try {
      await this.#readSettings(isAsked);
      places = await readPlaces(this.#app.zendesk.http);
      await this.#round(places, isAsked);
      this.#failures = 0;
    } catch (cause) {
      this.#failures += 1;
      this.#backfill = null;
      await this.#note(asFailure(cause), places);
    }
  }

  async #round(places: Places, isAsked: boolean): Promise<void> {
    let place: IncrementPlace | null = null;
    if (!isKeptByOther(places.tickets, this.#app.user.id, this.#app.now())) {
      const isDue = this.#options.clock() - this.#incrementAt >= betweenIncrements - look;
      if (isDue || isAsked) place = await this.#increment(places.tickets);
    }
    await this.#goOnOrSay(places);
    this.#isHurried = this.#backfill !== null;
    // Somebody waits for a backfill; the surveys of these weeks have time until it is done.
    if (place && !this.#backfill) await this.#count(place, places.backfill === null);
  }

  async #increment(before: IncrementPlace | null): Promise<IncrementPlace> {
    const { place } = await syncTickets(this.#app, before);
    this.#incrementAt = this.#options.clock();
    return this.#attribute(place);
  }

  /** Some of the ratings whose history is still to be read. */
  async #attribute(place: IncrementPlace): Promise<IncrementPlace> {
    const { unattributed } = place;
    if (unattributed.length === 0) return place;
    const { attributeRatings, mostAttributed } = await import('./attributeRatings.ts');
    const isMany = unattributed.length > manyUnattributed;
    const taken = unattributed.slice(0, isMany ? mostAttributed : attributedAtOnce);
    await attributeRatings(this.#app, taken, { knownDomains: this.#knownDomains });
    const rest = { ...place, unattributed: unattributed.filter((id) => !taken.includes(id)) };
    await writePlace(this.#app.zendesk.http, { name: 'tickets', state: rest });
    return rest;
  }

  /** Once a day, the surveys that may still have changed. */
  async #count(place: IncrementPlace, isUnread: boolean): Promise<void> {
    const now = this.#app.now();
    if (place.windowAt !== null && now - place.windowAt < day) return;
    const { http } = this.#app.zendesk;
    if (this.#app.configuration.survey === null) return;
    const unit = this.#app.configuration.survey === 'legacy' ? 'seconds' : await findEpochUnit(http, now);
    const { countRecent } = await import('./countCoverage.ts');
    const options = { isStopped: () => this.#isHeld(), isFirst: isUnread && place.windowAt === null };
    const isCounted = unit === null || (await countRecent(this.#app, unit, options));
    if (isCounted) await writePlace(http, { name: 'tickets', state: { ...place, windowAt: now } });
  }

  /** Is there something better to do than to go on? */
  #isHeld(): boolean {
    return this.#isStopped || this.#isPoked || !this.#options.isLeader();
  }

  /** What stops the backfill is its own matter: it says so, rests, and does not keep new scores waiting. */
  async #goOnOrSay(places: Places): Promise<void> {
    if (!this.#isPoked && this.#options.clock() < this.#backfillRestsUntil) return;
    try {
      await this.#goOn(places);
      this.#backfillFailures = 0;
    } catch (cause) {
      const { kind } = asFailure(cause);
      const reached = this.#backfill?.place ?? null;
      this.#backfill = null;
      this.#backfillRestsUntil =
        this.#options.clock() + Math.min(longestPause, firstPause * 2 ** this.#backfillFailures);
      this.#backfillFailures += 1;
      if (reached && kind !== 'offline' && kind !== 'signedOut')
        await this.#noteBackfill(reached, { kind, at: this.#app.now() });
    }
  }

  /** On what the account knows: what this frame reached beyond it is not recorded. */
  async #noteBackfill(reached: BackfillPlace, failure: NonNullable<BackfillPlace['failure']>): Promise<void> {
    const { http } = this.#app.zendesk;
    const { backfill: stored } = await readPlaces(http).catch(() => ({ backfill: null }));
    if (stored && stored.id !== reached.id) return;
    const state = { ...(stored ?? reached), failure };
    await writePlace(http, { name: 'backfill', state }).catch(() => {});
  }

  async #goOn({ backfill: place, wish }: Places): Promise<void> {
    const wanted = wantedState(place, wish);
    const isOwn = place !== null && (wish === null || place.id === wish.id);
    if (wanted !== 'running') {
      this.#backfill = null;
      const isToNote = isOwn && wanted !== null && place.state !== wanted && place.state !== 'done';
      if (isToNote)
        await writePlace(this.#app.zendesk.http, { name: 'backfill', state: { ...place, state: wanted } });
      return;
    }
    if (isOwn && isKeptByOther(place, this.#app.user.id, this.#app.now())) {
      this.#backfill = null;
      return;
    }
    const { createBackfill, newBackfill } = await import('./backfill.ts');
    const start = isOwn ? place : wish && newBackfill(this.#app, wish);
    if (!start) return;
    if (this.#backfill?.place.id !== start.id || this.#backfill.place.after !== start.after)
      this.#backfill = createBackfill(this.#app, start, { clock: this.#options.clock });
    const until = this.#options.clock() + betweenIncrements;
    const running = this.#backfill;
    const isClicked = () => this.#options.calm() < clickFor;
    await running.run(() => this.#isHeld() || isClicked() || this.#options.clock() >= until);
    if (running.place.state === 'done') this.#backfill = null;
  }

  /** What an admin changed meanwhile; this frame's own copy is as old as its tab. */
  async #readSettings(isAsked: boolean): Promise<void> {
    const { clock } = this.#options;
    if (!isAsked && clock() - this.#settingsAt < betweenSettings) return;
    this.#app = { ...this.#app, configuration: await readStoredConfiguration(this.#app) };
    this.#settingsAt = clock();
    this.#backfill = null;
    this.#knownDomains = await readKnownDomains(this.#app).catch(() => new Set<string>());
  }

  /** Leaves word of what went wrong, where that much still works. */
  async #note({ kind }: Failure, places: Places | null): Promise<void> {
    if (!places || ['offline', 'signedOut'].includes(kind)) return;
    const { zendesk, user } = this.#app;
    const now = this.#app.now();
    const current = await readPlaces(zendesk.http).catch(() => null);
    if (!current || isKeptByOther(current.tickets, user.id, now)) return;
    // The first one to work reads from here on; until then nobody has synced.
    const place = current.tickets ?? newIncrement({ at: 0, byId: user.id, byName: user.name }, now);
    const state = { ...place, failure: { kind, at: now } };
    await writePlace(zendesk.http, { name: 'tickets', state }).catch(() => {});
  }
}
