import { useCallback, useLayoutEffect, useState } from 'react';

/** Rows kept ready above and below those in sight. */
const beyond = 8;

interface Options {
  count: number;
  /** Of each row, pixels: they are all the same, so that nothing is measured. */
  height: number;
  /** Of what stands above the first row and covers the rows scrolled under it, pixels. */
  head: number;
  /** The row that can be tabbed to is always there, however far one has scrolled. */
  active: number;
}

/** Which rows of a long list exist, by how far it is scrolled. */
export function useRowWindow({ count, height, head, active }: Options) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [sight, setSight] = useState({ first: 0, rows: 0 });
  const look = useCallback(() => {
    if (!scroller) return;
    const first = Math.max(0, Math.floor((scroller.scrollTop - head) / height));
    const rows = Math.ceil(scroller.clientHeight / height) + 1;
    setSight((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
  }, [scroller, height, head]);
  useLayoutEffect(() => {
    look();
    if (!scroller || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [look, scroller]);

  const from = Math.max(0, Math.min(sight.first, count - 1) - beyond);
  const to = Math.min(count, sight.first + sight.rows + beyond);
  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const isOutside = active >= 0 && active < count && (active < from || active >= to);
  return {
    /** For the element that scrolls. */
    ref: setScroller,
    onScroll: look,
    scroller,
    /** In the order of the list. */
    indexes: !isOutside ? inSight : active < from ? [active, ...inSight] : [...inSight, active],
    total: count * height,
    topOf: (index: number) => index * height,
    /** As little as shows the whole row. */
    scrollTo(index: number) {
      if (!scroller) return;
      const { scrollTop, clientHeight } = scroller;
      const bottom = head + (index + 1) * height;
      if (index * height < scrollTop) scroller.scrollTo({ top: index * height });
      else if (bottom > scrollTop + clientHeight) scroller.scrollTo({ top: bottom - clientHeight });
    },
  };
}
