import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { personas } from '../../world/people.ts';
import { at, column, customer, openDesk } from './desk.ts';

const history = { authorId: personas.agent, channel: 'web', isHistory: true };

describe('creating tickets', () => {
  it('makes a ticket for a customer, new or known, with the caller as submitter', async () => {
    const desk = openDesk();
    const ticket = {
      subject: 'Call',
      requester: { email: 'new@mail.example', name: 'New' },
      comment: { body: 'Hi' },
    };
    const reply = await desk.call('agent', 'POST', '/tickets', { ticket });
    expect(reply.status).toBe(201);
    expect(at(reply, 'ticket.submitter_id')).toBe(personas.agent);
    const requester = desk.world.users.get(Number(at(reply, 'ticket.requester_id')));
    expect(requester?.email).toBe('new@mail.example');
    const events = at(reply, 'audit.events') as { type: string; field_name?: string }[];
    expect(events.some((event) => event.type === 'Create' && event.field_name === 'subject')).toBe(true);
  });

  it('needs a description', async () => {
    const reply = await openDesk().call('agent', 'POST', '/tickets', { ticket: { subject: 'Empty' } });
    expect([reply.status, at(reply, 'details.base.0.error')]).toEqual([422, 'BlankValue']);
  });

  it('continues a closed ticket, which then names its follow-up, and no other', async () => {
    const desk = openDesk();
    const source = desk.ticket({ tags: ['lamp'] });
    const ticket = {
      via_followup_source_id: source.id,
      requester_id: customer.id,
      comment: { body: 'Fixed' },
    };
    expect((await desk.call('agent', 'POST', '/tickets', { ticket })).status).toBe(422);
    changeTicket(desk.world, source.id, { status: 'closed' }, history);
    const reply = await desk.call('agent', 'POST', '/tickets', { ticket });
    expect([reply.status, at(reply, 'ticket.via.source.from.ticket_id')]).toEqual([201, source.id]);
    expect(at(reply, 'ticket.tags')).toEqual(['lamp']);
    const parent = await desk.call('agent', 'GET', `/tickets/${source.id}`);
    expect(at(parent, 'ticket.followup_ids')).toEqual([at(reply, 'ticket.id')]);
    const related = await desk.call('agent', 'GET', `/tickets/${at(reply, 'ticket.id')}/related`);
    expect(at(related, 'followup_source_ids')).toEqual([String(source.id)]);
  });

  it('makes one ticket of two requests with the same idempotency key', async () => {
    const desk = openDesk();
    const headers = { 'idempotency-key': 'abc' };
    const post = (body: string) =>
      desk.call('agent', 'POST', '/tickets', { ticket: { comment: { body } } }, headers);
    const [first, second] = [await post('One'), await post('One')];
    expect([first.headers.get('x-idempotency-lookup'), second.headers.get('x-idempotency-lookup')]).toEqual([
      'miss',
      'hit',
    ]);
    expect(at(second, 'ticket.id')).toBe(at(first, 'ticket.id'));
    expect(desk.world.tickets.size).toBe(1);
    expect((await post('Two')).status).toBe(400);
  });
});

describe('many tickets at once', () => {
  const poll = async (desk: ReturnType<typeof openDesk>, id: unknown) => {
    await desk.call('agent', 'GET', `/job_statuses/${id}`);
    return desk.call('agent', 'GET', `/job_statuses/${id}`);
  };

  it('adds and removes tags without replacing the rest, and goes on past a closed ticket', async () => {
    const desk = openDesk();
    const open = desk.ticket({ tags: ['a', 'b'] });
    const closed = desk.ticket({ tags: ['a'] });
    changeTicket(desk.world, closed.id, { status: 'closed' }, history);
    const body = { ticket: { additional_tags: ['c'], remove_tags: ['b'] } };
    const reply = await desk.call('agent', 'PUT', `/tickets/update_many?ids=${open.id},${closed.id}`, body);
    expect(at(reply, 'job_status.status')).toBe('queued');
    const done = await poll(desk, at(reply, 'job_status.id'));
    expect(column(done, 'job_status.results', 'success')).toEqual([true, false]);
    expect(desk.world.tickets.get(open.id)?.tags).toEqual(['a', 'c']);
  });

  it('changes each ticket in its own way when a list is sent', async () => {
    const desk = openDesk();
    const [one, two] = [desk.ticket(), desk.ticket()];
    const tickets = [
      { id: one.id, priority: 'low' },
      { id: two.id, priority: 'urgent' },
    ];
    await desk.call('agent', 'PUT', '/tickets/update_many', { tickets });
    expect([one.id, two.id].map((id) => desk.world.tickets.get(id)?.priority)).toEqual(['low', 'urgent']);
  });

  it('creates a hundred at most', async () => {
    const desk = openDesk();
    const tickets = Array.from({ length: 101 }, () => ({ comment: { body: 'Hi' } }));
    expect((await desk.call('agent', 'POST', '/tickets/create_many', { tickets })).status).toBe(400);
    await desk.call('agent', 'POST', '/tickets/create_many', { tickets: tickets.slice(0, 3) });
    expect(desk.world.tickets.size).toBe(3);
  });
});
