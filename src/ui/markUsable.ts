/** Says once, to whoever measures or drives the page, that its screen can be used. */
export function markUsable(): void {
  if (document.documentElement.dataset.ready === 'true') return;
  document.documentElement.dataset.ready = 'true';
  performance.mark('feedback-loop:usable');
}
