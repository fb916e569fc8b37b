import { describe, expect, it } from 'vitest';
import { personas } from '../../world/people.ts';
import { column, openDesk } from './desk.ts';

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
