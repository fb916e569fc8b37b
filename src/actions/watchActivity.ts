/** Is this frame in front of somebody? Hidden frames make no calls. */
import type { App } from '../app.ts';

/** Two things that put a frame away, each undone by its own event: its panel folded, its tab or pane left. */
const panel = { shown: ['app.expanded'], away: ['app.collapsed'] };
const place = { shown: ['app.activated', 'pane.activated'], away: ['app.deactivated', 'pane.deactivated'] };

/** A frame that is not displayed has no width; a browser tab in the background is hidden. */
export const isOnScreen = () => isVisible() && window.innerWidth > 0;

const isVisible = () => document.visibilityState === 'visible';

/** Tells every change; returns the way to stop. */
export function watchActivity(app: App, listener: (isActive: boolean) => void): () => void {
  const { client } = app.zendesk;
  const isAway = { panel: false, place: false };
  // The host may say that a frame is shown before the frame has got its width back.
  let hasHeard = false;
  const tell = () => {
    const isShown = !isAway.panel && !isAway.place;
    listener(isShown && isVisible() && (hasHeard || window.innerWidth > 0));
  };
  const heard = (which: keyof typeof isAway, value: boolean) => () => {
    isAway[which] = value;
    hasHeard = !value;
    tell();
  };
  const onResize = () => {
    hasHeard = false;
    tell();
  };
  const handlers = [
    ...panel.shown.map((event) => [event, heard('panel', false)] as const),
    ...panel.away.map((event) => [event, heard('panel', true)] as const),
    ...place.shown.map((event) => [event, heard('place', false)] as const),
    ...place.away.map((event) => [event, heard('place', true)] as const),
  ];
  for (const [event, handler] of handlers) client.on(event, handler);
  document.addEventListener('visibilitychange', tell);
  window.addEventListener('resize', onResize);
  return () => {
    for (const [event, handler] of handlers) client.off(event, handler);
    document.removeEventListener('visibilitychange', tell);
    window.removeEventListener('resize', onResize);
  };
}
