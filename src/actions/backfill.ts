/** The scores of the past: every survey sent in a period, its answer, its place in the coverage, and whose it is. */
import * as v from 'valibot';
import { boundsOf, monthOf } from '../care/coverage.ts';
import { packGroups, unpackGroups } from '../care/coverageBody.ts';
import { asFailure } from '../care/failure.ts';
import { type BackfillPhase, type BackfillPlace, plusBroken } from '../care/syncing.ts';
import { readLegacyRatingPages } from '../zendesk/legacyRatings.ts';
import type { Outside } from '../zendesk/outside.ts';
import { findEpochUnit } from '../zendesk/responses.ts';
import { type Place, writePlace } from '../zendesk/syncRecords.ts';
import { backfillTickets } from './backfillTickets.ts';
import { type Chains, chainsSince } from './chains.ts';
import { type MonthTallies, readSurveyUnits, withCounted, writeMonths } from './countCoverage.ts';
import type { CountedSurvey, RecordedSurveys } from './recordCounted.ts';
import { recordRatings } from './recordRatings.ts';
import { recordSurveys } from './recordSurveys.ts';

export interface BackfillControl {
  /** Asked after each unit of some hundred surveys: is it to hold? What was done until then stays. */
  isStopped: () => boolean;
  onProgress?: (place: BackfillPlace) => void;
  /** Milliseconds of any clock that runs: how long the work takes is measured by it. */
  clock: () => number;
}

/** A backfill in the middle: what it heard of tickets so far is kept from one run to the next. */
export interface Backfill {
  readonly place: BackfillPlace;
  /** Goes on until it is done or stopped. Throws `Failure`; then a new one has to be made from the place. */
  run(isStopped: () => boolean): Promise<void>;
}

/** How far a step came. */
export type Step = Partial<Pick<BackfillPlace, 'after' | 'reachedAt' | 'done' | 'phase' | 'state' | 'tally'>>;

/** A backfill that has not begun. `from` and `to` in epoch milliseconds. */
export function newBackfill(app: Outside, wish: { id: string; from: number; to: number }): BackfillPlace {
  const now = app.now();
  return {
    id: wish.id,
    state: 'running',
    phase: phasesOf(app)[0] ?? 'done',
    from: wish.from,
    to: wish.to,
    reachedAt: wish.from,
    after: null,
    done: 0,
    startedAt: now,
    spent: 0,
    at: now,
    byId: app.user.id,
    byName: app.user.name,
    tally: null,
    broken: [],
    failure: null,
  };
}

function phasesOf({ configuration }: Outside): BackfillPhase[] {
  const { survey, scoreSources } = configuration;
  const own: BackfillPhase[] = survey === 'legacy' ? ['ratings'] : survey === null ? [] : ['surveys'];
  return [...own, ...(scoreSources.length > 0 ? (['tickets'] as const) : [])];
}

/**
 * Goes on from `start` until it is done or stopped, and answers how far it came. Its place is written by the job that
 * writes the scores it stands for, so that a crash or a reload repeats one unit. Admins only. Throws `Failure`.
 */
export async function backfill(
  app: Outside,
  start: BackfillPlace,
  control: BackfillControl,
): Promise<BackfillPlace> {
  const run = createBackfill(app, start, control);
  await run.run(control.isStopped);
  return run.place;
}

export const createBackfill = (
  app: Outside,
  start: BackfillPlace,
  control: Pick<BackfillControl, 'clock' | 'onProgress'>,
): Backfill => new BackfillRun(app, start, control);

class BackfillRun implements Backfill {
  place: BackfillPlace;
  readonly #app: Outside;
  readonly #control: Pick<BackfillControl, 'clock' | 'onProgress'>;
  #isStopped: () => boolean = () => false;
  #tallies: MonthTallies;
  #chains: ((earliest: number) => Chains) | null = null;
  #isFresh = true;
  #begun = 0;

  constructor(app: Outside, start: BackfillPlace, control: Pick<BackfillControl, 'clock' | 'onProgress'>) {
    this.#app = app;
    this.#control = control;
    this.place = { ...start, state: 'running', failure: null };
    this.#tallies = talliesIn(start.tally);
  }

