/** What is new since the last look: changed tickets, their scores from every place, written down in bulk. */
import { asFailure } from '../care/failure.ts';
import { type IncrementPlace, mostKept, plusBroken } from '../care/syncing.ts';
import {
  type ChangedTickets,
  exportDelay,
  readChangedTickets,
  readTicketEvents,
} from '../zendesk/incremental.ts';
import { mostNames } from '../zendesk/ledgers.ts';
import { readingOfLegacy, readLegacyRatingPages } from '../zendesk/legacyRatings.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Note } from '../zendesk/scoreReadings.ts';
import type { Reading } from '../zendesk/sources/source.ts';
import { writePlace } from '../zendesk/syncRecords.ts';
import type { Ticket } from '../zendesk/tickets.ts';
import type { TicketReadings } from './readReadings.ts';
import { mayHaveLost, recheckTickets } from './recheckTickets.ts';
import { type Recorded, unattributedIn } from './recordMany.ts';
import { createTicketQueue, type Reached } from './ticketQueue.ts';

export interface Increment {
  place: IncrementPlace;
  /** Tickets that had changed, and feedbacks something new was written of. */
  tickets: number;
  changed: number;
}

/** While nothing changes the place is written so often, milliseconds: others see that somebody is at work. */
const quietFor = 90_000;

/**
 * Admins only. From where `before` ended; without one from a minute ago, since a backfill covers the past. Writes how
 * far it has come with each batch, so that a crash repeats the pages since the last: one, where each brings ratings
 * enough for a batch. Throws `Failure`; what was recorded until then stays.
 */
export async function syncTickets(app: Outside, before: IncrementPlace | null): Promise<Increment> {
  const increment = new IncrementRun(app, before);
  await increment.run();
  return increment.result();
}

