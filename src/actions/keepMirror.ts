/** Keeps tickets saying what the ledger knows: what each tab's background frame does about its own people's writes. */
import { asFailure, type Failure } from '../care/failure.ts';
import { ticketOfKey } from '../care/feedback.ts';
import { hasMirror } from '../care/mirror.ts';
import { isSkipped, mirrorReportName, reportOf, type Skipped } from '../care/mirrorReport.ts';
import type { News } from '../zendesk/hub.ts';
import type { OpenForms } from '../zendesk/openForms.ts';
import type { Outside } from '../zendesk/outside.ts';
import { MirrorQueue, settling } from './mirrorQueue.ts';
import {
  type MirrorItem,
  type MirrorOptions,
  type MirrorOutcome,
  mirrorTickets,
  mostMirrored,
} from './mirrorTickets.ts';
import { readChangedSince } from './readChangedSince.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

export interface KeepMirrorOptions {
  /** Is this the tab that also looks for what closed ones left behind? Of admins' tabs alone. */
  isLeader: () => boolean;
  /** Milliseconds of any clock that does not jump. */
  clock: () => number;
  wait: (ms: number) => Promise<void>;
  forms: OpenForms;
}

export interface KeptMirror {
  /** A fact was written in this tab. */
  note(news: News): void;
  /** A ticket was saved, so that nothing may be unsaved any more. */
  saved(): void;
  stop(): void;
}

/** Milliseconds. Three tickets each ten seconds are 18 writes a minute: this app takes no more than 30. */
const betweenRounds = 10_000;
const betweenCatchUps = 900_000;
const betweenSettings = 1_800_000;
/** Is the form somebody types in still open? */
const lookAtForm = 15_000;
/** After failures in a row: twice as long each time. */
const firstRest = 60_000;
const longestRest = 900_000;

/** Never throws. */
export function keepMirror(app: Outside, options: KeepMirrorOptions): KeptMirror {
  const kept = new Kept(app, options);
  void kept.run();
  return kept;
}

class Kept implements KeptMirror {
  #app: Outside;
  readonly #options: KeepMirrorOptions;
  readonly #queue = new MirrorQueue();
  readonly #skipped = new Map<string, Skipped>();
  #said = '';
  #isStopped = false;
  #wake: () => void = () => {};
  #restsUntil = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #catchUpAt: number;
  /** Everything that changed until then is on the tickets, account time. */
  #caughtUpTo = 0;
  #settingsAt = Number.NEGATIVE_INFINITY;

  constructor(app: Outside, options: KeepMirrorOptions) {
    this.#app = app;
    this.#options = options;
    this.#catchUpAt = options.clock() + settling;
  }

