/** Is this frame in front of somebody? Hidden frames make no calls. */
import type { App } from '../app.ts';

const shown = ['app.activated', 'app.expanded', 'pane.activated'];
const putAway = ['app.deactivated', 'app.collapsed', 'pane.deactivated'];

/** A frame that is not displayed has no width; a browser tab in the background is hidden. */
export const isOnScreen = () => document.visibilityState === 'visible' && window.innerWidth > 0;

/** Tells every change; returns the way to stop. */
export function watchActivity(app: App, listener: (isActive: boolean) => void): () => void {
  const { client } = app.zendesk;
  let isPutAway = false;
  const tell = () => listener(!isPutAway && isOnScreen());
  const onShown = () => {
    isPutAway = false;
    tell();
  };
  const onPutAway = () => {
    isPutAway = true;
    tell();
  };
  for (const event of shown) client.on(event, onShown);
  for (const event of putAway) client.on(event, onPutAway);
  document.addEventListener('visibilitychange', tell);
  window.addEventListener('resize', tell);
  return () => {
    for (const event of shown) client.off(event, onShown);
    for (const event of putAway) client.off(event, onPutAway);
    document.removeEventListener('visibilitychange', tell);
    window.removeEventListener('resize', tell);
  };
}
