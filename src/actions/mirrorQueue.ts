/** Feedbacks whose tickets may have to be written, each once, and from when on. Milliseconds of the caller's clock. */
import { type MirrorItem, type MirrorOutcome, mostMirrored, mostSingle } from './mirrorTickets.ts';

/** Values settle before they are written. */
export const settling = 60_000;
/** Others were first: soon again, so often, then left to whoever writes next. */
const afterConflict = 10_000;
const mostTries = 5;
/** Somebody types there: without a word of it, is it saved by now? */
const afterUnsaved = 300_000;

interface Waiting {
  rev: number;
  /** From when on it may be written; `Infinity` where it waits for more. */
  at: number;
  tried: number;
  state: 'new' | 'praise' | 'unsaved';
}

export class MirrorQueue {
  readonly #waiting = new Map<string, Waiting>();

  /** Heard of a fact: the minute begins anew. Facts known already change nothing. */
  add({ key, rev }: MirrorItem, now: number): void {
    const before = this.#waiting.get(key);
    if (before && before.rev >= rev) return;
    this.#waiting.set(key, { rev, at: now + settling, tried: 0, state: 'new' });
  }

  has(key: string): boolean {
    return this.#waiting.has(key);
  }

  clear(): void {
    this.#waiting.clear();
  }

  /** When the next one may be written; `Infinity` while none may. */
  next(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#waiting.values()].map(({ at }) => at));
  }

  /** At most a hundred; `isPraiseDue` where praise that waited is now enough for a job. */
  due(now: number): { items: MirrorItem[]; isPraiseDue: boolean } {
    const found = [...this.#waiting].filter(([, { at }]) => at <= now).slice(0, mostMirrored);
    const praise = found.filter(([, { state }]) => state === 'praise');
    return {
      items: found.map(([key, { rev }]) => ({ key, rev })),
      isPraiseDue: praise.length > mostSingle,
    };
  }

  /**
   * Takes in what became of it; what changed again meanwhile has a minute of its own. `false` where others were first
   * too often: it is left to whoever writes next.
   */
  settle({ key, rev }: MirrorItem, outcome: MirrorOutcome, now: number): boolean {
    const item = this.#waiting.get(key) ?? { rev, at: now, tried: 0, state: 'new' };
    if (item.rev > rev) return true;
    const tried = item.tried + 1;
    if (outcome === 'unsaved')
      this.#waiting.set(key, { rev, tried, state: 'unsaved', at: now + afterUnsaved });
    else if (outcome === 'praise')
      this.#waiting.set(key, { rev, tried, state: 'praise', at: Number.POSITIVE_INFINITY });
    else if (outcome === 'conflict' && tried < mostTries)
      this.#waiting.set(key, { rev, tried, state: 'new', at: now + afterConflict });
    else this.#waiting.delete(key);
    if (outcome === 'praise') this.#gatherPraise(now);
    return outcome !== 'conflict' || tried < mostTries;
  }

  /** Praise that waits for more. */
  praise(): MirrorItem[] {
    const found = [...this.#waiting].filter(([, { state }]) => state === 'praise');
    return found.map(([key, { rev }]) => ({ key, rev }));
  }

  /** Keys of tickets somebody is typing in. */
  unsaved(): string[] {
    return [...this.#waiting].filter(([, { state }]) => state === 'unsaved').map(([key]) => key);
  }

  /** Whoever typed there has saved, or left. */
  release(keys: readonly string[], now: number): void {
    for (const key of keys) {
      const item = this.#waiting.get(key);
      if (item) item.at = Math.min(item.at, now);
    }
  }

  #gatherPraise(now: number): void {
    const praise = [...this.#waiting.values()].filter(({ state }) => state === 'praise');
    if (praise.length > mostSingle) for (const item of praise) item.at = now;
  }
}
