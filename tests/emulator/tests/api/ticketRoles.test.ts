import { describe, expect, it } from 'vitest';
import { groupIds, personas } from '../../world/people.ts';
import { roleIds } from '../../world/roles.ts';
import { answerSurvey, offerSurvey } from '../../world/surveys.ts';
import { at, column, customer, openDesk } from './desk.ts';

describe('light agents and custom roles', () => {
  it('lets a light agent write notes, but not reply, edit, tag or create', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const put = async (ticket: unknown) =>
      (await desk.call('light_agent', 'PUT', `/tickets/${id}`, { ticket })).status;
    expect(await put({ comment: { body: 'A note', public: false } })).toBe(200);
    expect(await put({ comment: { body: 'A reply', public: true } })).toBe(403);
    expect(await put({ priority: 'high' })).toBe(403);
    expect((await desk.call('light_agent', 'PUT', `/tickets/${id}/tags`, { tags: ['x'] })).status).toBe(403);
    const created = await desk.call('light_agent', 'POST', '/tickets', {
      ticket: { comment: { body: 'Hi' } },
    });
    expect(created.status).toBe(403);
  });

  it('writes the comment of a light agent as a note when nothing is said', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('light_agent', 'PUT', `/tickets/${id}`, { ticket: { comment: { body: 'Seen' } } });
    expect(column(await desk.call('agent', 'GET', `/tickets/${id}/comments`), 'comments', 'public')).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['ticket_editing', { priority: 'high' }],
    ['ticket_tag_editing', { tags: ['x'] }],
    ['ticket_comment_access', { comment: { body: 'Hi', public: true } }],
  ])('heeds %s of a custom role on Enterprise and on no other plan', async (permission, change) => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const configuration = { [permission]: permission === 'ticket_comment_access' ? 'none' : false };
    const role = { id: 88, name: 'Advisor', description: '', role_type: 0, created_at: 0, updated_at: 0 };
    desk.world.customRoles.put({ ...role, configuration });
    const agent = desk.world.users.get(personas.agent);
    if (agent) agent.custom_role_id = 88;
    expect((await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: change })).status).toBe(200);
    desk.world.plan = 'suite_enterprise';
    expect((await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: change })).status).toBe(403);
  });
});

describe('people whose role shows an app its limits', () => {
  it('lets one see the tickets of her own groups and her own alone', async () => {
    const desk = openDesk();
    const [own, other] = [
      desk.ticket({ group_id: groupIds.billing }),
      desk.ticket({ group_id: groupIds.technical }),
    ];
    const statuses = await Promise.all(
      [own, other].map(({ id }) => desk.call('petra@emulated.example', 'GET', `/tickets/${id}`)),
    );
    expect(statuses.map(({ status }) => status)).toEqual([200, 403]);
  });

  it('lets one edit all but tags on Enterprise', async () => {
    const desk = openDesk();
    desk.world.plan = 'suite_enterprise';
    const { id } = desk.ticket();
    const put = (ticket: unknown) => desk.call('hanne@emulated.example', 'PUT', `/tickets/${id}`, { ticket });
    expect((await put({ tags: ['x'] })).status).toBe(403);
    expect((await put({ priority: 'high' })).status).toBe(200);
  });

  it('tells of custom roles on Enterprise only', async () => {
    const desk = openDesk();
    const roleOf = async (who: string) => at(await desk.call(who, 'GET', '/users/me'), 'user.custom_role_id');
    expect([await roleOf('agent'), await roleOf('light_agent')]).toEqual([null, roleIds.light]);
    desk.world.plan = 'suite_enterprise';
    expect([await roleOf('agent'), await roleOf('dario@emulated.example'), await roleOf('admin')]).toEqual([
      roleIds.agent,
      roleIds.ungranted,
      null,
    ]);
  });
});

describe('what a lead reads for a reconciliation', () => {
  it('finds bad ratings by the time of their change, archived ones as well, and the customers’ addresses', async () => {
    const desk = openDesk();
    const id = desk.ticket({ status: 'solved', group_id: groupIds.billing }).id;
    offerSurvey(desk.world, id, { isHistory: true });
    answerSurvey(desk.world, { ticket: id, csat: 1 }, { isHistory: true });
    const archived = desk.world.tickets.get(id);
    if (archived) desk.world.tickets.put({ ...archived, status: 'closed', is_archived: true });
    const find = (since: string) =>
      desk.call('lead', 'GET', `/search/export?query=satisfaction:bad updated>=${since}&filter[type]=ticket`);
    expect(column(await find('2026-11-17'), 'results', 'id')).toEqual([id]);
    expect(column(await find('2026-11-19'), 'results', 'id')).toEqual([]);
    const people = await desk.call('lead', 'GET', `/users/show_many?ids=${customer.id}`);
    expect(at(people, 'users.0.email')).toBe(customer.email);
    const loaded = await desk.call('lead', 'GET', `/tickets/show_many?ids=${id}&include=users,groups`);
    expect(column(loaded, 'users', 'email')).toContain(customer.email);
    expect(column(loaded, 'groups', 'name')).toEqual(['Billing']);
  });
});
