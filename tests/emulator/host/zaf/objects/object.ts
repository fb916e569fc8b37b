/** One family of properties and actions: a table of paths. To add one, list it in `registry.ts`. */
import { unknownPath } from '../errors.ts';
import type { Scope } from '../scope.ts';

export type Verb = 'get' | 'set' | 'invoke';

export interface PathEntry {
  /** Fixed, or anchored with groups that the handlers get. */
  path: string | RegExp;
  get?(scope: Scope, match: string[]): unknown;
  set?(scope: Scope, value: unknown, match: string[]): unknown;
  invoke?(scope: Scope, args: unknown[], match: string[]): unknown;
}

export interface ZafObject {
  name: string;
  isIn(location: string): boolean;
  paths: PathEntry[];
}

export const everywhere = () => true;
export const onTickets = (location: string) => location === 'ticket_sidebar';

/** Follows `a.b` below a value. @throws ZafError where there is no such member. */
export function member(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (inner === null) return null;
    if (typeof inner !== 'object' || !Object.hasOwn(inner as object, key)) throw unknownPath();
    return (inner as Record<string, unknown>)[key];
  }, value);
}

/** Arguments as given one by one or as arrays, strings only. */
export function strings(args: unknown[]): string[] {
  return args.flat().filter((value): value is string => typeof value === 'string');
}
