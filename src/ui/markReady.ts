/**
 * Says once, to whoever drives the page, that it shows what there is to show, be it a failure; and to whoever
 * measures, when it could first be used.
 */
export function markReady(isUsable: boolean): void {
  document.documentElement.dataset.ready = 'true';
  const mark = 'feedback-loop:usable';
  if (isUsable && performance.getEntriesByName(mark).length === 0) performance.mark(mark);
}
