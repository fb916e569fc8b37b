/** Wires mirror and sync to this tab: its clock, its place among the browser's tabs, the room frames leave it. */
import type { HubServer } from '../zendesk/hubServer.ts';
import { createLeader } from '../zendesk/leader.ts';
import { createOutside } from '../zendesk/outside.ts';
import { createPace } from '../zendesk/pace.ts';
import type { Connection } from '../zendesk/zaf.ts';
import { keepSync } from './keepSync.ts';
import { startMirror } from './startMirror.ts';

const clock = () => performance.now();
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}

/** Milliseconds until it is clear which tab leads. */
const settled = 2_000;

/** People who are no admins have the mirror alone. `isAsked` where somebody wants the sync to look at once. */
export async function startSync(connection: Connection, server: HubServer, isAsked: boolean): Promise<void> {
  const pace = createPace({ now: clock, wait });
  const app = await createOutside(connection, server.hub, { pace });
  let isLeader = () => false;
  const stopMirror = startMirror(app, server, { isLeader: () => isLeader(), clock, wait });
  window.addEventListener('pagehide', stopMirror);
  if (!app.user.isAdmin) return;
  const leader = createLeader({
    id: connection.context.instanceGuid,
    account: `${connection.context.account?.subdomain ?? ''} ${app.user.id}`,
    now: clock,
    isHidden: () => document.visibilityState === 'hidden',
    every,
    onPoke: () => sync.poke(),
  });
  isLeader = leader.isLeader;
  const sync = keepSync(app, { isLeader: leader.isLeader, calm: pace.calm, clock, wait });
  server.onBusy(pace.note);
  server.onPoke(leader.poke);
  if (isAsked) setTimeout(leader.poke, settled);
  window.addEventListener('pagehide', () => {
    leader.stop();
    sync.stop();
  });
}
