/** People: who is signed in, and looking up others. */
import type { User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { idList } from './body.ts';
import { type Call, type Family, notFound, ok, Refusal } from './http.ts';
import { formatOrganization } from './organizations.ts';
import { pageOf } from './paging.ts';
import { iso } from './stamps.ts';
import { anonymous, formatUser } from './users.format.ts';

export const users: Family = [
  { method: 'GET', path: '/api/v2/users/me', allowed: 'anyone', answer: showMe },
  { method: 'GET', path: '/api/v2/users', allowed: 'agents', answer: listUsers },
  { method: 'GET', path: '/api/v2/users/count', allowed: 'agents', answer: countUsers },
  { method: 'GET', path: '/api/v2/users/show_many', allowed: 'agents', answer: showMany },
  { method: 'GET', path: '/api/v2/users/search', allowed: 'agents', answer: searchUsers },
  { method: 'GET', path: '/api/v2/users/autocomplete', allowed: 'agents', answer: autocomplete },
  { method: 'GET', path: '/api/v2/users/:id', allowed: 'agents', answer: showUser },
  { method: 'GET', path: '/api/v2/groups/:id/users', allowed: 'agents', answer: usersOfGroup },
];

/** Without a session 200 and nobody, as in Zendesk; pages take the CSRF token from here. */
function showMe({ world, caller }: Call<User | null> | Call) {
  if (!caller) return ok({ user: anonymous });
  return ok({ user: { ...formatUser(world, caller), authenticity_token: `emulated-${caller.id}` } });
}

function showUser({ world, params, query }: Call) {
  const user = /^\d+$/.test(params.id ?? '') ? world.users.get(Number(params.id)) : undefined;
  if (!user) throw notFound();
  return ok({ user: formatUser(world, user), ...organizationsOf(world, [user], query) });
}

/** Ids nobody has are left out without a word. */
function showMany({ world, query }: Call) {
  const ids = idList(query.get('ids'));
  if (ids.length > 100) throw new Refusal(400, { error: 'TooManyValues', description: 'Limit is 100 ids' });
  const found = ids.flatMap((id) => world.users.get(id) ?? []);
  const rows = found.map((user) => formatUser(world, user));
  return ok({
    users: rows,
    ...organizationsOf(world, found, query),
    count: rows.length,
    next_page: null,
    previous_page: null,
  });
}

function organizationsOf(world: World, found: User[], query: URLSearchParams) {
  if (!(query.get('include') ?? '').split(',').includes('organizations')) return {};
  const ids = new Set(found.map((user) => user.organization_id).filter((id) => id !== null));
  const organizations = [...ids].flatMap((id) => world.organizations.get(id) ?? []);
  return { organizations: organizations.map((each) => formatOrganization(world, each)) };
}

/** `role=` or `role[]=` any number of times; people who left are not listed. */
function listUsers({ world, query, request }: Call) {
  const roles = [...query.getAll('role'), ...query.getAll('role[]')];
  const isListed = (user: User) => user.active && (roles.length === 0 || roles.includes(user.role));
  const items = lazily(world, isListed);
  const total = roles.length === 0 ? world.users.size : undefined;
  return ok(pageOf(request, { name: 'users', items, total, format: (user) => formatUser(world, user) }));
}

function countUsers({ world }: Call) {
  return ok({ count: { value: world.users.size, refreshed_at: iso(world.now()) } });
}

function* lazily(world: World, isWanted: (user: User) => boolean): IterableIterator<User> {
  for (const id of world.users.keys()) {
    const user = world.users.get(id);
    if (user && isWanted(user)) yield user;
  }
}

/** Most people looked at by one search, so that big accounts answer in time. */
const searched = 20_000;

/** `query=` matches names by their beginnings, or an e-mail address (`email:` too). */
function searchUsers({ world, query, request }: Call) {
  const text = (query.get('query') ?? '')
    .replace(/^email:/, '')
    .trim()
    .toLowerCase();
  const items = matches(world, (user) => startsLike(user, text));
  return ok(pageOf(request, { name: 'users', items, format: (user) => formatUser(world, user) }));
}

function autocomplete({ world, query }: Call) {
  const name = (query.get('name') ?? '').trim().toLowerCase();
  if (name.length < 2) {
    throw new Refusal(400, { error: 'BadRequest', description: 'name must have at least 2 characters' });
  }
  const found = matches(world, (user) => startsLike(user, name)).slice(0, 100);
  const rows = found.map((user) => formatUser(world, user));
  return ok({ users: rows, count: rows.length, next_page: null, previous_page: null });
}

function startsLike(user: User, text: string): boolean {
  if (text === '') return false;
  const name = user.name.toLowerCase();
  return name.startsWith(text) || name.includes(` ${text}`) || user.email.toLowerCase().startsWith(text);
}

function matches(world: World, isWanted: (user: User) => boolean): User[] {
  const found: User[] = [];
  let looked = 0;
  for (const user of lazily(world, () => true)) {
    looked += 1;
    if (user.active && isWanted(user)) found.push(user);
    if (looked >= searched) break;
  }
  return found;
}

function usersOfGroup({ world, params, request }: Call) {
  const group = world.groups.get(Number(params.id));
  if (!group || group.deleted) throw notFound();
  const items = world.memberships
    .filter((row) => row.group_id === group.id)
    .flatMap((row) => world.users.get(row.user_id) ?? []);
  return ok(
    pageOf(request, { name: 'users', items, total: items.length, format: (user) => formatUser(world, user) }),
  );
}
