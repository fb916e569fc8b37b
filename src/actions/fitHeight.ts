/** Makes the frame as high as what it shows: the host does not do it by itself. */
import type { App } from '../app.ts';

/** Pixels. Small differences are left alone, or frame and content would chase each other. */
const smallest = 120;
const highest = 2_000;
const tolerance = 6;

/** Follows the element's height; returns the way to stop. */
export function fitHeight(app: App, element: HTMLElement): () => void {
  let asked = 0;
  const fit = () => {
    const height = Math.min(highest, Math.max(smallest, Math.ceil(element.getBoundingClientRect().height)));
    if (Math.abs(height - asked) <= tolerance) return;
    asked = height;
    app.zendesk.client.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => {});
  };
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  return () => observer.disconnect();
}
