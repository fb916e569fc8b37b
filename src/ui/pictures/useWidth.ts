import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where nothing has been laid out yet. */
const usual = 640;
const bounds = [240, 1180] as const;

const withinBounds = (width: number) => Math.round(Math.min(bounds[1], Math.max(bounds[0], width)));

/** The width a picture has, in whole pixels; measured before the first paint, so that nothing jumps. */
export function useWidth(ref: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      if (element.clientWidth > 0) setWidth(withinBounds(element.clientWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
