/** /__emulator/faults: which requests fail, and how. */
import { releaseTimeouts } from '../api/faults.ts';
import { type Fault, faultKinds } from '../control.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, isObject, jsonIn, oneOf, onlyMembers, wholeNumber } from './problem.ts';

/** Replaces the list: an array, or `{faults: […]}`. @throws ControlProblem */
export async function putFaults(desk: ControlDesk, request: Request): Promise<Fault[]> {
  const body = await jsonIn(request);
  const list = isObject(body) ? body.faults : body;
  if (!Array.isArray(list)) throw new ControlProblem('The body must be a list of faults.');
  return setFaults(desk, list.map(faultIn));
}

/** Adds one. @throws ControlProblem */
export async function postFault(desk: ControlDesk, request: Request): Promise<Fault[]> {
  return setFaults(desk, [...desk.world().faults, faultIn(await jsonIn(request))]);
}

/** Requests that wait for an answer that never comes break off, so that a test does not hang on them. */
export function setFaults(desk: ControlDesk, faults: Fault[]): Fault[] {
  const world = desk.world();
  releaseTimeouts(world);
  world.faults = faults;
  world.emit({ kind: 'state' });
  return world.faults;
}

function faultIn(given: unknown): Fault {
  if (!isObject(given)) throw new ControlProblem('A fault must be a JSON object.');
  onlyMembers(given, ['method', 'path', 'kind', 'times', 'retryAfter']);
  const { path, method, times, retryAfter } = given;
  if (typeof path !== 'string' || !path.startsWith('/'))
    throw new ControlProblem('"path" must be a path that begins with "/".');
  const fault: Fault = { path, kind: oneOf('kind', given.kind, faultKinds) };
  if (method !== undefined) fault.method = oneOf('method', method, ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
  if (times !== undefined) fault.times = wholeNumber('times', times, 1, 1_000_000);
  if (retryAfter === null) fault.retryAfter = null;
  else if (retryAfter !== undefined) fault.retryAfter = wholeNumber('retryAfter', retryAfter, 0, 86_400);
  return fault;
}
