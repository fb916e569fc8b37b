import { describe, expect, it } from 'vitest';
import { changeTicket, createTicket } from '../../world/changeTicket.ts';
import { agentIds, personas } from '../../world/people.ts';
import { at, column, customer, neighbour, openDesk } from './desk.ts';

describe('tags', () => {
  it('adds, sets and removes, each with its own status', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ tags: ['one'] });
    const path = `/tickets/${id}/tags`;
    const added = await desk.call('agent', 'PUT', path, { tags: ['two', 'Three'] });
    expect([added.status, added.body]).toEqual([200, { tags: ['one', 'three', 'two'] }]);
    const set = await desk.call('agent', 'POST', path, { tags: ['four'] });
    expect([set.status, set.body]).toEqual([201, { tags: ['four'] }]);
    expect((await desk.call('agent', 'DELETE', path, { tags: ['four'] })).status).toBe(204);
    expect((await desk.call('agent', 'GET', path)).body).toEqual({ tags: [] });
  });

  it('guards against lost tags when asked to', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const updated_stamp = at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.updated_at');
    const body = (tag: string) => ({ tags: [tag], updated_stamp, safe_update: 'true' });
    expect((await desk.call('agent', 'PUT', `/tickets/${id}/tags`, body('a'))).status).toBe(200);
    expect((await desk.call('lead', 'PUT', `/tickets/${id}/tags`, body('b'))).status).toBe(409);
  });
});

describe('comments, audits and figures', () => {
  const told = () => {
    const desk = openDesk();
    const start = desk.world.now() - 10 * 3_600_000;
    const hour = (n: number) => start + n * 3_600_000;
    const by = (authorId: number, n: number) => ({ authorId, channel: 'web', at: hour(n), isHistory: true });
    const comment = { body: 'Help <b>me</b>', public: true };
    const { ticket } = createTicket(
      desk.world,
      { subject: 'Lamp', requester_id: customer.id, comment },
      by(customer.id, 0),
    );
    const change = (input: Parameters<typeof changeTicket>[2], authorId: number, n: number) =>
      changeTicket(desk.world, ticket.id, input, by(authorId, n));
    change({ assignee_id: personas.agent }, personas.agent, 1);
    change({ status: 'pending', comment: { body: 'Which lamp?', public: true } }, personas.agent, 2);
    change({ comment: { body: 'The blue one', public: true } }, customer.id, 4);
    change({ assignee_id: agentIds.rafael, comment: { body: 'Yours', public: false } }, personas.agent, 5);
    change({ status: 'solved', comment: { body: 'Sent a new one', public: true } }, agentIds.rafael, 6);
    change({ comment: { body: 'Dark again', public: true } }, customer.id, 7);
    change({ status: 'solved' }, agentIds.rafael, 8);
    return { desk, id: ticket.id };
  };

  it('tells the conversation oldest first, hostile markup escaped in html_body only', async () => {
    const { desk, id } = told();
    const reply = await desk.call('agent', 'GET', `/tickets/${id}/comments`);
    expect(column(reply, 'comments', 'body')).toEqual([
      'Help <b>me</b>',
      'Which lamp?',
      'The blue one',
      'Yours',
      'Sent a new one',
      'Dark again',
    ]);
    expect(at(reply, 'comments.0.html_body')).toContain('Help &lt;b&gt;me&lt;/b&gt;');
    expect(at(reply, 'comments.3.public')).toBe(false);
    const newest = await desk.call('agent', 'GET', `/tickets/${id}/comments?sort=-created_at&page[size]=1`);
    expect([column(newest, 'comments', 'body'), at(newest, 'meta.has_more')]).toEqual([['Dark again'], true]);
  });

  it('names the audit a comment was made in', async () => {
    const { desk, id } = told();
    const comments = await desk.call('agent', 'GET', `/tickets/${id}/comments`);
    const audit = await desk.call(
      'agent',
      'GET',
      `/tickets/${id}/audits/${at(comments, 'comments.1.audit_id')}`,
    );
    expect(at(audit, 'audit.events.0.body')).toBe('Which lamp?');
  });

  it('reopens a pending or solved ticket when the customer replies', async () => {
    const { desk, id } = told();
    const reply = await desk.call('agent', 'GET', `/tickets/${id}/audits`);
    const audits = at(reply, 'audits') as { events: Record<string, unknown>[] }[];
    const moves = audits.flatMap(({ events }) =>
      events.filter((event) => event.field_name === 'status').map((event) => event.value),
    );
    expect(moves).toEqual(['new', 'open', 'pending', 'open', 'solved', 'open', 'solved']);
  });

  it('counts replies, reopens, hand-offs and waits from what happened', async () => {
    const { desk, id } = told();
    const reply = await desk.call('agent', 'GET', `/tickets/${id}/metrics`);
    expect(at(reply, 'ticket_metric')).toMatchObject({
      replies: 2,
      reopens: 1,
      assignee_stations: 2,
      group_stations: 2,
      reply_time_in_minutes: { calendar: 120, business: 120 },
      first_resolution_time_in_minutes: { calendar: 360 },
      full_resolution_time_in_minutes: { calendar: 480 },
      agent_wait_time_in_minutes: { calendar: 120 },
      requester_wait_time_in_minutes: { calendar: 60 + 60 + 120 + 60 },
    });
  });

  it('turns a public comment into a note for those who may edit', async () => {
    const { desk, id } = told();
    const comments = await desk.call('agent', 'GET', `/tickets/${id}/comments`);
    const path = `/tickets/${id}/comments/${at(comments, 'comments.1.id')}/make_private`;
    expect((await desk.call('light_agent', 'PUT', path)).status).toBe(403);
    expect((await desk.call('agent', 'PUT', path)).status).toBe(200);
    expect(at(await desk.call('agent', 'GET', `/tickets/${id}/comments`), 'comments.1.public')).toBe(false);
  });

  it('refuses customers the agents\u2019 view of a ticket, their own included', async () => {
    const { desk, id } = told();
    for (const who of [customer.email, neighbour.email]) {
      expect((await desk.call(who, 'GET', `/tickets/${id}`)).status).toBe(403);
    }
  });
});
