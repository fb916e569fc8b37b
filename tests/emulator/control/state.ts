/** GET and PATCH /__emulator/state: the account's switches, and what the panel needs to draw itself. */
import { callerOf } from '../api/auth.ts';
import { csatGenerations, plans, type State } from '../control.ts';
import { personaInfos, personas } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, isObject, type Json, objectIn, oneOf, onlyMembers, wholeNumber } from './problem.ts';
import { tour } from './tour.ts';

export function readState(desk: ControlDesk, request: Request): State {
  const world = desk.world();
  return {
    now: new Date(world.now()).toISOString(),
    persona: personaOf(world, request),
    personas: personaInfos(world),
    plan: world.plan,
    csat: world.csat,
    latency: world.latency,
    faults: world.faults,
    unknowns: world.unknowns,
    integrations: world.integrations,
    storage: desk.storage,
    scale: world.scale,
    subdomain: world.subdomain,
    appOrigin: desk.appOrigin,
    apps: desk.apps(),
    customers: customersWithMail(world),
    tour: tour(world, desk.apps()),
  };
}

function personaOf(world: World, request: Request): string | null {
  const caller = callerOf(world, request);
  if (!caller) return null;
  return Object.entries(personas).find(([, id]) => id === caller.id)?.[0] ?? caller.email;
}

/** Whoever the account has written to, newest mail first. */
function customersWithMail(world: World): State['customers'] {
  const found = new Map<string, State['customers'][number]>();
  for (const mail of world.outbox.toReversed()) {
    if (found.has(mail.to.email) || mail.ticketId === null) continue;
    const requester = world.users.get(world.tickets.get(mail.ticketId)?.requester_id ?? 0);
    if (requester?.email !== mail.to.email || requester.role !== 'end-user') continue;
    found.set(mail.to.email, { userId: requester.id, name: requester.name, email: requester.email });
  }
  return [...found.values()];
}

/** All or nothing: a call with one wrong member changes nothing. @throws ControlProblem */
export async function patchState(desk: ControlDesk, request: Request): Promise<State> {
  const body = await objectIn(request);
  onlyMembers(body, ['plan', 'csat', 'latency', 'unknowns', 'integrations']);
  const world = desk.world();
  const next = {
    plan: body.plan === undefined ? world.plan : oneOf('plan', body.plan, plans),
    csat: body.csat === undefined ? world.csat : oneOf('csat', body.csat, csatGenerations),
    latency: body.latency === undefined ? world.latency : wholeNumber('latency', body.latency, 0, 60_000),
    unknowns: body.unknowns === undefined ? world.unknowns : unknownsIn(world, body.unknowns),
    integrations: { ...world.integrations, ...integrationsIn(body.integrations) },
  };
  Object.assign(world, next);
  world.emit({ kind: 'state' });
  return readState(desk, request);
}

const choices: Record<string, readonly (string | number)[]> = {
  notifyAllowed: ['admins', 'agents'],
  surveyFilterUnit: ['seconds', 'milliseconds'],
  duplicateStatus: [409, 422],
  noCustomObjectsStatus: [403, 404],
  noSideConversationsStatus: [403, 404],
};

function unknownsIn(world: World, given: unknown): World['unknowns'] {
  if (!isObject(given)) throw new ControlProblem('"unknowns" must be a JSON object.');
  onlyMembers(given, [...Object.keys(choices), 'indexLagSeconds']);
  const checked: Json = {};
  for (const [name, value] of Object.entries(given)) {
    const known = choices[name];
    checked[name] = known ? oneOf(name, value, known) : wholeNumber(name, value, 0, 3600);
  }
  return { ...world.unknowns, ...checked };
}

function integrationsIn(given: unknown): Partial<World['integrations']> {
  if (given === undefined) return {};
  if (!isObject(given)) throw new ControlProblem('"integrations" must be a JSON object.');
  onlyMembers(given, ['slack', 'msteams']);
  for (const [name, value] of Object.entries(given))
    if (typeof value !== 'boolean') throw new ControlProblem(`"${name}" must be true or false.`);
  return given;
}
