/** Wires the sync to this tab: its clock, its place among the browser's tabs, the room other frames leave it. */
import type { HubServer } from '../zendesk/hubServer.ts';
import { createLeader } from '../zendesk/leader.ts';
import { createOutside } from '../zendesk/outside.ts';
import { createPace } from '../zendesk/pace.ts';
import type { Connection } from '../zendesk/zaf.ts';
import { keepSync } from './keepSync.ts';

const clock = () => performance.now();
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}

/** Milliseconds until it is clear which tab leads. */
const settled = 2_000;

/** Does nothing for people who are no admins. `isAsked` where somebody wants the sync to look at once. */
export async function startSync(connection: Connection, server: HubServer, isAsked: boolean): Promise<void> {
  const pace = createPace({ now: clock, wait });
  const app = await createOutside(connection, server.hub, { pace });
  if (!app.user.isAdmin) return;
  const leader = createLeader({
    id: connection.context.instanceGuid,
    account: `${connection.context.account?.subdomain ?? ''} ${app.user.id}`,
    now: clock,
    isHidden: () => document.visibilityState === 'hidden',
    every,
    onPoke: () => sync.poke(),
  });
  const sync = keepSync(app, { isLeader: leader.isLeader, calm: pace.calm, clock, wait });
  server.onBusy(pace.note);
  server.onPoke(leader.poke);
  if (isAsked) setTimeout(leader.poke, settled);
  window.addEventListener('pagehide', () => {
    leader.stop();
    sync.stop();
  });
}
