/** Walks through the steps of an answer with turns of everything else in between. */

export const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Rejects once `isCancelled`, at the next turn; there is one every `budget` milliseconds, and one before the first step. */
export async function walk<T>(
  steps: Generator<void, T>,
  budget: number,
  isCancelled: () => boolean,
): Promise<T> {
  for (;;) {
    await turn();
    if (isCancelled()) throw new Error('cancelled');
    for (const until = performance.now() + budget; performance.now() < until; ) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}