  note(news: News): void {
    if (this.#isStopped || ticketOfKey(news.key) === null || !this.#isOn()) return;
    this.#queue.add(news, this.#options.clock());
    this.#wake();
  }

  saved(): void {
    this.#queue.release(this.#queue.unsaved(), this.#options.clock());
    this.#wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#rest(this.#pause());
      if (!this.#isStopped) await this.#round();
    }
  }

  #isOn(): boolean {
    return hasMirror(this.#app.configuration.mirror);
  }

  /** Resolves early when there is news. */
  async #rest(ms: number): Promise<void> {
    if (ms <= 0) return;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await (ms === Number.POSITIVE_INFINITY ? woken : Promise.race([this.#options.wait(ms), woken]));
  }

  #pause(): number {
    const catchUpAt = this.#app.user.isAdmin ? this.#catchUpAt : Number.POSITIVE_INFINITY;
    const next = Math.max(Math.min(this.#queue.next(), catchUpAt), this.#restsUntil);
    const untilForm = this.#queue.unsaved().length > 0 ? lookAtForm : Number.POSITIVE_INFINITY;
    return Math.min(next - this.#options.clock(), untilForm);
  }

  async #round(): Promise<void> {
    await this.#releaseLeftForms();
    const now = this.#options.clock();
    if (now < this.#restsUntil) return;
    const { items, isPraiseDue } = this.#queue.due(now);
    const isCatchUp = this.#app.user.isAdmin && now >= this.#catchUpAt;
    if (items.length === 0 && !isCatchUp) return;
    this.#restsUntil = now + betweenRounds;
    try {
      if (items.length > 0) await this.#mirror(items, { isPraiseDue });
      else await this.#catchUp();
      this.#failures = 0;
    } catch (cause) {
      this.#restAfter(asFailure(cause));
    }
    this.#say();
  }

  /** What waits for a form that was left need not wait longer. */
  async #releaseLeftForms(): Promise<void> {
    for (const key of this.#queue.unsaved()) {
      const isOpen = await this.#options.forms.isOpen(ticketOfKey(key) ?? '');
      if (!isOpen) this.#queue.release([key], this.#options.clock());
    }
  }

  async #mirror(items: readonly MirrorItem[], options: Omit<MirrorOptions, 'hasUnsaved'>): Promise<void> {
    const hasUnsaved: MirrorOptions['hasUnsaved'] = (ticket) => this.#options.forms.hasUnsaved(ticket);
    const outcomes = await mirrorTickets(this.#app, items, { ...options, hasUnsaved });
    for (const item of items) this.#settle(item, outcomes.get(item.key) ?? 'gone');
  }

  #settle(item: MirrorItem, outcome: MirrorOutcome): void {
    const isLeft = !this.#queue.settle(item, outcome, this.#options.clock());
    this.#skipped.delete(item.key);
    if (isSkipped(outcome)) this.#skipped.set(item.key, outcome);
    if (isLeft) this.#skipped.set(item.key, 'refused');
    // A role that may not edit one ticket may edit none; an admin's may, but for a few.
    if (outcome === 'forbidden' && !this.#app.user.isAdmin) this.stop();
  }

  /** What tabs that were closed within the minute left, and praise that waited in vain; one call where all is well. */
  async #catchUp(): Promise<void> {
    const { clock, isLeader } = this.#options;
    this.#catchUpAt = clock() + (isLeader() ? betweenCatchUps : settling);
    if (!isLeader()) return;
    await this.#readSettings();
    if (!this.#isOn()) return;
    const settled = this.#app.now() - settling;
    const left = (await readChangedSince(this.#app.zendesk.http, this.#caughtUpTo)).filter(
      ({ feedback: { key }, ticketId, updatedAt }) =>
        ticketId !== null && !this.#queue.has(key) && updatedAt > this.#caughtUpTo && updatedAt <= settled,
    );
    const known = new Map(left.map(({ feedback }) => [feedback.key, feedback]));
    const items = left.map(({ feedback: { key, rev } }) => ({ key, rev })).concat(this.#queue.praise());
    for (let from = 0; from < items.length; from += mostMirrored)
      await this.#mirror(items.slice(from, from + mostMirrored), { isPraiseDue: true, known });
    this.#caughtUpTo = settled;
  }

  /** This frame's own copy is as old as its tab: an admin may have made the fields meanwhile, or switched them off. */
  async #readSettings(): Promise<void> {
    const { clock } = this.#options;
    if (this.#isOn() && clock() - this.#settingsAt < betweenSettings) return;
    this.#app = { ...this.#app, configuration: await readStoredConfiguration(this.#app) };
    this.#settingsAt = clock();
  }

  /** Zendesk is busy or away: the whole tab waits. */
  #restAfter({ retryAfter }: Failure): void {
    const pause = Math.min(longestRest, firstRest * 2 ** this.#failures);
    this.#failures += 1;
    this.#restsUntil = this.#options.clock() + Math.max(pause, retryAfter ?? 0);
  }

  #say(): void {
    const report = reportOf(this.#skipped.values(), this.#queue.unsaved().length);
    const said = JSON.stringify(report);
    if (said !== this.#said) this.#app.zendesk.hub.keep(mirrorReportName, report);
    this.#said = said;
  }
}
