import type { Desk, UserJson } from '../../desk.ts';
import { ask, listIn } from '../../deskHttp.ts';
import { ZafError } from '../errors.ts';
import type { Scope } from '../scope.ts';
import { everywhere, member, type ZafObject } from './object.ts';
import { timeZone, userShape } from './userShape.ts';

export const currentUser: ZafObject = {
  name: 'currentUser',
  isIn: everywhere,
  paths: [
    { path: 'currentUser', get: wholeUser },
    { path: /^currentUser\.groups$/, get: groups },
    { path: /^currentUser\.(.+)$/, get: (scope, [path = '']) => member(currentUserShape(scope), path) },
  ],
};

async function wholeUser(scope: Scope) {
  return { ...currentUserShape(scope), groups: await groups(scope) };
}

function currentUserShape({ desk }: Scope) {
  const user = signedIn(desk.me());
  const zone = timeZone(user.time_zone ?? 'UTC', user.iana_time_zone ?? 'Etc/UTC', desk.state().now);
  return { ...userShape(user), locale: desk.locale(), timeZone: zone };
}

type Groups = { id: number; name: string }[];
const known = new WeakMap<UserJson, Promise<Groups>>();

/** Asked when the first app wants it, once for each sign-in: the real page has it from its start. */
function groups({ desk }: Scope): Promise<Groups> {
  const user = signedIn(desk.me());
  const asked = known.get(user) ?? readGroups(desk, user);
  known.set(user, asked);
  asked.catch(() => known.delete(user));
  return asked;
}

async function readGroups(desk: Desk, user: UserJson): Promise<Groups> {
  const answer = await ask(desk.api, `/api/v2/users/${user.id}/group_memberships`);
  const ids = listIn<{ group_id: number }>(answer, 'group_memberships').map(({ group_id }) => group_id);
  return desk.groups().flatMap(({ id, name }) => (ids.includes(id) ? [{ id, name }] : []));
}

function signedIn(user: UserJson | null): UserJson {
  if (!user) throw new ZafError('UnauthorizedError', 'Nobody is signed in.');
  return user;
}
