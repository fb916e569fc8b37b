/**
 * The account's app installations, and notices to the frames of an app.
 * Source: the "apps" pages of Zendesk's API reference; who may call notify is one of the world's unknowns.
 */
import type { AppInstallation } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { isFields } from './body.ts';
import { badRequest, type Call, type Family, forbidden, notFound, ok, Refusal } from './http.ts';
import { iso } from './stamps.ts';

const path = '/api/v2/apps/installations';

/** Notices one account may send a minute of real time. */
export const notifyLimit = 100;
const minute = 60_000;

export const apps: Family = [
  {
    method: 'GET',
    path,
    allowed: 'admins',
    answer: ({ world }) => ok({ installations: [...world.installations.values()].map(formatInstallation) }),
  },
  {
    method: 'GET',
    path: `${path}/:id/requirements`,
    allowed: 'agents',
    answer: ({ world, params }) => {
      installationOf(world, params.id);
      return ok({ requirements: [], count: 0, next_page: null, previous_page: null });
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params }) => ok(formatInstallation(installationOf(world, params.id))),
  },
  {
    method: 'PUT',
    path: `${path}/:id`,
    allowed: 'admins',
    answer: ({ world, params, body }) => {
      const installation = installationOf(world, params.id);
      const { settings, enabled } = isFields(body) ? body : {};
      if (settings !== undefined && !isFields(settings)) {
        throw badRequest('Invalid attribute', 'settings must be an object');
      }
      const changed = world.installations.put({
        ...installation,
        enabled: typeof enabled === 'boolean' ? enabled : installation.enabled,
        settings: { ...installation.settings, ...settings },
        updated_at: world.now(),
      });
      return ok(formatInstallation(changed));
    },
  },
  { method: 'POST', path: '/api/v2/apps/notify', allowed: 'agents', answer: notify },
];

function formatInstallation(installation: AppInstallation) {
  const { id, app_id, enabled, settings } = installation;
  return {
    id,
    app_id,
    product: 'support',
    settings,
    settings_objects: Object.entries(settings).map(([name, value]) => ({ name, value })),
    enabled,
    updated: null,
    updated_at: iso(installation.updated_at),
    created_at: iso(installation.created_at),
    role_restrictions: null,
    group_restrictions: [],
    pending_job_id: null,
    recurring_payment: false,
    collapsible: true,
    paid: false,
    plan_information: { name: null },
  };
}

function installationOf(world: World, id: string | undefined): AppInstallation {
  const installation = world.installations.get(Number(id));
  if (!installation) throw notFound();
  return installation;
}

/** `{app_id, event, body, agent_id?}`: without `agent_id` every agent's frames of the app hear it. */
function notify({ world, caller, body }: Call) {
  if (world.unknowns.notifyAllowed === 'admins' && caller.role !== 'admin') throw forbidden();
  const { app_id, event, body: text, agent_id } = isFields(body) ? body : {};
  const appId = Number(app_id);
  if (!world.installations.find((installation) => installation.app_id === appId)) throw notFound();
  if (typeof event !== 'string' || event === '') throw badRequest('Invalid attribute', 'event is required');
  countNotice(world);
  const agentId = agent_id === undefined || agent_id === null || agent_id === '' ? null : Number(agent_id);
  world.emit({ kind: 'notification', appId, event, body: text, agentId, senderId: caller.id });
  return ok({});
}

const noticesOf = new WeakMap<World, number[]>();

function countNotice(world: World): void {
  const now = world.realNow();
  const recent = (noticesOf.get(world) ?? []).filter((at) => now - at < minute);
  const [oldest = now] = recent;
  if (recent.length >= notifyLimit) {
    const seconds = Math.ceil((oldest + minute - now) / 1000);
    throw new Refusal(429, 'Number of allowed API requests per minute exceeded', {
      'retry-after': String(seconds),
    });
  }
  noticesOf.set(world, [...recent, now]);
}
