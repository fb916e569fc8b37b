/** Ticket triggers: agents read, admins and roles that manage triggers write. */
import type { Trigger, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayManage } from './access.ts';
import { wrapped } from './body.ts';
import { type Call, created, type Family, forbidden, noContent, notFound, ok } from './http.ts';
import { isNamed, isOfState, lastPosition, listRules } from './ruleLists.ts';
import { iso, urlOf } from './stamps.ts';
import { actionsOf } from './triggerActions.ts';
import { conditionsOf } from './triggerConditions.ts';
import { readTrigger } from './triggerInput.ts';

const path = '/api/v2/triggers';

export const triggers: Family = [
  {
    method: 'GET',
    path,
    allowed: 'agents',
    answer: (call) => listed(call, (trigger) => isOfState(trigger, call.query)),
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
      const trigger = {
        id,
        position: lastPosition(world.triggers.values()) + 1,
        ...input,
        created_at: now,
        updated_at: now,
      };
      return created({ trigger: formatTrigger(world, world.triggers.put(trigger)) });
    },
  },
  {
    method: 'GET',
    path: `${path}/active`,
    allowed: 'agents',
    answer: (call) => listed(call, (trigger) => trigger.active),
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
      const isFound = (one: Trigger) => isNamed(one, call.query) && isOfState(one, call.query);
      return listed(call, isFound, true);
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
  const permissions = ['manage_triggers', 'manage_business_rules'];
  if (!permissions.some((permission) => mayManage(world, caller, permission))) throw forbidden();
}

function triggerOf(world: World, id: string | undefined): Trigger {
  const trigger = world.triggers.get(Number(id));
  if (!trigger) throw notFound();
  return trigger;
}

function listed(call: Call, isWanted: (trigger: Trigger) => boolean, isOffsetOnly = false) {
  const { world } = call;
  const rules = world.triggers.filter(isWanted);
  const format = (trigger: Trigger) => formatTrigger(world, trigger);
  return listRules(call, { name: 'triggers', kind: 'trigger', rules, format, isOffsetOnly });
}
