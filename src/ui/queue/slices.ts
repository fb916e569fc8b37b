/** Long work in pieces short enough that nobody's press waits for it. */

/** Milliseconds of work before others get their turn: well under the 50 a browser calls long. */
const slice = 12;

/** Runs a job to its end, pausing at its `yield`s when time is up; `null` when it was stopped. */
export async function inSlices<T>(job: Generator<void, T>, signal?: AbortSignal): Promise<T | null> {
  for (;;) {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const step = job.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return null;
  }
}

/** So many items between two looks at the clock. */
const stride = 64;

/** Every item in turn. */
export function* each<T>(items: Iterable<T>, act: (item: T) => void): Generator<void> {
  let count = 0;
  for (const item of items) {
    act(item);
    count += 1;
    if (count % stride === 0) yield;
  }
}

/** Merge sort, stable, in pieces. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let from: T[] = [];
  for (let start = 0; start < items.length; start += stride) {
    from.push(...items.slice(start, start + stride).sort(compare));
    yield;
  }
  for (let width = stride; width < items.length; width *= 2) {
    const to: T[] = [];
    for (let start = 0; start < items.length; start += 2 * width)
      yield* merged(
        from,
        start,
        Math.min(start + width, items.length),
        Math.min(start + 2 * width, items.length),
        compare,
        to,
      );
    from = to;
  }
  return from;
}

function* merged<T>(
  from: readonly T[],
  start: number,
  middle: number,
  end: number,
  compare: (a: T, b: T) => number,
  to: T[],
): Generator<void> {
  let [left, right] = [start, middle];
  while (left < middle || right < end) {
    const isLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
    to.push(from[isLeft ? left : right] as T);
    if (isLeft) left += 1;
    else right += 1;
    if (to.length % stride === 0) yield;
  }
}
