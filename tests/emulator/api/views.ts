/** Views: agents read what is shared with them and keep their own, admins share. Source: Zendesk's OpenAPI text. */
import type { Ticket, View } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { wrapped } from './body.ts';
import { type Call, type Family, noContent, ok, Refusal } from './http.ts';
import { offsetPage, pageOf } from './paging.ts';
import { isNamed, isOfState, lastPosition } from './ruleLists.ts';
import { formatTicket } from './tickets.format.ts';
import { refuseWriter, seenView, seesView } from './viewAccess.ts';
import { readView } from './viewInput.ts';
import { columnsOf, formatView, rowOf } from './views.format.ts';
import { ticketsOf } from './viewTickets.ts';

const path = '/api/v2/views';

export const views: Family = [
  {
    method: 'GET',
    path,
    allowed: 'agents',
    answer: (call) => list(call, (view) => isOfState(view, call.query)),
  },
  { method: 'POST', path, allowed: 'agents', answer: create },
  { method: 'GET', path: `${path}/active`, allowed: 'agents', answer: (call) => list(call, isActive) },
  { method: 'GET', path: `${path}/search`, allowed: 'agents', answer: search },
  {
    method: 'GET',
    path: `${path}/:id`,
    allowed: 'agents',
    answer: ({ world, caller, params }) => answered(world, seenView(world, caller, params.id)),
  },
  { method: 'PUT', path: `${path}/:id`, allowed: 'agents', answer: change },
  { method: 'DELETE', path: `${path}/:id`, allowed: 'agents', answer: remove },
  { method: 'GET', path: `${path}/:id/tickets`, allowed: 'agents', answer: listTickets },
  { method: 'GET', path: `${path}/:id/count`, allowed: 'agents', bucket: 'view', answer: count },
  { method: 'GET', path: `${path}/:id/execute`, allowed: 'agents', bucket: 'view', answer: execute },
];

const isActive = ({ active }: View) => active;
const answered = (world: World, view: View) => ok({ view: formatView(world, view) });

function listingOf({ world, caller, query }: Call, isWanted: (view: View) => boolean) {
  const access = query.get('access');
  const isOfAccess = ({ restriction }: View) =>
    access === null || access === (restriction?.type === 'User' ? 'personal' : 'shared');
  const found = world.views.filter(
    (view) => seesView(world, caller, view) && isOfAccess(view) && isWanted(view),
  );
  const items = found.sort(orderOf(query));
  return { name: 'views', items, total: items.length, format: (view: View) => formatView(world, view) };
}

/** Ascending by position and by title, the newest first otherwise. */
function orderOf(query: URLSearchParams) {
  const by = query.get('sort_by') ?? 'position';
  const sign = (query.get('sort_order') ?? (by.endsWith('_at') ? 'desc' : 'asc')) === 'desc' ? -1 : 1;
  const key = by === 'created_at' || by === 'updated_at' ? by : 'position';
  const compare = (a: View, b: View) =>
    by === 'alphabetical' ? a.title.localeCompare(b.title) : a[key] - b[key];
  return (a: View, b: View) => sign * compare(a, b) || a.id - b.id;
}

const list = (call: Call, isWanted: (view: View) => boolean) =>
  ok(pageOf(call.request, listingOf(call, isWanted)));

/** Pages by offset only. */
function search(call: Call) {
  const { query, request } = call;
  if (!query.has('query'))
    throw new Refusal(400, { error: 'InvalidSearchQuery', description: 'query is required' });
  const isFound = (view: View) => isNamed(view, query) && isOfState(view, query);
  return ok(offsetPage(new URL(request.url), listingOf(call, isFound)));
}

function create({ world, caller, body }: Call) {
  const input = readView(world, wrapped(body, 'view'));
  refuseWriter(world, caller, input.restriction);
  const now = world.now();
  const position = input.position ?? lastPosition(world.views.values()) + 1;
  const stamps = { created_at: now, updated_at: now };
  return answered(world, world.views.put({ id: world.nextId('view'), ...input, position, ...stamps }));
}

function change({ world, caller, params, body }: Call) {
  const view = seenView(world, caller, params.id);
  refuseWriter(world, caller, view.restriction);
  const input = readView(world, wrapped(body, 'view'), view);
  refuseWriter(world, caller, input.restriction);
  return answered(world, world.views.put({ ...view, ...input, updated_at: world.now() }));
}

function remove({ world, caller, params }: Call) {
  const view = seenView(world, caller, params.id);
  refuseWriter(world, caller, view.restriction);
  world.views.remove(view.id);
  return noContent();
}

function shown({ world, caller, params, query }: Call): { view: View; tickets: Ticket[] } {
  const view = seenView(world, caller, params.id);
  return { view, tickets: ticketsOf(world, caller, view, query) };
}

function listTickets(call: Call) {
  const { tickets } = shown(call);
  const format = (ticket: Ticket) => formatTicket(call.world, ticket);
  return ok(pageOf(call.request, { name: 'tickets', items: tickets, total: tickets.length, format }));
}

function count(call: Call) {
  const { view, tickets } = shown(call);
  const value = tickets.length;
  const url = formatView(call.world, view).url.replace('.json', '/count.json');
  return ok({ view_count: { url, view_id: view.id, value, pretty: String(value), fresh: true } });
}

function execute(call: Call) {
  const { world, request } = call;
  const { view, tickets } = shown(call);
  const format = (ticket: Ticket) => rowOf(world, view, ticket);
  const page = pageOf(request, { name: 'rows', items: tickets, total: tickets.length, format });
  return ok({ ...page, columns: columnsOf(world, view), groups: [], view: formatView(world, view) });
}
