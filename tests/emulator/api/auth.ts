/** Who is calling: the workspace's session cookie, or basic auth that names a person. */
import type { PersonaKey } from '../control.ts';
import type { User } from '../world/entities.ts';
import { personas } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** Cookie `emulator_persona`, else `Authorization: Basic` whose user part is a persona or e-mail (`/token` allowed). */
export function callerOf(world: World, request: Request): User | null {
  const name = basicName(request) ?? cookieName(request);
  return name === null ? null : (personByName(world, name) ?? null);
}

/** A persona key (`lead`) or the e-mail address of any active user. */
export function personByName(world: World, name: string): User | undefined {
  const id = personas[name as PersonaKey];
  if (id !== undefined) return world.users.get(id);
  const known = idsByMail.get(world) ?? new Map<string, number>();
  idsByMail.set(world, known);
  const isMeant = (user: User | undefined) => user?.email === name && user.active && !user.suspended;
  const earlier = world.users.get(known.get(name) ?? -1);
  const found = isMeant(earlier) ? earlier : world.users.find(isMeant);
  if (found) known.set(name, found.id);
  return found;
}

/** On big accounts an address is looked for once. */
const idsByMail = new WeakMap<World, Map<string, number>>();

function basicName(request: Request): string | null {
  const [scheme, token] = (request.headers.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !token) return null;
  const [user = ''] = Buffer.from(token, 'base64').toString('utf8').split(':');
  return user.replace(/\/token$/, '');
}

/** A session counts on its own pages only: Zendesk asks writes for a CSRF token that other origins do not have. */
function cookieName(request: Request): string | null {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (origin && host && origin.replace(/^https?:\/\//, '') !== host) return null;
  const match = /(?:^|;\s*)emulator_persona=([^;]+)/.exec(request.headers.get('cookie') ?? '');
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}
