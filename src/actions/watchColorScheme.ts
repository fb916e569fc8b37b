/** Light or dark, as the person set Zendesk. */
import type { App } from '../app.ts';

export type ColorScheme = 'light' | 'dark';

/** What the frame's own address says, before anything is asked. */
export const firstColorScheme = (): ColorScheme =>
  schemeIn(new URLSearchParams(window.location.search).get('colorScheme')) ?? 'light';

/** Tells the scheme now and at every change; returns the way to stop. */
export function watchColorScheme(app: App, listener: (scheme: ColorScheme) => void): () => void {
  const { client } = app.zendesk;
  const tell = (value: unknown) => {
    const scheme = schemeIn(value);
    if (scheme) listener(scheme);
  };
  client.get('colorScheme').then(
    (answer) => tell(answer.colorScheme),
    () => {},
  );
  client.on('colorScheme.changed', tell);
  return () => client.off('colorScheme.changed', tell);
}

const schemeIn = (value: unknown): ColorScheme | null =>
  value === 'light' || value === 'dark' ? value : null;
