/** Writes down what was seen of many feedbacks: facts first, then the list, in two jobs for up to 99 of them. */
import type { Configuration } from '../care/configuration.ts';
import { Failure } from '../care/failure.ts';
import { emptyFeedback, type Feedback, isCounted, ticketOfKey } from '../care/feedback.ts';
import { type Fact, fold, hasGap } from '../care/fold.ts';
import type { Entry, LedgerEvent } from '../care/ledger.ts';
import { entryOf, type Observation } from '../care/observation.ts';
import { mostItems, runJob } from '../zendesk/jobs.ts';
import { recordOf } from '../zendesk/ledger.ts';
import { readFactsBehind, readStates } from '../zendesk/ledgers.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import { type ListedItem, listMany } from './listMany.ts';

export interface Observed {
  key: string;
  /** Where its record is to point; `null` for nowhere. */
  ticketId: string | null;
  requesterId: string | null;
  /** What was seen, or what that means beside what is known. */
  observe: Observation | ((state: Feedback) => Observation);
}

export interface RecordManyOptions {
  /** Assumes that nobody has recorded any of them, and asks only where that turns out wrong. */
  isFresh: boolean;
  /** How far the sync has come once this is written; written with it, or by itself where there is nothing else. */
  place: Place | null | ((recorded: Recorded) => Place);
  priority?: Priority;
}

export interface Recorded {
  /** Every feedback that could be written or needed nothing, as it stands now, by key. */
  feedbacks: Map<string, Feedback>;
  /** Keys something new was written of, and those of them the news was a rating of. */
  changed: string[];
  rated: string[];
  /** How many turned out to be in the ledger already, or to be written by somebody else just now. */
  met: number;
  /** Set apart: Zendesk refused the row for a reason of its own. */
  broken: { key: string; reason: string }[];
}

/** Tickets of recorded feedbacks whose history is still to be read. */
export function unattributedIn({ feedbacks, rated }: Recorded): string[] {
  return [...feedbacks.values()].flatMap((feedback) => {
    const isOpen = feedback.revisions.length > 0 && feedback.attribution === null && isCounted(feedback);
    return isOpen || rated.includes(feedback.key) ? (ticketOfKey(feedback.key) ?? []) : [];
  });
}

/** With a place, the job of the list holds one feedback less. */
export const mostObserved = mostItems - 1;

/** Others may be first this often before we give up. */
const rounds = 6;

/**
 * At most 99 at once; each key once. Two calls and the looks at their jobs, one more to read the states unless they
 * are fresh, more only where others write the same ledgers now. What an interrupted run wrote to the ledgers and not
 * to the list is mended by the next one. Throws `Failure`; nothing is lost then, and the place stays behind.
 */
export async function recordMany(
  app: Outside,
  observed: readonly Observed[],
  options: RecordManyOptions,
): Promise<Recorded> {
  if (observed.length > mostObserved) throw new Error(`more than ${mostObserved} at once`);
  const batch = new Batch(app, observed, options.priority ?? 'background');
  if (!options.isFresh) await batch.readStates();
  await batch.writeFacts(options.isFresh);
  const { place } = options;
  await batch.writeList(typeof place === 'function' ? place(batch.recorded()) : place);
  batch.tell();
  return batch.recorded();
}

interface Item extends Observed, ListedItem {
  entry: Entry | null;
}

class Batch {
  readonly #app: Outside;
  readonly #items: Item[];
  readonly #priority: Priority;
  readonly #broken: { key: string; reason: string }[] = [];
  readonly #changed = new Set<string>();
  readonly #rated = new Set<string>();
  #met = 0;

