/** Sees to it that people hear of feedback Zendesk's own rules cannot judge: what one of a browser's tabs does. */

import type { Configuration } from '../care/configuration.ts';
import { asFailure, type Failure } from '../care/failure.ts';
import type { Feedback } from '../care/feedback.ts';
import { isQuiet, releaseAt } from '../care/workflows/alerting.ts';
import { type AlertsReport, alertsReportName } from '../care/workflows/alertsReport.ts';
import type { Workflow } from '../care/workflows/workflow.ts';
import type { ChangedFeedback } from '../zendesk/feedbackLists.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { actOnAlerts, type Came } from './actOnAlerts.ts';
import type { Alert, AlertApp, AlertOutcome } from './alert.ts';
import { alertsFor, stillDue } from './alertPlan.ts';
import { AlertQueue, longestLate } from './alertQueue.ts';
import { readChangedSince } from './readChangedSince.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';
import { recordAlerts } from './recordAlerts.ts';
import { markSent } from './sendDigest.ts';

export interface KeepAlertsOptions {
  isLeader: () => boolean;
  /** Milliseconds since another frame of this tab called Zendesk. */
  calm: () => number;
  /** Milliseconds of any clock that does not jump. */
  clock: () => number;
  wait: (ms: number) => Promise<void>;
  /** Recognises this tab's own locks. */
  tab: string;
  /** Hears what each round read of feedbacks, be it nothing. */
  onLook?: (feedbacks: readonly Feedback[], configuration: Configuration) => void;
}

export interface KeptAlerts {
  /** A fact was written in this tab. */
  note(): void;
  stop(): void;
}

/** Milliseconds. The first ticket somebody opens in a new tab goes first. */
const beforeFirst = 20_000;
const betweenRounds = 60_000;
/** News comes in bursts: the round waits for the end of one. */
const afterNews = 5_000;
/** A click as fresh as this goes first, but not for ever. */
const clickFor = 3_000;
const longestPostponement = 15_000;
const betweenSettings = 1_800_000;
/** After failures in a row: twice as long each time. */
const firstRest = 60_000;
const longestRest = 900_000;
const hour = 3_600_000;
const whileBusy = 600_000;
/** Tickets looked at in one round. */
const mostAtOnce = 500;
/** Records know whole seconds; one written within the last read second may have been missed. */
const overlap = 2_000;

/** Never throws. */
export function keepAlerts(app: AlertApp, options: KeepAlertsOptions): KeptAlerts {
  const kept = new Kept(app, options);
  void kept.run();
  return kept;
}

class Kept implements KeptAlerts {
  #app: AlertApp;
  readonly #options: KeepAlertsOptions;
  readonly #queue = new AlertQueue();
  /** Feedbacks somebody was alerted of lately: what is sent today counts against the daily numbers. */
  readonly #alerted = new Map<string, Feedback['alerts']>();
  /** What this tab left unfinished when Zendesk failed it. */
  #unrecorded: Came[] = [];
  #unmarked: Alert[] = [];
  readonly #refused = new Map<string, 'forbidden' | 'refused'>();
  #said = '';
  #isStopped = false;
  /** Who may not alert is told still what others alerted of. */
  #mayAct = true;
  #isActing = false;
  /** Did this round write down that somebody was alerted? */
  #hasAlerted = false;
  #wake: () => void = () => {};
  #nextAt: number;
  #restsUntil = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #settingsAt: number;
  /** Everything written until then was seen, account time. */
  #seenUpTo = 0;

  constructor(app: AlertApp, options: KeepAlertsOptions) {
    this.#app = app;
    this.#options = options;
    this.#nextAt = options.clock() + beforeFirst;
    this.#settingsAt = options.clock();
  }

  note(): void {
    // What this tab itself writes of alerts is no news to it.
    if (!this.#isActing) this.#soon();
  }

  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#rest(Math.max(this.#nextAt, this.#restsUntil) - this.#options.clock());
      if (this.#isStopped || this.#options.clock() < Math.max(this.#nextAt, this.#restsUntil)) continue;
      this.#nextAt = this.#options.clock() + betweenRounds;
      if (this.#options.isLeader()) await this.#tryRound();
    }
  }

  #soon(): void {
    this.#nextAt = Math.min(this.#nextAt, this.#options.clock() + afterNews);
    this.#wake();
  }

  /** Resolves early when there is news. */
  async #rest(ms: number): Promise<void> {
    if (ms <= 0) return;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([this.#options.wait(ms), woken]);
  }

  /** Somebody who has just clicked clicks again. */
  async #whenCalm(): Promise<void> {
    const { clock, calm, wait } = this.#options;
    const since = clock();
    while (calm() < clickFor && clock() - since < longestPostponement) await wait(clickFor);
  }

  async #tryRound(): Promise<void> {
    await this.#whenCalm();
    this.#isActing = true;
    this.#hasAlerted = false;
    const failure = await this.#round().catch(asFailure);
    this.#isActing = false;
    // What was just written down is read, and told, without waiting for the next round.
    if (this.#hasAlerted) this.#soon();
    if (failure) this.#restAfter(failure);
    else this.#failures = 0;
    this.#say(failure);
  }

