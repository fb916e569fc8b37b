/** How fast background work may call: Zendesk counts an app's calls by person, and a person's clicks go first. */

export interface Pace {
  /** Resolves when the next background call may go out. */
  turn(url: string): Promise<void>;
  /** Other frames of this person made so many calls just now; `clicks` of them because somebody did something. */
  note(calls: number, clicks?: number): void;
  /** Milliseconds since somebody opened or did something in another frame; `Infinity` where nobody ever did. */
  calm(): number;
}

export interface PaceOptions {
  /** Milliseconds of any clock that does not jump. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

interface Limit {
  withinMs: number;
  /** Background calls in any such time, and those of everybody together: the rest is for clicks. */
  own: number;
  all: number;
  /** Some go out however busy the person is, or the sync would starve. */
  least: number;
}

const minute = 60_000;

/** Zendesk allows an app 100 a minute and 700 in five minutes of each person. */
const limits: readonly Limit[] = [
  { withinMs: minute, own: 60, all: 85, least: 10 },
  { withinMs: 5 * minute, own: 300, all: 600, least: 50 },
];

/** Incremental exports: 10 a minute for the whole account and all its apps. */
const exports = { pattern: /\/incremental\//, withinMs: minute, own: 6 };

/** What frames do by themselves, a call at a time and not in the background: that is nobody's click. */
const look = 1;

export function createPace({ now, wait }: PaceOptions): Pace {
  const own: number[] = [];
  const exported: number[] = [];
  const others: { at: number; calls: number }[] = [];
  let clickedAt = Number.NEGATIVE_INFINITY;

  const forget = () => {
    const since = now() - 5 * minute;
    while (own[0] !== undefined && own[0] < since) own.shift();
    while (exported[0] !== undefined && exported[0] < since) exported.shift();
    while (others[0] && others[0].at < since) others.shift();
  };
  const pauseFor = ({ withinMs, own: most, all, least }: Limit) => {
    const since = now() - withinMs;
    const foreign = others.reduce((sum, { at, calls }) => sum + (at > since ? calls : 0), 0);
    return untilFree(own, Math.max(least, Math.min(most, all - foreign)), withinMs);
  };
  /** Milliseconds until fewer than `most` of the times lie within. */
  const untilFree = (times: readonly number[], most: number, withinMs: number) => {
    const within = times.filter((at) => at > now() - withinMs);
    const oldest = within[within.length - most];
    return oldest === undefined ? 0 : oldest + withinMs - now() + 1;
  };

  let last: Promise<void> = Promise.resolve();
  const take = async (url: string) => {
    const isExport = exports.pattern.test(url);
    for (;;) {
      forget();
      const pauses = limits.map(pauseFor);
      if (isExport) pauses.push(untilFree(exported, exports.own, exports.withinMs));
      const pause = Math.max(...pauses);
      if (pause <= 0) break;
      await wait(pause);
    }
    own.push(now());
    if (isExport) exported.push(now());
  };
  return {
    turn(url) {
      // One after the other, or two would take the same place.
      last = last.then(() => take(url));
      return last;
    },
    note(calls, clicks = calls) {
      others.push({ at: now(), calls });
      if (clicks > look) clickedAt = now();
    },
    calm: () => now() - clickedAt,
  };
}
