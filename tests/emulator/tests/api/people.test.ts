import { describe, expect, it } from 'vitest';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { at, column, customer, openDesk } from './desk.ts';

describe('users', () => {
  it('tells a caller without a session that they are the anonymous user, with 200', async () => {
    const reply = await openDesk().call(null, 'GET', '/users/me');
    expect(reply.status).toBe(200);
    expect(at(reply, 'user.name')).toBe('Anonymous user');
    expect(at(reply, 'user.id')).toBeNull();
  });

  it('refuses everything else to a caller without a session with 401', async () => {
    const desk = openDesk();
    for (const path of ['/users/1', '/tickets/1', '/groups', '/ticket_fields', '/search?query=a']) {
      const reply = await desk.call(null, 'GET', path);
      expect([path, reply.status, reply.body]).toEqual([path, 401, { error: "Couldn't authenticate you" }]);
    }
  });

  it.each([
    ['admin', 'admin', 4],
    ['lead', 'agent', null],
    ['light_agent', 'agent', 1],
  ])('tells %s their role and role type', async (persona, role, type) => {
    const reply = await openDesk().call(persona, 'GET', '/users/me.json');
    expect([at(reply, 'user.role'), at(reply, 'user.role_type')]).toEqual([role, type]);
  });

  it('lets basic auth name a persona or an e-mail address, with or without /token', async () => {
    const desk = openDesk();
    for (const [name, id] of [
      ['lead/token', personas.lead],
      ['noor@emulated.example', personas.admin],
      [`${customer.email}/token`, customer.id],
    ] as const) {
      const authorization = `Basic ${Buffer.from(`${name}:x`).toString('base64')}`;
      const reply = await desk.call(null, 'GET', '/users/me', undefined, { authorization });
      expect(at(reply, 'user.id')).toBe(id);
    }
  });

  it('leaves unknown ids out of show_many and answers 404 for one alone', async () => {
    const desk = openDesk();
    const many = await desk.call('agent', 'GET', `/users/show_many?ids=${personas.lead},999`);
    expect(column(many, 'users', 'id')).toEqual([personas.lead]);
    expect((await desk.call('agent', 'GET', '/users/999')).body).toEqual({
      error: 'RecordNotFound',
      description: 'Not found',
    });
  });

  it('finds people by the beginning of a name or an e-mail address, but not those who left', async () => {
    const desk = openDesk();
    const byName = await desk.call('agent', 'GET', '/users/search?query=kell');
    expect(column(byName, 'users', 'name')).toEqual(['Mia Keller']);
    const byMail = await desk.call('agent', 'GET', `/users/search?query=${customer.email}`);
    expect(column(byMail, 'users', 'id')).toEqual([customer.id]);
    expect(column(await desk.call('agent', 'GET', '/users/search?query=stefan'), 'users', 'id')).toEqual([]);
  });

  it('refuses customers the list of people', async () => {
    const reply = await openDesk().call(customer.email, 'GET', '/users');
    expect(reply.status).toBe(403);
    expect(at(reply, 'error.title')).toBe('Forbidden');
  });

  it('lists only the roles asked for', async () => {
    const reply = await openDesk().call('agent', 'GET', '/users?role[]=admin');
    expect(column(reply, 'users', 'id')).toEqual([personas.admin]);
  });
});

describe('groups and roles', () => {
  it('tells which people work in a group and which groups a person works in', async () => {
    const desk = openDesk();
    const people = await desk.call('agent', 'GET', `/groups/${groupIds.vip}/users`);
    expect(column(people, 'users', 'id')).toEqual([personas.lead, agentIds.yuki, agentIds.aoife]);
    const own = await desk.call('agent', 'GET', `/users/${agentIds.rafael}/group_memberships`);
    expect(column(own, 'group_memberships', 'group_id')).toEqual([groupIds.returns]);
    const groups = await desk.call('agent', 'GET', `/users/${agentIds.rafael}/groups`);
    expect(column(groups, 'groups', 'name')).toEqual(['Returns']);
  });

  it('lets an administrator add a membership once and refuses agents', async () => {
    const desk = openDesk();
    const body = { group_membership: { user_id: agentIds.grace, group_id: groupIds.vip } };
    expect((await desk.call('agent', 'POST', '/group_memberships', body)).status).toBe(403);
    expect((await desk.call('admin', 'POST', '/group_memberships', body)).status).toBe(201);
    expect((await desk.call('admin', 'POST', '/group_memberships', body)).status).toBe(422);
  });

  it('shows the roles Zendesk ships on every plan and custom ones on Enterprise only', async () => {
    const desk = openDesk();
    const stamps = { created_at: 0, updated_at: 0 };
    desk.world.customRoles.put({
      id: 77,
      name: 'Helper',
      description: '',
      role_type: 0,
      configuration: {},
      ...stamps,
    });
    const before = await desk.call('agent', 'GET', '/custom_roles');
    expect(column(before, 'custom_roles', 'name')).toEqual(['Light agent']);
    desk.world.plan = 'suite_enterprise';
    const after = await desk.call('agent', 'GET', '/custom_roles');
    expect(column(after, 'custom_roles', 'name')).toEqual([
      'Light agent',
      'Staff',
      'Tickets only',
      'No tags',
      'Helper',
    ]);
    expect((await desk.call('agent', 'GET', '/custom_roles/77')).status).toBe(403);
    expect(
      at(await desk.call('admin', 'GET', '/custom_roles/77'), 'custom_role.configuration.ticket_editing'),
    ).toBe(true);
  });
});

describe('account settings', () => {
  it.each([
    ['legacy', true],
    ['survey', false],
    ['none', false],
  ] as const)('says of %s CSAT that the older ratings are on: %s', async (csat, isOn) => {
    const desk = openDesk();
    desk.world.csat = csat;
    const reply = await desk.call('agent', 'GET', '/account/settings');
    expect(at(reply, 'settings.active_features.customer_satisfaction')).toBe(isOn);
  });
});
