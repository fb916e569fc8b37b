/** What a search index still believes about things just written, for the seconds it lags behind. */
import type { World } from './world.ts';

interface Pending<T> {
  /** As it was before the first write the index has not seen; `null` for something new. */
  before: T | null;
  realAt: number;
  worldAt: number;
}

export class IndexLag<K, T> {
  #pending = new WeakMap<World, Map<K, Pending<T>>>();

  /** Call on every write. History has long been indexed and is not noted. */
  noteWrite(world: World, key: K, before: T | null): void {
    const pending = this.#pending.get(world) ?? new Map<K, Pending<T>>();
    this.#pending.set(world, pending);
    const known = this.#isOld(world, pending.get(key)) ? undefined : pending.get(key);
    pending.set(key, {
      before: known ? known.before : before,
      realAt: world.realNow(),
      worldAt: world.now(),
    });
  }

  /** What the index holds of `current`: itself, an older version, or `null` while it is not indexed yet. */
  seen(world: World, key: K, current: T): T | null {
    const pending = this.#pending.get(world);
    const entry = pending?.get(key);
    if (!entry) return current;
    if (!this.#isOld(world, entry)) return entry.before;
    pending?.delete(key);
    return current;
  }

  /** The world's clock may stand still, so that real seconds count as well. */
  #isOld(world: World, entry: Pending<T> | undefined): boolean {
    if (!entry) return true;
    const lag = world.unknowns.indexLagSeconds * 1000;
    return world.realNow() - entry.realAt >= lag || world.now() - entry.worldAt >= lag;
  }
}
