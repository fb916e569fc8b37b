/** Ticket triggers: agents read, admins and roles that manage triggers write. */
import type { Trigger, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, noContent, notFound, ok } from './http.ts';
import { pageOf } from './paging.ts';
import { iso, urlOf } from './stamps.ts';
import { actionsOf, conditionsOf } from './triggerDefinitions.ts';
import { readTrigger } from './triggerInput.ts';

const path = '/api/v2/triggers';

export const triggers: Family = [
  {
    method: 'GET',
    path,
    allowed: 'agents',
    answer: (call) => ok(listed(call, (trigger) => isOfState(trigger, call.query.get('active')))),
  },
  {
    method: 'POST',
    path,
    allowed: 'agents',
    answer: ({ world, caller, body }) => {
      refuseWriter(world, caller);
      const now = world.now();
      const input = readTrigger(world, wrapped(body, 'trigger'));
      const id = world.nextId('trigger');
      const trigger = { id, position: lastPosition(world) + 1, ...input, created_at: now, updated_at: now };
      return created({ trigger: formatTrigger(world, world.triggers.put(trigger)) });
    },
  },
  {
    method: 'GET',
    path: `${path}/active`,
    allowed: 'agents',
    answer: (call) => ok(listed(call, (trigger) => trigger.active)),
  },
  {
    method: 'GET',
    path: `${path}/definitions`,
    allowed: 'agents',
    answer: ({ world }) => {
      const conditions = conditionsOf(world);
      return ok({
        definitions: { conditions_all: conditions, conditions_any: conditions, actions: actionsOf(world) },
      });
    },
  },
  {
    method: 'GET',
    path: `${path}/search`,
    allowed: 'agents',
    answer: (call) => {
      const words = (call.query.get('query') ?? '').toLowerCase();
      const isFound = ({ title }: Trigger) => title.toLowerCase().includes(words);
      return ok(listed(call, (trigger) => isFound(trigger) && isOfState(trigger, call.query.get('active'))));
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, params }) => ok({ trigger: formatTrigger(world, triggerOf(world, params.id)) }),
  },
  {
    method: 'PUT',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params, body }) => {
      refuseWriter(world, caller);
      const trigger = triggerOf(world, params.id);
      const input = readTrigger(world, wrapped(body, 'trigger'), trigger);
      const changed = world.triggers.put({ ...trigger, ...input, updated_at: world.now() });
      return ok({ trigger: formatTrigger(world, changed) });
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      refuseWriter(world, caller);
      world.triggers.remove(triggerOf(world, params.id).id);
      return noContent();
    },
  },
];

function formatTrigger(world: World, trigger: Trigger) {
  return {
    url: urlOf(world, `triggers/${trigger.id}.json`),
    id: trigger.id,
    title: trigger.title,
    raw_title: trigger.title,
    description: trigger.description,
    active: trigger.active,
    default: false,
    position: trigger.position,
    category_id: trigger.category_id,
    conditions: trigger.conditions,
    actions: trigger.actions,
    created_at: iso(trigger.created_at),
    updated_at: iso(trigger.updated_at),
  };
}

/** Zendesk's pages say "Agents"; what counts is the permission to manage triggers. */
function refuseWriter(world: World, caller: User): void {
  if (caller.role === 'admin') return;
  const role = caller.custom_role_id === null ? undefined : world.customRoles.get(caller.custom_role_id);
  const isManager =
    role?.configuration.manage_triggers === true || role?.configuration.manage_business_rules === true;
  if (!isManager || !world.plan.includes('enterprise')) throw forbidden();
}

function triggerOf(world: World, id: string | undefined): Trigger {
  const trigger = world.triggers.get(Number(id));
  if (!trigger) throw notFound();
  return trigger;
}

const isOfState = (trigger: Trigger, active: string | null) =>
  active === null || String(trigger.active) === active;

const lastPosition = (world: World) =>
  [...world.triggers.values()].reduce((last, trigger) => Math.max(last, trigger.position), 0);

const sortKeys = ['position', 'title', 'created_at', 'updated_at', 'id'] as const;

function listed({ world, query, request }: Call, isWanted: (trigger: Trigger) => boolean) {
  const sort = query.get('sort') ?? query.get('sort_by') ?? 'position';
  const key = sortKeys.find((each) => each === sort.replace(/^-/, '')) ?? 'position';
  const sign = sort.startsWith('-') || query.get('sort_order') === 'desc' ? -1 : 1;
  const items = world.triggers.filter(isWanted).sort((one, other) => (one[key] < other[key] ? -sign : sign));
  const format = (trigger: Trigger) => formatTrigger(world, trigger);
  return pageOf(request, { name: 'triggers', items, total: items.length, format });
}
