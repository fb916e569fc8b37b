import { getResponse, type RequestHandler } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../api/index.ts';
import { groupIds, organizationIds, personas } from '../../world/people.ts';
import type { World } from '../../world/world.ts';
import { customer, openAccount, ticketIds } from './account.ts';

let world: World;
let handlers: RequestHandler[];

beforeEach(() => {
  world = openAccount();
  handlers = createHandlers(world);
});

async function read(path: string, persona = 'agent'): Promise<Record<string, unknown>> {
  const request = new Request(`http://localhost:4862/api/v2${path}`, {
    headers: { cookie: `emulator_persona=${persona}` },
  });
  const response = await getResponse(handlers, request);
  expect(response?.status).toBe(200);
  return (await response?.json()) as Record<string, unknown>;
}
const rows = (body: Record<string, unknown>, name: string) => body[name] as Record<string, unknown>[];

describe('a count', () => {
  it.each([
    ['/users/count', (of: World) => of.users.size],
    ['/groups/count', (of: World) => of.groups.size],
    ['/tickets/count', (of: World) => of.tickets.size],
    ['/ticket_fields/count', (of: World) => of.ticketFields.size],
    [
      `/tickets/${ticketIds.rated}/comments/count`,
      (of: World) => of.tickets.get(ticketIds.rated)?.comments.length,
    ],
    [
      `/tickets/${ticketIds.rated}/audits/count`,
      (of: World) => of.tickets.get(ticketIds.rated)?.audits.length,
    ],
  ])('%s is that of the account, as of now', async (path, size) => {
    expect(await read(path)).toEqual({ count: { value: size(world), refreshed_at: '2026-11-18T09:12:00Z' } });
  });
});

it('brands are told by name, and one by its id', async () => {
  const all = rows(await read('/brands'), 'brands');
  expect(all.map(({ name }) => name)).toEqual(['Alder Business', 'Alder Parcels']);
  expect(await read(`/brands/${all[1]?.id}`)).toEqual({ brand: all[1] });
});

describe('people and groups', () => {
  it('people are completed by the start of their name', async () => {
    const found = await read('/users/autocomplete?name=ada');
    expect(rows(found, 'users').map((user) => user.id)).toEqual([customer]);
  });

  it('groups one may assign to are all that stand', async () => {
    const found = await read('/groups/assignable');
    expect(
      rows(found, 'groups')
        .map((group) => group.id)
        .sort(),
    ).toEqual(Object.values(groupIds).sort());
  });

  it('a group tells its members', async () => {
    const found = await read(`/groups/${groupIds.vip}/memberships`);
    const members = world.memberships
      .filter((row) => row.group_id === groupIds.vip)
      .map((row) => row.user_id);
    expect(rows(found, 'group_memberships').map((row) => row.user_id)).toEqual(members);
  });

  it('who left may not be assigned to', async () => {
    const agent = world.users.get(personas.agent);
    if (agent) world.users.put({ ...agent, active: false });
    const found = await read('/group_memberships/assignable', 'lead');
    const people = rows(found, 'group_memberships').map((row) => row.user_id);
    expect(people).toContain(personas.lead);
    expect(people).not.toContain(personas.agent);
  });

  it('organizations are listed, shown one by one and several at a time', async () => {
    const listed = await read('/organizations');
    expect(rows(listed, 'organizations').map((row) => row.id)).toEqual(Object.values(organizationIds));
    const some = await read(`/organizations/show_many?ids=${organizationIds.lumen},999`);
    expect(rows(some, 'organizations').map((row) => row.name)).toEqual(['Lumen Schools Trust']);
    expect(await read(`/organizations/${organizationIds.lumen}`)).toMatchObject({
      organization: { tags: ['education'] },
    });
  });
});

describe('tickets', () => {
  it('an agent’s recent ones are their own', async () => {
    const found = await read('/tickets/recent');
    expect(
      rows(found, 'tickets')
        .map((ticket) => ticket.id)
        .sort(),
    ).toEqual(Object.values(ticketIds).sort());
    expect(rows(await read('/tickets/recent', 'lead'), 'tickets')).toEqual([]);
  });

  it('their figures are found by list and by number', async () => {
    const listed = await read('/ticket_metrics?page[size]=2');
    expect(rows(listed, 'ticket_metrics')).toHaveLength(2);
    expect(await read(`/ticket_metrics/${ticketIds.rated}`)).toMatchObject({
      ticket_metric: { ticket_id: ticketIds.rated, reopens: 0, replies: 0, group_stations: 1 },
    });
  });
});