  /** What stopped it on its way. Throws `Failure` as well. */
  async #round(): Promise<Failure | null> {
    await this.#readSettings();
    if (!this.#app.configuration.workflows.some(({ isOn }) => isOn)) return null;
    await this.#finish();
    await this.#look();
    if (!this.#mayAct) return null;
    const rows = this.#queue.due(this.#options.clock()).slice(0, mostAtOnce);
    if (rows.length === 0) return null;
    const ids = rows.flatMap(({ ticketId }) => ticketId ?? []);
    const tickets = new Map(
      (await readTickets(this.#app.zendesk.http, ids, 'background')).map((ticket) => [ticket.id, ticket]),
    );
    const { configuration, now } = this.#app;
    const alerts = alertsFor(rows, tickets, { configuration, now: now(), alerted: this.#alerted });
    const { outcomes, unrecorded, failure } = await actOnAlerts(this.#app, alerts, this.#options.tab);
    this.#unrecorded = unrecorded;
    this.#hasAlerted = outcomes.some(
      ([{ how }, outcome]) => how !== 'wait' && ['done', 'mailed'].includes(outcome),
    );
    const became = new Map(outcomes);
    this.#unmarked.push(...alerts.filter((alert) => became.get(alert) === 'mailed'));
    for (const row of rows) this.#settle(row, tickets.get(row.ticketId ?? ''), alerts, became);
    return failure;
  }

  /** What the last round began. */
  async #finish(): Promise<void> {
    if (this.#unmarked.length > 0) await markSent(this.#app, this.#unmarked);
    this.#unmarked = [];
    if (this.#unrecorded.length > 0) await recordAlerts(this.#app, this.#unrecorded);
    this.#unrecorded = [];
  }

  /** One call where little changed. */
  async #look(): Promise<void> {
    const now = this.#app.now();
    const since = Math.max(this.#seenUpTo - overlap, now - longestLate);
    const rows = await readChangedSince(this.#app.zendesk.http, since);
    for (const row of rows) {
      if (row.feedback.alerts.length > 0) this.#alerted.set(row.feedback.key, row.feedback.alerts);
      if (row.updatedAt >= since) this.#queue.see(row, this.#app.configuration, now);
    }
    this.#seenUpTo = Math.max(this.#seenUpTo, ...rows.map(({ updatedAt }) => updatedAt));
    this.#options.onLook?.(
      rows.map(({ feedback }) => feedback),
      this.#app.configuration,
    );
  }

  /** When to look at it again, if at all. */
  #settle(
    row: ChangedFeedback,
    ticket: Ticket | undefined,
    alerts: readonly Alert[],
    became: ReadonlyMap<Alert, AlertOutcome>,
  ): void {
    const own = alerts.filter(({ key }) => key === row.feedback.key);
    const times = own.map((alert) => this.#againAt(alert, became.get(alert)));
    if (ticket)
      for (const workflow of stillDue(row, ticket, own, this.#app)) times.push(this.#nextOf(workflow));
    const at = Math.min(...times, Number.POSITIVE_INFINITY);
    if (at === Number.POSITIVE_INFINITY) this.#queue.settle(row);
    else this.#queue.hold(row, at);
  }

  /** `Infinity` where nothing is left to do. */
  #againAt(alert: Alert, outcome: AlertOutcome | undefined): number {
    this.#refused.delete(alert.key);
    switch (outcome) {
      case undefined:
      case 'again':
        return Number.NEGATIVE_INFINITY;
      case 'busy':
        return this.#in(whileBusy);
      case 'later':
        return this.#in(hour - (this.#app.now() % hour));
      case 'forbidden':
      case 'refused':
        this.#refused.set(alert.key, outcome);
        // A role that may not tag one ticket may tag none; an admin's may, but for a few.
        if (outcome === 'forbidden' && !this.#app.user.isAdmin) this.#mayAct = false;
        return this.#in(hour);
      case 'done':
        return alert.how === 'wait' ? this.#openingOf(alert.workflow) : Number.POSITIVE_INFINITY;
      case 'mailed':
      case 'gone':
        return Number.POSITIVE_INFINITY;
    }
  }

  #in(ms: number): number {
    return this.#options.clock() + ms;
  }

  /** It is quiet, or others are at it. */
  #nextOf(workflow: Workflow): number {
    const isNight = isQuiet(workflow, this.#app.configuration, this.#app.now());
    return isNight ? this.#openingOf(workflow) : this.#in(whileBusy);
  }

  /** Of a schedule that never opens, soon enough for whoever changes it. */
  #openingOf(workflow: Workflow): number {
    const now = this.#app.now();
    return this.#in((releaseAt(workflow, this.#app.configuration, now) ?? now + 24 * hour) - now);
  }

  /** This frame's own copy is as old as its tab; only admins may ask for today's. */
  async #readSettings(): Promise<void> {
    const { clock } = this.#options;
    if (!this.#app.user.isAdmin || clock() - this.#settingsAt < betweenSettings) return;
    const configuration = await readStoredConfiguration(this.#app);
    this.#settingsAt = clock();
    if (JSON.stringify(configuration) === JSON.stringify(this.#app.configuration)) return;
    this.#app = { ...this.#app, configuration };
    this.#queue.forget();
    this.#seenUpTo = 0;
  }

  /** Zendesk is busy or away: the whole tab waits. */
  #restAfter({ retryAfter }: Failure): void {
    const pause = Math.min(longestRest, firstRest * 2 ** this.#failures);
    this.#failures += 1;
    this.#restsUntil = this.#options.clock() + Math.max(pause, retryAfter ?? 0);
  }

  #say(failure: Failure | null): void {
    const count = (kind: string) => [...this.#refused.values()].filter((one) => one === kind).length;
    const report: AlertsReport = {
      forbidden: count('forbidden'),
      refused: count('refused'),
      waiting: this.#queue.size,
      failure: failure?.kind ?? null,
    };
    const said = JSON.stringify(report);
    if (said !== this.#said) this.#app.zendesk.hub.keep(alertsReportName, report);
    this.#said = said;
  }
}
