/** The ledgers of up to a hundred feedbacks written together: facts in one job, then the list in another. */
import { Failure } from '../care/failure.ts';
import { emptyFeedback, type Feedback } from '../care/feedback.ts';
import { type Fact, fold, hasGap, isReadable } from '../care/fold.ts';
import type { Entry, LedgerEvent } from '../care/ledger.ts';
import { runJob } from '../zendesk/jobs.ts';
import { recordOf } from '../zendesk/ledger.ts';
import { readFactsBehind, readStates } from '../zendesk/ledgers.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { Priority } from '../zendesk/scheduler.ts';
import type { Place } from '../zendesk/syncRecords.ts';
import { type ListedItem, listMany, type Unlisted } from './listMany.ts';

export interface BatchItem extends Omit<ListedItem, 'state' | 'listed'> {
  /** What to write in this state, `null` for nothing; asked anew whenever somebody was first. */
  decide: (state: Feedback) => Entry | null;
  /** What is known of it, and what its list record holds; nothing where that was not asked. */
  state?: Feedback;
  listed?: Feedback | null;
}

export interface BatchOptions {
  priority: Priority;
  /** Recognises one's own lost answer; without one it is derived from what is written. */
  operation?: string;
}

/** One feedback of a batch, and what became of it. */
export interface BatchRow extends ListedItem {
  isWritten: boolean;
  /** What was written. */
  entry: Entry | null;
  /** Facts others wrote meanwhile. */
  met: LedgerEvent[];
  /** Why Zendesk refused the row for good, `null` where it did not. */
  broken: string | null;
}

interface Item extends BatchRow {
  decide: BatchItem['decide'];
}

/** Others may be first this often before we give up. */
const rounds = 6;

export class Batch {
  readonly #app: Outside;
  readonly #items: Item[];
  readonly #options: BatchOptions;
  #met = 0;

  constructor(app: Outside, items: readonly BatchItem[], options: BatchOptions) {
    this.#app = app;
    this.#options = options;
    this.#items = items.map((item) => ({
      ...item,
      state: item.state ?? emptyFeedback(item.key),
      listed: item.listed ?? null,
      isWritten: false,
      entry: null,
      met: [],
      broken: null,
    }));
  }

  /** In the order they were given. */
  get items(): readonly BatchRow[] {
    return this.#items;
  }

  /** How many were refused at first: in the ledger already, or written by somebody else just now. */
  get met(): number {
    return this.#met;
  }

  async readStates(items: readonly Item[] = this.#items): Promise<void> {
    const keys = items.map(({ key }) => key);
    const states = await readStates(this.#app.zendesk.http, keys, this.#options.priority);
    for (const item of items) {
      const listed = states.get(item.key);
      if (!listed || listed.rev < item.state.rev) continue;
      item.listed = listed;
      item.state = listed;
    }
  }

  /** `isFresh`: nobody was asked for their states, so that the refused are. Throws `Failure`. */
  async writeFacts(isFresh: boolean): Promise<void> {
    let pending: readonly Item[] = this.#items;
    for (let round = 0; round < rounds; round += 1) {
      const undecided = this.#undecided(pending);
      if (undecided.length === 0) return;
      const refused = await this.#write(undecided);
      this.#met += round === 0 ? refused.length : 0;
      if (isFresh && round === 0 && refused.length > 0)
        await this.readStates(refused.map(({ item }) => item));
      else await this.#catchUp(refused);
      pending = refused.map(({ item }) => item).filter(({ broken, isWritten }) => !broken && !isWritten);
    }
    if (this.#undecided(pending).length > 0)
      throw new Failure('conflict', { status: 409, message: 'too many people at once' });
  }

  /** Answers the rows Zendesk refused for good. Throws `Failure`, also without the place. */
  async writeList(place: Place | null): Promise<Unlisted[]> {
    const { http } = this.#app.zendesk;
    const { priority } = this.#options;
    return listMany(
      http,
      this.#items.filter(({ broken }) => !broken),
      { place, priority },
    );
  }

  /** The frames of this tab hear which feedbacks changed. */
  tell(): void {
    for (const { key, state, isWritten } of this.#items)
      if (isWritten) this.#app.zendesk.hub.tell({ key, rev: state.rev });
  }

  /** Those there is something to write of. */
  #undecided(items: readonly Item[]): Item[] {
    return items.filter((item) => {
      const entry = item.decide(item.state);
      if (entry) item.entry = entry;
      return entry !== null;
    });
  }

  /** Answers the refused ones: their numbers were taken, or worse. */
  async #write(items: readonly Item[]): Promise<{ item: Item; reason: string }[]> {
    const { http } = this.#app.zendesk;
    const at = this.#app.now();
    const records = items.map((item) => {
      const entry = item.entry as Entry;
      return recordOf(item.key, item.state.rev + 1, entry, this.#operationOf(item), at);
    });
    const rows = await runJob(http, 'fl_event', 'create', records, this.#options.priority);
    return items.flatMap((item, index) => {
      const row = rows[index];
      if (!row?.isSuccess) return { item, reason: row?.reason ?? 'unknown' };
      item.state = fold(item.state, this.#factsOf(item, at));
      item.isWritten = true;
      return [];
    });
  }

  #factsOf(item: Item, at: number): LedgerEvent[] {
    const seq = item.state.rev + 1;
    const operation = this.#operationOf(item);
    const stamp = { seq, byId: this.#app.user.id, at, operation, isEdited: false };
    return (item.entry ?? []).map((event, part) => ({ ...event, ...stamp, part }));
  }

  #operationOf({ key, state, entry }: Item): string {
    const kinds = (entry ?? []).map(({ kind }) => kind).join('+');
    return this.#options.operation ?? `many ${key}:${state.rev + 1} ${kinds}`;
  }

  /** Folds in what others wrote; a row refused although nobody wrote its number is set apart. */
  async #catchUp(refused: readonly { item: Item; reason: string }[]): Promise<void> {
    if (refused.length === 0) return;
    const known = refused.map(({ item }) => ({ key: item.key, rev: item.state.rev }));
    const facts = await readFactsBehind(this.#app.zendesk.http, known, this.#options.priority);
    for (const { item, reason } of refused) {
      const found: Fact[] = facts.get(item.key) ?? [];
      item.state = fold(item.state, found);
      if (found.length === 0) item.broken = reason;
      else if (hasGap(item.state, found)) item.broken = 'MissingRecord';
      this.#meet(item, found.filter(isReadable));
    }
  }

  /** One's own fact among them is an answer that was lost. */
  #meet(item: Item, found: readonly LedgerEvent[]): void {
    const { operation } = this.#options;
    const isOwn = (fact: LedgerEvent) => operation !== undefined && fact.operation === operation;
    if (found.some(isOwn)) item.isWritten = true;
    item.met.push(...found.filter((fact) => !isOwn(fact)));
  }
}
