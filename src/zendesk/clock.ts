/**
 * The account's time, not the laptop's: each answer's `Date` header corrects the local clock. Where the host
 * shows no headers the local clock stands.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Takes a `Date` header in; anything unreadable is ignored. */
  correct(dateHeader: string | undefined): void;
}

/** Below this many milliseconds the header's whole seconds and the network's delay explain the difference. */
const tolerance = 5_000;

/** `skew` is what another frame of this tab found, milliseconds; `onSkew` hears of a new one. */
export function createClock(
  local: () => number,
  skewBefore = 0,
  onSkew: (skew: number) => void = () => {},
): Clock & { adopt(found: number): void } {
  let skew = skewBefore;
  return {
    now: () => local() + skew,
    /** Another frame's skew, late: it stands only where no answer has corrected this clock yet. */
    adopt(found) {
      if (skew === skewBefore) skew = found;
    },
    correct(dateHeader) {
      const server = Date.parse(dateHeader ?? '');
      if (Number.isNaN(server)) return;
      const difference = server - local();
      if (Math.abs(difference - skew) <= tolerance) return;
      skew = difference;
      onSkew(skew);
    },
  };
}
