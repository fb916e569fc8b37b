/** Wires the mirror to this tab; its code comes with the first fact somebody writes here, for admins at once. */
import type { HubServer } from '../zendesk/hubServer.ts';
import { openForms } from '../zendesk/openForms.ts';
import type { Outside } from '../zendesk/outside.ts';
import type { KeepMirrorOptions, KeptMirror } from './keepMirror.ts';

export type StartMirrorOptions = Omit<KeepMirrorOptions, 'forms'>;

/** Returns the way to stop. What comes while the code cannot be had is left to an admin's tab. */
export function startMirror(app: Outside, server: HubServer, options: StartMirrorOptions): () => void {
  const { client } = app.zendesk;
  let starting: Promise<KeptMirror> | null = null;
  let running: KeptMirror | null = null;
  let isStopped = false;
  const begin = async () => {
    const { keepMirror } = await import('./keepMirror.ts');
    const forms = openForms(client, () => Object.values(app.configuration.mirror).map(String));
    running = keepMirror(app, { ...options, forms });
    if (isStopped) running.stop();
    return running;
  };
  const mirror = () => {
    starting ??= begin();
    starting.catch(() => {
      starting = null;
    });
    return starting;
  };
  server.onWritten(
    (news) =>
      void mirror().then(
        (kept) => kept.note(news),
        () => {},
      ),
  );
  client.on('ticket.saved', () => running?.saved());
  if (app.user.isAdmin) mirror().catch(() => {});
  return () => {
    isStopped = true;
    running?.stop();
  };
}
