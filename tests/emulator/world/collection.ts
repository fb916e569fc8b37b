/**
 * A keyed store over an optional endless source: entities that follow from their key are made when asked and
 * kept only once somebody changes them.
 */
export interface Source<K, T> {
  get(key: K): T | undefined;
  has(key: K): boolean;
  /** In ascending order of key, or descending; only those beyond `after` in that order, where one is given. */
  keys(isDown?: boolean, after?: K): Iterable<K>;
  size: number;
}

export class Collection<K extends string | number, T> {
  #stored = new Map<K, T>();
  #removed = new Set<K>();
  readonly #keyOf: (entity: T) => K;
  readonly #source: Source<K, T> | undefined;
  #version = 0;

  constructor(keyOf: (entity: T) => K, source?: Source<K, T>) {
    this.#keyOf = keyOf;
    this.#source = source;
  }

  get size(): number {
    let overlap = this.#removed.size;
    if (this.#source) for (const key of this.#stored.keys()) if (this.#source.has(key)) overlap += 1;
    return this.#stored.size + (this.#source?.size ?? 0) - overlap;
  }

  /** Another number after every `put` and `remove`: what was worked out from the stored entities holds until then. */
  get version(): number {
    return this.#version;
  }

  /** Whether the entity of this key is made when asked, neither stored nor removed. */
  isMade(key: K): boolean {
    return !this.#stored.has(key) && !this.#removed.has(key) && (this.#source?.has(key) ?? false);
  }

  /** A made entity is a fresh copy each time: change it and `put` it back. */
  get(key: K): T | undefined {
    const stored = this.#stored.get(key);
    if (stored !== undefined || this.#removed.has(key)) return stored;
    return this.#source?.get(key);
  }

  has(key: K): boolean {
    return this.#stored.has(key) || (!this.#removed.has(key) && (this.#source?.has(key) ?? false));
  }

  put(entity: T): T {
    const key = this.#keyOf(entity);
    this.#stored.set(key, entity);
    this.#removed.delete(key);
    this.#version += 1;
    return entity;
  }

  remove(key: K): boolean {
    const isKnown = this.has(key);
    this.#stored.delete(key);
    this.#version += 1;
    if (this.#source?.has(key)) this.#removed.add(key);
    return isKnown;
  }

  /** Only what was put, in order of insertion: what a million made entities must not slow down. */
  stored(): IterableIterator<T> {
    return this.#stored.values();
  }

  /** Stored entities in order of insertion, then made ones in order of key. Lazy: stop early on big worlds. */
  *values(): IterableIterator<T> {
    yield* this.#stored.values();
    if (!this.#source) return;
    for (const key of this.#source.keys()) {
      if (this.#stored.has(key) || this.#removed.has(key)) continue;
      const entity = this.#source.get(key);
      if (entity !== undefined) yield entity;
    }
  }

  /**
   * Every key in ascending (or descending) order, made ones merged in without making their entities; from `after`
   * on, itself left out, where it is given.
   */
  *keys(isDown = false, after?: K): IterableIterator<K> {
    const isBefore = (a: K, b: K) => (isDown ? a > b : a < b);
    const isWanted = (key: K) => after === undefined || isBefore(after, key);
    const stored = [...this.#stored.keys()].filter(isWanted).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    let next = 0;
    for (const key of this.#source?.keys(isDown, after) ?? []) {
      for (; next < stored.length && isBefore(stored[next] as K, key); next += 1) yield stored[next] as K;
      if (!this.#stored.has(key) && !this.#removed.has(key)) yield key;
    }
    for (; next < stored.length; next += 1) yield stored[next] as K;
  }

  find(isWanted: (entity: T) => boolean): T | undefined {
    for (const entity of this.values()) if (isWanted(entity)) return entity;
    return undefined;
  }

  filter(isWanted: (entity: T) => boolean): T[] {
    const found: T[] = [];
    for (const entity of this.values()) if (isWanted(entity)) found.push(entity);
    return found;
  }
}