  constructor(app: Outside, observed: readonly Observed[], priority: Priority) {
    this.#app = app;
    this.#priority = priority;
    this.#items = observed.map((one) => ({
      ...one,
      state: emptyFeedback(one.key),
      listed: null,
      entry: null,
    }));
  }

  recorded(): Recorded {
    const broken = new Set(this.#broken.map(({ key }) => key));
    const whole = this.#items.filter(({ key }) => !broken.has(key));
    return {
      feedbacks: new Map(whole.map(({ key, state }) => [key, state])),
      changed: [...this.#changed],
      rated: [...this.#rated],
      met: this.#met,
      broken: this.#broken,
    };
  }

  async readStates(items: readonly Item[] = this.#items): Promise<void> {
    const keys = items.map(({ key }) => key);
    const states = await readStates(this.#app.zendesk.http, keys, this.#priority);
    for (const item of items) {
      const listed = states.get(item.key);
      if (!listed || listed.rev < item.state.rev) continue;
      item.listed = listed;
      item.state = listed;
    }
  }

  async writeFacts(isFresh: boolean): Promise<void> {
    let pending = this.#items;
    for (let round = 0; round < rounds; round += 1) {
      pending = this.#undecided(pending);
      if (pending.length === 0) return;
      const refused = await this.#write(pending);
      this.#met += round === 0 ? refused.length : 0;
      if (isFresh && round === 0 && refused.length > 0)
        await this.readStates(refused.map(({ item }) => item));
      else await this.#catchUp(refused);
      pending = refused.map(({ item }) => item).filter(({ key }) => !this.#isBroken(key));
    }
    if (this.#undecided(pending).length > 0)
      throw new Failure('conflict', { status: 409, message: 'too many people at once' });
  }

  /** Those there is something to write of. */
  #undecided(items: readonly Item[]): Item[] {
    const { configuration } = this.#app;
    const now = this.#app.now();
    for (const item of items) item.entry = decide(item, configuration, now);
    return items.filter(({ entry }) => entry !== null);
  }

  /** Answers the refused ones: their numbers were taken, or worse. */
  async #write(items: readonly Item[]): Promise<{ item: Item; reason: string }[]> {
    const { http } = this.#app.zendesk;
    const at = this.#app.now();
    const records = items.map(({ key, state, entry }) =>
      recordOf(key, state.rev + 1, entry as Entry, operationOf(key, state.rev + 1, entry as Entry), at),
    );
    const rows = await runJob(http, 'fl_event', 'create', records, this.#priority);
    return items.flatMap((item, index) => {
      const row = rows[index];
      if (!row?.isSuccess) return { item, reason: row?.reason ?? 'unknown' };
      item.state = fold(item.state, this.#factsOf(item, at));
      this.#changed.add(item.key);
      if (item.entry?.some(({ kind }) => kind === 'rated')) this.#rated.add(item.key);
      return [];
    });
  }

  #factsOf({ key, state, entry }: Item, at: number): LedgerEvent[] {
    const seq = state.rev + 1;
    const operation = operationOf(key, seq, entry as Entry);
    const stamp = { seq, byId: this.#app.user.id, at, operation, isEdited: false };
    return (entry ?? []).map((event, part) => ({ ...event, ...stamp, part }));
  }

  /** Folds in what others wrote; a row refused although nobody wrote its number is set apart. */
  async #catchUp(refused: readonly { item: Item; reason: string }[]): Promise<void> {
    const known = refused.map(({ item }) => ({ key: item.key, rev: item.state.rev }));
    const facts = await readFactsBehind(this.#app.zendesk.http, known, this.#priority);
    for (const { item, reason } of refused) {
      const others: Fact[] = facts.get(item.key) ?? [];
      item.state = fold(item.state, others);
      if (others.length === 0) this.#broken.push({ key: item.key, reason });
      else if (hasGap(item.state, others)) this.#broken.push({ key: item.key, reason: 'MissingRecord' });
    }
  }

  #isBroken(key: string): boolean {
    return this.#broken.some((one) => one.key === key);
  }

  async writeList(place: Place | null): Promise<void> {
    const whole = this.#items.filter((item) => !this.#isBroken(item.key));
    const { http } = this.#app.zendesk;
    this.#broken.push(...(await listMany(http, whole, { place, priority: this.#priority })));
  }

  /** The frames of this tab hear which feedbacks changed. */
  tell(): void {
    for (const { key, state } of this.#items)
      if (this.#changed.has(key)) this.#app.zendesk.hub.tell({ key, rev: state.rev });
  }
}

function decide({ state, observe }: Item, configuration: Configuration, now: number): Entry | null {
  const seen = typeof observe === 'function' ? observe(state) : observe;
  return entryOf(state, seen, configuration, now);
}

/** Derived from what is written, so that one's own lost answer is recognised. */
const operationOf = (key: string, seq: number, entry: Entry) =>
  `many ${key}:${seq} ${entry.map(({ kind }) => kind).join('+')}`;
