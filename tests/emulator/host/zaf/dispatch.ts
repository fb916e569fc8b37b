/** Runs get, set and invoke against the registry: each path succeeds or fails on its own. */
import type { CallResult } from './bridge.ts';
import { badArgument, toWire, unknownPath, type WireError } from './errors.ts';
import type { PathEntry, Verb, ZafObject } from './objects/object.ts';
import { asRecord } from './packets.ts';
import type { Scope } from './scope.ts';

/** `errors` is always there; an envelope error only for parameters of the wrong form. */
export async function dispatch(
  objects: readonly ZafObject[],
  scope: Scope,
  request: string,
  params: unknown,
): Promise<CallResult> {
  const calls = callsIn(request, params);
  if (!calls) return { error: toWire(badArgument(`Cannot ${request} with these parameters.`)) };
  const errors: Record<string, WireError> = {};
  const result: Record<string, unknown> = { errors };
  for (const { path, argument } of calls) {
    try {
      result[path] = await runPath(objects, scope, request as Verb, path, argument);
    } catch (error) {
      errors[path] = toWire(error, path);
    }
  }
  return { result };
}

async function runPath(
  objects: readonly ZafObject[],
  scope: Scope,
  verb: Verb,
  path: string,
  argument: unknown,
): Promise<unknown> {
  for (const object of objects) {
    if (!object.isIn(scope.instance.location)) continue;
    for (const entry of object.paths) {
      const match = matchPath(entry, path);
      if (match && entry[verb]) return runEntry(entry, verb, scope, argument, match);
    }
  }
  throw unknownPath();
}

async function runEntry(entry: PathEntry, verb: Verb, scope: Scope, argument: unknown, match: string[]) {
  if (verb === 'get') return entry.get?.(scope, match);
  if (verb === 'invoke') return entry.invoke?.(scope, argument as unknown[], match);
  await entry.set?.(scope, argument, match);
  return argument;
}

/** The matched groups, empty for a fixed path. */
function matchPath(entry: PathEntry, path: string): string[] | undefined {
  if (typeof entry.path === 'string') return entry.path === path ? [] : undefined;
  return entry.path.exec(path)?.slice(1);
}

function callsIn(request: string, params: unknown): { path: string; argument: unknown }[] | undefined {
  if (request === 'get') {
    const isList = Array.isArray(params) && params.every((path) => typeof path === 'string');
    return isList ? params.map((path) => ({ path, argument: undefined })) : undefined;
  }
  const values = Array.isArray(params) ? undefined : asRecord(params);
  if (!values || (request !== 'set' && request !== 'invoke')) return undefined;
  const calls = Object.entries(values).map(([path, argument]) => ({ path, argument }));
  const isCallable = request === 'set' || calls.every(({ argument }) => Array.isArray(argument));
  return isCallable ? calls : undefined;
}