class IncrementRun {
  readonly #app: Outside;
  readonly #before: IncrementPlace | null;
  readonly #cursors: { cursor: string | null; at: number }[] = [];
  #unchecked: Set<string>;
  #unattributed: Set<string>;
  #broken: string[] = [];
  #tickets = 0;
  #changed = 0;
  #place: IncrementPlace;
  readonly #hooks = {
    onUndated: (ticketId: string) => void this.#unattributed.add(ticketId),
    onBroken: (reason: string) => void this.#broken.push(reason),
    onRecorded: ({ changed }: Recorded) => {
      this.#changed += changed.length;
    },
  };

  constructor(app: Outside, before: IncrementPlace | null) {
    this.#app = app;
    this.#before = before;
    this.#unchecked = new Set(before?.unchecked);
    this.#unattributed = new Set(before?.unattributed);
    this.#place = before ?? this.#placeAt(fromTheStart);
  }

  result(): Increment {
    return { place: this.#place, tickets: this.#tickets, changed: this.#changed };
  }

  async run(): Promise<void> {
    const notes = await this.#readNotes();
    const legacy = new Map<string, Reading>();
    const queue = createTicketQueue(this.#app, {
      legacy,
      notesOf: (ticketId) => notes.get(ticketId) ?? [],
      ...this.#hooks,
      placeAt: (reached, recorded) => {
        for (const ticketId of unattributedIn(recorded)) this.#unattributed.add(ticketId);
        this.#place = this.#placeAt(reached);
        return { name: 'tickets', state: this.#place };
      },
      mostPending: mostKept.pending,
    });
    const pending = this.#before?.pending ?? [];
    if (pending.length > 0) {
      await this.#readLegacy(legacy);
      this.#keepUnchecked(await queue.resume(pending));
    }
    let mark = -1;
    for await (const page of this.#changedTickets()) {
      mark += 1;
      this.#tickets += page.tickets.length;
      for (let row = 0; row < page.broken; row += 1) this.#broken.push('ticket');
      if (mark === 0 && pending.length === 0 && page.tickets.some(isNativelyRated))
        await this.#readLegacy(legacy);
      const plain = await queue.add(page.tickets, mark);
      this.#cursors.push({ cursor: page.after, at: reachedBy(page, this.#app.now()) });
      this.#keepUnchecked(plain);
      while (this.#unchecked.size > mostKept.unchecked) await this.#check();
      await queue.flushFull();
    }
    const isChecked = await this.#check();
    const written = this.#place;
    await queue.flushAll(mark);
    if (this.#place === written) await this.#writeEnd(mark, isChecked);
  }

  /** The place when there was nothing to record at the end. */
  async #writeEnd(mark: number, isChecked: boolean): Promise<void> {
    const place = this.#placeAt({ mark, pending: [] });
    const isNothing = this.#tickets === 0 && !isChecked && this.#before?.pending.length === 0;
    const isQuiet = isNothing && this.#before?.failure === null;
    this.#place = place;
    if (isQuiet && place.at - (this.#before?.at ?? 0) < quietFor) return;
    await writePlace(this.#app.zendesk.http, { name: 'tickets', state: place });
  }

  /** A cursor Zendesk no longer takes, or never gave, costs a second look at what came since, not the sync. */
  async *#changedTickets(): AsyncGenerator<ChangedTickets> {
    const { http } = this.#app.zendesk;
    const { cursor = null, cursorAt = Number.POSITIVE_INFINITY } = this.#before ?? {};
    if (cursor !== null) {
      const pages = readChangedTickets(http, { cursor });
      const first = await pages.next().catch(unlessRefused);
      if (first?.done === false) yield first.value;
      if (first) return yield* pages;
    }
    const startTime = Math.min(this.#startTime(), cursorAt - exportDelay);
    yield* readChangedTickets(http, { startTime });
  }

  #startTime(): number {
    return this.#app.now() - exportDelay - 1_000;
  }

  /** Nothing that is read now is older. */
  #since(): number {
    const { cursorAt, pendingSince } = this.#before ?? {};
    return Math.min(this.#startTime(), cursorAt ?? this.#app.now(), pendingSince ?? this.#app.now());
  }

  #placeAt({ mark, pending }: Reached): IncrementPlace {
    const { user } = this.#app;
    const now = this.#app.now();
    const reached = mark === null ? undefined : this.#cursors[mark];
    return {
      at: now,
      byId: user.id,
      byName: user.name,
      cursor: reached?.cursor ?? this.#before?.cursor ?? null,
      cursorAt: reached?.at ?? this.#before?.cursorAt ?? this.#startTime(),
      unchecked: [...this.#unchecked],
      unattributed: [...this.#unattributed].slice(-mostKept.unattributed),
      pending,
      pendingSince: pending.length > 0 ? this.#since() : null,
      windowAt: this.#before?.windowAt ?? null,
      broken: plusBroken(this.#before?.broken ?? [], this.#broken),
      failure: null,
    };
  }

  /** Offered again, or emptied: only the ledger knows whether there was a rating before. */
  #keepUnchecked(plain: readonly { ticket: Ticket; readings: TicketReadings }[]): void {
    for (const { ticket, readings } of plain)
      if (mayHaveLost(ticket, readings)) this.#unchecked.add(ticket.id);
  }

  /** Compares a hundred with the ledger; all that are more than may wait. */
  async #check(): Promise<boolean> {
    if (this.#unchecked.size === 0) return false;
    const count = Math.max(mostNames, this.#unchecked.size - mostKept.unchecked);
    const ids = [...this.#unchecked].slice(0, count);
    await recheckTickets(this.#app, ids, this.#hooks);
    for (const id of ids) this.#unchecked.delete(id);
    return true;
  }

  /** Notes of other survey tools since the last look. */
  async #readNotes(): Promise<Map<string, Note[]>> {
    const notes = new Map<string, Note[]>();
    if (!this.#app.configuration.scoreSources.some(({ kind }) => kind === 'comment')) return notes;
    const from = Math.min(this.#startTime(), this.#since() - exportDelay);
    for await (const page of readTicketEvents(this.#app.zendesk.http, from, { hasComments: true }))
      for (const { ticketId, ...note } of page.notes)
        notes.set(ticketId, [...(notes.get(ticketId) ?? []), note]);
    return notes;
  }

  /** On good/bad accounts the list of ratings dates what the tickets say. */
  async #readLegacy(legacy: Map<string, Reading>): Promise<void> {
    if (this.#app.configuration.survey !== 'legacy') return;
    const to = this.#app.now();
    const from = this.#since() - legacyMargin;
    for await (const page of readLegacyRatingPages(this.#app.zendesk.http, { from, to })) {
      for (let row = 0; row < page.broken; row += 1) this.#broken.push('satisfaction_rating');
      for (const rating of page.ratings) {
        const reading = readingOfLegacy(rating);
        if (reading.ratings.length > 0) legacy.set(rating.ticket_id, reading);
      }
    }
  }
}

const fromTheStart: Reached = { mark: null, pending: [] };

/** Ratings of so long before the last look are asked for too, milliseconds: their time may be the offer's. */
const legacyMargin = 3_600_000;

const isNativelyRated = ({ satisfaction_rating: rating }: Ticket) =>
  rating?.score === 'good' || rating?.score === 'bad';

function reachedBy({ tickets, isEnd }: { tickets: Ticket[]; isEnd: boolean }, now: number): number {
  const last = tickets.at(-1);
  return isEnd || !last ? now : (last.generated_timestamp ?? last.updated_at);
}

function unlessRefused(cause: unknown): null {
  if (['invalid', 'notFound'].includes(asFailure(cause).kind)) return null;
  throw cause;
}