  async run(isStopped: () => boolean): Promise<void> {
    this.#isStopped = isStopped;
    this.#begun = this.#control.clock();
    while (this.place.phase !== 'done') {
      if (!(await this.#runPhaseFrom())) return;
      await this.#endPhase();
    }
    if (this.place.state !== 'done') await this.#write({ state: 'done', reachedAt: this.place.to });
  }

  /** Where Zendesk does not take the page's mark any more, the phase goes on from the time it had reached. */
  async #runPhaseFrom(): Promise<boolean> {
    const { phase, after } = this.place;
    try {
      return await this.#runPhase();
    } catch (cause) {
      const isRefused = ['invalid', 'notFound'].includes(asFailure(cause).kind);
      if (!isRefused || after === null || this.place.after !== after) throw cause;
      await this.#write({ phase, after: null });
      return this.#runPhase();
    }
  }

  /** `false` where it was stopped in the middle. */
  #runPhase(): Promise<boolean> {
    if (this.place.phase === 'surveys') return this.#readSurveys();
    if (this.place.phase === 'ratings') return this.#readRatings();
    return backfillTickets(this.#app, {
      place: this.place,
      isStopped: this.#isStopped,
      placeAt: (step, rows) => this.#placeAt(step, rows),
      onStep: (step) => this.#moveTo(this.#next(step)),
      write: (step) => this.#write(step),
    });
  }

  async #endPhase(): Promise<void> {
    await writeMonths(this.#app, this.#tallies, this.place.from);
    this.#tallies = new Map();
    this.#chains = null;
    const phases = phasesOf(this.#app);
    const phase = phases[phases.indexOf(this.place.phase) + 1] ?? 'done';
    const isDone = phase === 'done';
    const reachedAt = isDone ? this.place.to : this.place.from;
    await this.#write({ phase, state: isDone ? 'done' : 'running', reachedAt, after: null });
  }

  async #readSurveys(): Promise<boolean> {
    const { http } = this.#app.zendesk;
    const { to, after, reachedAt: begun } = this.place;
    // With a page's mark goes the window it belongs to.
    const from = after === null ? begun : this.place.from;
    // Nobody has answered anything where the unit cannot be told.
    const unit = (await findEpochUnit(http, this.#app.now())) ?? 'milliseconds';
    for await (const page of readSurveyUnits(this.#app, { from, to, unit, after })) {
      const { responses } = page;
      const reachedAt = responses.at(-1)?.createdAt ?? this.place.reachedAt;
      const step = { after: page.after, reachedAt, done: this.place.done + responses.length };
      await this.#record(step, repeated('survey_response', page.broken), (options) =>
        recordSurveys(this.#app, responses, options),
      );
      if (page.after === null) return true;
      await this.#writeFullMonths();
      if (this.#isStopped()) return false;
    }
    return true;
  }

  /** Good and bad, a month at a time: the list of one is in no order of time. */
  async #readRatings(): Promise<boolean> {
    while (this.place.reachedAt < this.place.to) {
      const from = this.place.reachedAt;
      const next = Math.min(this.place.to, boundsOf(monthOf(from))[1]);
      const window = { from, to: next - second, after: this.place.after };
      for await (const page of readLegacyRatingPages(this.#app.zendesk.http, window)) {
        const reachedAt = page.after === null ? next : from;
        const step = { after: page.after, reachedAt, done: this.place.done + page.ratings.length };
        await this.#record(step, repeated('satisfaction_rating', page.broken), (options) =>
          recordRatings(this.#app, page.ratings, options),
        );
        if (page.after !== null && this.#isStopped()) return false;
      }
      await this.#writeFullMonths();
      if (this.#isStopped()) return this.place.reachedAt >= this.place.to;
    }
    return true;
  }

  async #record(
    step: Step,
    rows: readonly string[],
    work: (options: Parameters<typeof recordSurveys>[2]) => Promise<RecordedSurveys>,
  ): Promise<void> {
    const tallyWith = (counted: readonly CountedSurvey[]) => withCounted(this.#tallies, counted);
    this.#chains ??= chainsSince(this.#app, this.place.reachedAt);
    const found = await work({
      isFresh: this.#isFresh,
      chains: this.#chains,
      place: (counted) => this.#placeAt({ ...step, tally: bodyOf(tallyWith(counted)) }, rows),
    });
    // Where most of it was there already, asking first is cheaper.
    this.#isFresh = found.met * 2 < Math.max(1, found.changed + found.met);
    this.#tallies = tallyWith(found.counted);
    this.#moveTo(this.#next({ ...step, tally: bodyOf(this.#tallies) }, [...rows, ...found.broken]));
  }

  /** Months that lie behind what was reached are written down for good, before the place grows too big for them. */
  async #writeFullMonths(): Promise<void> {
    const current = monthOf(this.place.reachedAt);
    const full = new Map([...this.#tallies].filter(([month]) => month < current));
    if (full.size === 0 || JSON.stringify(this.place.tally).length < mostCarried) return;
    await writeMonths(this.#app, full, this.place.from);
    this.#tallies = new Map([...this.#tallies].filter(([month]) => month >= current));
  }

  #placeAt(step: Step, rows: readonly string[]): Place {
    return { name: 'backfill', state: this.#next(step, rows) };
  }

  #next(step: Step, rows: readonly string[] = []): BackfillPlace {
    const { user } = this.#app;
    return {
      ...this.place,
      ...step,
      broken: plusBroken(this.place.broken, rows),
      at: this.#app.now(),
      byId: user.id,
      byName: user.name,
      spent: this.place.spent + Math.max(0, this.#control.clock() - this.#begun),
    };
  }

  #moveTo(place: BackfillPlace): void {
    this.place = place;
    this.#begun = this.#control.clock();
    this.#control.onProgress?.(place);
  }

  async #write(step: Step): Promise<void> {
    const place = this.#next({ ...step, tally: bodyOf(this.#tallies) });
    await writePlace(this.#app.zendesk.http, { name: 'backfill', state: place });
    this.#moveTo(place);
  }
}

const second = 1_000;
/** Characters of counts the place carries; a record holds 32 KB. */
const mostCarried = 12_000;

const repeated = (reason: string, count: number) => Array.from({ length: count }, () => reason);

const bodyOf = (tallies: MonthTallies) =>
  [...tallies].map(([month, groups]) => ({ month, groups: packGroups(groups) }));

const tallySchema = v.fallback(v.array(v.object({ month: v.string(), groups: v.unknown() })), []);

function talliesIn(tally: unknown): MonthTallies {
  return new Map(v.parse(tallySchema, tally).map(({ month, groups }) => [month, unpackGroups(groups) ?? []]));
}
