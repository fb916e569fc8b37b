/** Wires mirror, alerts and sync to this tab: its clock, its place among the browser's tabs, the room frames leave it. */
import { settingsName } from '../care/configuration.ts';
import { isLead } from '../care/lead.ts';
import type { News } from '../zendesk/hub.ts';
import { channelOf, type HubServer, openChannel } from '../zendesk/hubServer.ts';
import { createLeader } from '../zendesk/leader.ts';
import { createOutside } from '../zendesk/outside.ts';
import { createPace } from '../zendesk/pace.ts';
import type { Connection } from '../zendesk/zaf.ts';
import { adoptSettings } from './adoptSettings.ts';
import { keepGoodNews } from './keepGoodNews.ts';
import { keepSync } from './keepSync.ts';
import { keepTexts } from './keepTexts.ts';
import { seesToAlerts, startAlerts } from './startAlerts.ts';
import { startMirror } from './startMirror.ts';
import { startRollups } from './startRollups.ts';

const clock = () => performance.now();
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}

const isHidden = () => document.visibilityState === 'hidden';

/** Milliseconds until it is clear which tab leads. */
const settled = 2_000;

/**
 * Everybody has the mirror, admins and those who are alerted see to alerts, admins and leads keep the rollups, admins
 * sync. `isAsked` where somebody wants the sync to look at once.
 */
export async function startSync(connection: Connection, server: HubServer, isAsked: boolean): Promise<void> {
  const pace = createPace({ now: clock, wait });
  const app = await createOutside(connection, server.hub, { pace });
  const listeners: ((news: News) => void)[] = [];
  const onWritten: HubServer['onWritten'] = (listener) => listeners.push(listener);
  let isLeader = () => false;
  const stops = [startMirror(app, { ...server, onWritten }, { isLeader: () => isLeader(), clock, wait })];
  window.addEventListener('pagehide', () => {
    for (const stop of stops) stop();
  });
  stops.push(keepGoodNews(app, { isHidden, wait }));
  if (seesToAlerts(app) || isLead(app.user, app.configuration)) {
    const { subdomain = '' } = connection.context.account ?? {};
    const account = `${subdomain} ${app.user.id}`;
    const leader = createLeader({
      id: connection.context.instanceGuid,
      account,
      now: clock,
      isHidden,
      every,
      onPoke: () => onPoke(),
    });
    isLeader = leader.isLeader;
    const options = { isLeader, calm: pace.calm, clock, wait };
    const sync = app.user.isAdmin ? keepSync(app, options) : null;
    const tab = connection.context.instanceGuid;
    // Whoever stops closes its channel.
    const beginAlerts = () => {
      const channel = openChannel(channelOf('notices', account));
      return startAlerts(
        { ...app, subdomain: subdomain || null },
        { ...options, tab, every, isHidden, channel },
      );
    };
    let alerts = beginAlerts();
    const onPoke = () => sync?.poke();
    listeners.push(({ key }) => {
      if (key !== settingsName) return alerts.note();
      void adoptSettings(app).then(() => {
        alerts.stop();
        alerts = beginAlerts();
      });
    });
    server.onBusy(pace.note);
    server.onPoke(leader.poke);
    if (isAsked) setTimeout(leader.poke, settled);
    if (app.user.isAdmin) stops.push(keepTexts(app, { isLeader, wait }));
    if (isLead(app.user, app.configuration)) stops.push(startRollups(app, { isLeader, wait }));
    stops.push(
      () => alerts.stop(),
      leader.stop,
      () => sync?.stop(),
    );
  }
  // Last: what was written before anybody listened is told at once.
  server.onWritten((news) => {
    for (const listener of listeners) listener(news);
  });
}
