import { describe, expect, it } from 'vitest';
import { roleIds } from '../../world/roles.ts';
import { at, column, neighbour, openDesk, type Reply } from './desk.ts';

/** The job as it is once it is over. */
async function finished(desk: ReturnType<typeof openDesk>, who: string, started: Reply): Promise<Reply> {
  const path = `/job_statuses/${at(started, 'job_status.id')}`;
  await desk.call(who, 'GET', path);
  return desk.call(who, 'GET', path);
}

type Child = Record<string, unknown>;

async function eventsOf(desk: ReturnType<typeof openDesk>, ticketId: number) {
  const reply = await desk.call('admin', 'GET', '/incremental/ticket_events?start_time=1');
  const rows = at(reply, 'ticket_events') as (Record<string, unknown> & { child_events: Child[] })[];
  return rows.filter((row) => row.ticket_id === ticketId);
}

describe('merging', () => {
  it('closes the sources with a tag and a note, and tells the target which they were', async () => {
    const desk = openDesk();
    const [target, source, other] = [
      desk.ticket(),
      desk.ticket({ requester_id: neighbour.id }),
      desk.ticket(),
    ];
    const body = { ids: [source.id, other.id], source_comment: 'Same lamp.' };
    const started = await desk.call('agent', 'POST', `/tickets/${target.id}/merge`, body);
    const job = await finished(desk, 'agent', started);
    expect(at(job, 'job_status.results.0')).toMatchObject({ id: target.id, action: 'merge', success: true });

    const closed = await desk.call('agent', 'GET', `/tickets/${source.id}`);
    expect(at(closed, 'ticket')).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] });
    const notes = await desk.call('agent', 'GET', `/tickets/${source.id}/comments`);
    expect(at(notes, 'comments.1')).toMatchObject({ body: 'Same lamp.', public: false });
    const kept = await desk.call('agent', 'GET', `/tickets/${target.id}`);
    expect(at(kept, 'ticket')).toMatchObject({ status: 'new', email_cc_ids: [neighbour.id] });
    const audits = await desk.call('agent', 'GET', `/tickets/${target.id}/audits`);
    expect(at(audits, 'audits.1.via.source')).toMatchObject({
      rel: 'merge',
      from: { ticket_ids: [source.id, other.id] },
    });
    const [, merging] = await eventsOf(desk, target.id);
    expect(merging?.merged_ticket_ids).toEqual([source.id, other.id]);
    const statuses = (await eventsOf(desk, source.id)).flatMap((row) => row.child_events);
    expect(statuses).toContainEqual(expect.objectContaining({ status: 'closed', previous_value: 'new' }));
  });

  it.each([
    ['a closed source', 'source'],
    ['a closed target', 'target'],
    ['itself', 'self'],
  ])('fails for %s and changes nothing', async (_what, which) => {
    const desk = openDesk();
    const [target, source, other] = [desk.ticket(), desk.ticket(), desk.ticket()];
    for (const ticket of [target, source]) {
      if (which === (ticket === target ? 'target' : 'source'))
        desk.world.tickets.put({ ...ticket, status: 'closed' });
    }
    const ids = [other.id, which === 'self' ? target.id : source.id];
    const started = await desk.call('agent', 'POST', `/tickets/${target.id}/merge`, { ids });
    const job = await finished(desk, 'agent', started);
    expect(at(job, 'job_status.results.0.success')).toBe(false);
    expect(at(await desk.call('agent', 'GET', `/tickets/${other.id}`), 'ticket.status')).toBe('new');
  });

  it('is refused to light agents, without ids, and on Enterprise to roles that may not', async () => {
    const desk = openDesk();
    const [target, source] = [desk.ticket(), desk.ticket()];
    const merge = (who: string, body: unknown) => desk.call(who, 'POST', `/tickets/${target.id}/merge`, body);
    const statuses = [await merge('light_agent', { ids: [source.id] }), await merge('agent', {})];
    desk.world.plan = 'suite_enterprise';
    const role = desk.world.customRoles.get(roleIds.agent);
    if (role) desk.world.customRoles.put({ ...role, configuration: {} });
    statuses.push(await merge('agent', { ids: [source.id] }));
    expect(statuses.map(({ status }) => status)).toEqual([403, 422, 403]);
  });
});

describe('deleting and bringing back', () => {
  it('hides a ticket from everybody, lists it as deleted, and restores it as it was', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('admin', 'DELETE', `/tickets/${id}`);
    expect((await desk.call('admin', 'GET', `/tickets/${id}`)).status).toBe(404);
    const listed = await desk.call('admin', 'GET', '/deleted_tickets');
    expect(at(listed, 'deleted_tickets.0')).toMatchObject({ id, previous_state: 'new' });
    expect((await desk.call('agent', 'PUT', `/deleted_tickets/${id}/restore`)).status).toBe(403);
    expect((await desk.call('admin', 'PUT', `/deleted_tickets/${id}/restore`)).status).toBe(200);
    expect(at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.status')).toBe('new');
    expect(column(await desk.call('admin', 'GET', '/deleted_tickets'), 'deleted_tickets', 'id')).toEqual([]);
    expect((await desk.call('admin', 'PUT', `/deleted_tickets/${id}/restore`)).status).toBe(404);
  });

  it('reaches a sync that had seen the ticket at this very instant', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { priority: 'high' } });
    const seen = await desk.call('admin', 'GET', '/incremental/tickets/cursor?start_time=1');
    const next = `/incremental/tickets/cursor?cursor=${encodeURIComponent(String(at(seen, 'after_cursor')))}`;
    await desk.call('admin', 'DELETE', `/tickets/${id}`);
    const gone = await desk.call('admin', 'GET', next);
    expect(at(gone, 'tickets.0')).toMatchObject({ id, status: 'deleted' });
    await desk.call('admin', 'PUT', `/deleted_tickets/${id}/restore`);
    expect(at(await desk.call('admin', 'GET', next), 'tickets.0')).toMatchObject({ id, status: 'new' });
    const changes = (await eventsOf(desk, id)).flatMap((row) => row.child_events);
    expect(changes.filter((child) => 'status' in child).map((child) => child.status)).toEqual([
      'new',
      'deleted',
      'new',
    ]);
  });
});
