/** Handshake with Zendesk, then the location this frame is in. Only what is common to all locations is here. */
import { showStartFailure } from './startFailure.ts';
import { type Connection, connect, type ZafContext, type ZafScope } from './zendesk/zaf.ts';

interface Location {
  start(connection: Connection): Promise<void>;
}

/** One entry for each location of manifest.json. */
const locations: Record<string, () => Promise<Location>> = {
  ticket_sidebar: () => import('./locations/ticket_sidebar.tsx'),
  nav_bar: () => import('./locations/nav_bar.tsx'),
  background: () => import('./locations/background.ts'),
};

/** Milliseconds the Zendesk page may take to say hello. */
const patience = 15_000;

async function start(): Promise<void> {
  // The manifest's address names the location, so that its chunk is on its way while the host says hello.
  const named = new URLSearchParams(window.location.search).get('location') ?? '';
  locations[named]?.().catch(() => undefined);
  const connection = await connect(window as ZafScope, patience);
  const { client, context } = connection;
  // The first route comes with the hello, before any screen can listen.
  client.on('app.route.changed', (route: ZafContext['route']) => {
    context.route = route;
  });
  const load = locations[context.location];
  if (!load) throw new Error(`no such location: ${context.location}`);
  await (await load()).start(connection);
}

start().catch(async () => {
  const { loadWords } = await import('./i18n.ts');
  const { t, locale } = await loadWords(navigator.language);
  document.documentElement.lang = locale;
  showStartFailure(t, () => window.location.reload());
});
