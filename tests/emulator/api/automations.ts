/** Ticket automations: agents read, admins and roles that manage automations write. */
import type { Automation, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { mayManage } from './access.ts';
import { refuseUnfit } from './automationChecks.ts';
import { readAutomation } from './automationInput.ts';
import { idList, isFields, wrapped } from './body.ts';
import { badRequest, type Call, created, type Family, forbidden, noContent, notFound, ok } from './http.ts';
import { isNamed, isOfState, lastPosition, listRules } from './ruleLists.ts';
import { iso, urlOf } from './stamps.ts';

const path = '/api/v2/automations';

export const automations: Family = [
  {
    method: 'GET',
    path,
    allowed: 'agents',
    answer: (call) => listed(call, (automation) => isOfState(automation, call.query)),
  },
  { method: 'POST', path, allowed: 'agents', answer: make },
  {
    method: 'GET',
    path: `${path}/active`,
    allowed: 'agents',
    answer: (call) => listed(call, (automation) => automation.active),
  },
  {
    method: 'GET',
    path: `${path}/search`,
    allowed: 'agents',
    answer: (call) => {
      const isFound = (one: Automation) => isNamed(one, call.query) && isOfState(one, call.query);
      return listed(call, isFound, true);
    },
  },
  { method: 'PUT', path: `${path}/update_many`, allowed: 'agents', answer: changeMany },
  { method: 'DELETE', path: `${path}/destroy_many`, allowed: 'agents', answer: removeMany },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, params }) => ok(answered(world, automationOf(world, params.id))),
  },
  { method: 'PUT', path: `${path}/:id`, allowed: 'agents', answer: change },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => {
      refuseWriter(world, caller);
      world.automations.remove(automationOf(world, params.id).id);
      return noContent();
    },
  },
];

function make({ world, caller, body }: Call) {
  refuseWriter(world, caller);
  const input = readAutomation(world, wrapped(body, 'automation'));
  refuseUnfit(world, input, null);
  const now = world.now();
  const automation = {
    id: world.nextId('automation'),
    default: false,
    ...input,
    position: input.position ?? lastPosition(world.automations.values()) + 1,
    created_at: now,
    updated_at: now,
  };
  return created(answered(world, world.automations.put(automation)));
}

function change({ world, caller, params, body }: Call) {
  refuseWriter(world, caller);
  const known = automationOf(world, params.id);
  const input = readAutomation(world, wrapped(body, 'automation'), known);
  refuseUnfit(world, input, known.id);
  const position = input.position ?? known.position;
  const changed = { ...known, ...input, position, updated_at: world.now() };
  return ok(answered(world, world.automations.put(changed)));
}

/** Position and state of several at once. */
function changeMany(call: Call) {
  const { world, caller, body } = call;
  refuseWriter(world, caller);
  const rows = isFields(body) && Array.isArray(body.automations) ? body.automations : null;
  if (!rows) throw badRequest('Bad Request', 'Required param "automations" is missing or is not a list');
  const changed = rows.filter(isFields).map((row) => {
    const known = automationOf(world, String(row.id));
    const position = typeof row.position === 'number' ? row.position : known.position;
    const active = typeof row.active === 'boolean' ? row.active : known.active;
    return { ...known, position, active, updated_at: world.now() };
  });
  for (const automation of changed) world.automations.put(automation);
  const ids = new Set(changed.map(({ id }) => id));
  return listed(call, ({ id }) => ids.has(id));
}

/** `ids` as a comma list, in the address or in the body. */
function removeMany({ world, caller, query, body }: Call) {
  refuseWriter(world, caller);
  const ids = idList(query.get('ids') ?? (isFields(body) ? String(body.ids ?? '') : ''));
  for (const id of ids) world.automations.remove(id);
  return noContent();
}

function formatAutomation(world: World, automation: Automation) {
  const { created_at, updated_at, ...rest } = automation;
  return {
    url: urlOf(world, `automations/${automation.id}.json`),
    ...rest,
    raw_title: automation.title,
    created_at: iso(created_at),
    updated_at: iso(updated_at),
  };
}

const answered = (world: World, automation: Automation) => ({
  automation: formatAutomation(world, automation),
});

/** Zendesk's pages say "Agents"; what counts is the permission to manage automations. */
function refuseWriter(world: World, caller: User): void {
  const permissions = ['manage_automations', 'manage_business_rules'];
  if (!permissions.some((permission) => mayManage(world, caller, permission))) throw forbidden();
}

function automationOf(world: World, id: string | undefined): Automation {
  const automation = world.automations.get(Number(id));
  if (!automation) throw notFound();
  return automation;
}

function listed(call: Call, isWanted: (automation: Automation) => boolean, isOffsetOnly = false) {
  const { world } = call;
  const rules = world.automations.filter(isWanted);
  const format = (automation: Automation) => formatAutomation(world, automation);
  return listRules(call, { name: 'automations', kind: 'automation', rules, format, isOffsetOnly });
}
