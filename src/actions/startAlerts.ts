/** Wires alerts to this tab; their code comes where a workflow is on, for the people who are to see to them. */
import type { Configuration } from '../care/configuration.ts';
import type { AlertApp } from './alert.ts';
import type { KeepAlertsOptions, KeptAlerts } from './keepAlerts.ts';
import type { KeepNoticesOptions } from './keepNotices.ts';
import { readStoredConfiguration } from './readStoredConfiguration.ts';

export interface StartAlertsOptions extends KeepAlertsOptions, KeepNoticesOptions {
  /** Calls again and again after so many milliseconds; returns the way to stop. */
  every: (ms: number, work: () => void) => () => void;
}

/** Milliseconds: an admin may switch a workflow on while other admins' tabs are open. */
const betweenSettings = 1_800_000;

const isAnyOn = ({ workflows }: Configuration) => workflows.some(({ isOn }) => isOn);

/**
 * Admins, and whoever is to be alerted: were it everybody, each agent's browser would ask Zendesk every minute. Where a
 * role may not edit tickets, the first refusal leaves alerting to others.
 */
export function seesToAlerts({ user, configuration }: Pick<AlertApp, 'user' | 'configuration'>): boolean {
  const { leads, otherLeads, workflows } = configuration;
  const alerted = [leads, workflows.map(({ to }) => to)].flatMap((all) =>
    all.flatMap(({ userIds }) => userIds),
  );
  return user.isAdmin || (isAnyOn(configuration) && [...alerted, ...otherLeads].includes(user.id));
}

/** What comes while the code cannot be had is found by the next try, or by another browser. */
export function startAlerts(app: AlertApp, options: StartAlertsOptions): KeptAlerts {
  let running: Promise<KeptAlerts> | null = null;
  let isStopped = false;
  const begin = async (configuration: Configuration) => {
    const load = [import('./keepAlerts.ts'), import('./keepNotices.ts')] as const;
    const [{ keepAlerts }, { keepNotices }] = await Promise.all(load);
    const own = { ...app, configuration };
    const notices = keepNotices(own, options);
    const alerts = keepAlerts(own, { ...options, onLook: (...read) => notices.see(...read) });
    const kept = {
      note: () => alerts.note(),
      stop() {
        alerts.stop();
        notices.stop();
      },
    };
    if (isStopped) kept.stop();
    return kept;
  };
  const beginIfOn = (configuration: Configuration) => {
    if (running || isStopped || !isAnyOn(configuration)) return;
    running = begin(configuration);
    running.catch(() => {
      running = null;
    });
  };
  const look = async () => {
    if (running || !app.user.isAdmin || !options.isLeader()) return;
    beginIfOn(await readStoredConfiguration(app));
  };
  beginIfOn(app.configuration);
  const stopLooking = options.every(betweenSettings, () => void look().catch(() => {}));
  const tell = (what: 'note' | 'stop') =>
    void running?.then(
      (kept) => kept[what](),
      () => {},
    );
  return {
    note: () => tell('note'),
    stop() {
      isStopped = true;
      stopLooking();
      tell('stop');
    },
  };
}
