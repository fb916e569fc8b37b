/** How stories look at a screen as a whole: what sticks out, and what a thumb would miss. */
import type { FrameLocator } from '@playwright/test';

/** Pixels of the frame's width that are out of sight. */
export const overflow = (frame: FrameLocator): Promise<number> =>
  frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

/**
 * What can be pressed and is lower or narrower than 40 pixels, by its name. A box counts with its label, a button
 * with whatever room around it is its own: a press is tried 19 pixels away from the middle, on each side. A word in a
 * sentence may be as narrow as it is.
 */
export const tooSmall = (frame: FrameLocator): Promise<string[]> =>
  frame.locator('body').evaluate((body) => {
    const pressable = 'button, a[href], input, select, textarea, summary';
    const reach = 19;
    const isHit = (target: Element, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return (
        hit !== null &&
        (target.contains(hit) || hit.closest('label')?.control === target || isOver(hit, target))
      );
    };
    /** A bar or a sheet over a part of the target: scrolled out from under it, it can be hit. */
    const isOver = (hit: Element, target: Element) => {
      for (let one: Element | null = hit; one && !one.contains(target); one = one.parentElement)
        if (getComputedStyle(one).zIndex !== 'auto') return true;
      return false;
    };
    const misses = (target: Element) => {
      const seen = target instanceof HTMLInputElement ? (target.labels?.[0] ?? target) : target;
      const isBox = target instanceof HTMLInputElement && /radio|checkbox/.test(target.type);
      const place = isBox ? seen : target;
      place.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = place.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (!isHit(target, x, y)) return false;
      const points = [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ] as const;
      const isWord = /^inline(-block)?$/.test(getComputedStyle(target).display);
      return points.slice(isWord ? 2 : 0).some(([across, down]) => !isHit(target, across, down));
    };
    const isSeen = (target: Element) => target.checkVisibility({ visibilityProperty: true });
    const before = [...document.querySelectorAll('*')].map((one) => [one, one.scrollTop] as const);
    // What stands over the page hides it.
    const top = body.querySelector('[role=dialog]') ?? body;
    const found = [...top.querySelectorAll(pressable)].filter(isSeen).filter(misses);
    for (const [one, at] of before) one.scrollTop = at;
    return found.map(
      (one) =>
        `${one.tagName.toLowerCase()}: ${one.getAttribute('aria-label') ?? ((one as HTMLInputElement).labels?.[0] ?? one).textContent}`,
    );
  });

/** Until whatever moves has come to rest, but for what never does. */
export const atRest = (frame: FrameLocator): Promise<void> =>
  frame.locator('body').evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
