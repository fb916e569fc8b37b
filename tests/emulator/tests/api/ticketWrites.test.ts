import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { fieldIds } from '../../world/fields.ts';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { at, column, customer, openDesk } from './desk.ts';

const history = { authorId: personas.agent, channel: 'web', isHistory: true };

describe('changing a ticket', () => {
  it('answers with the ticket and an audit of exactly what changed', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, {
      ticket: {
        priority: 'high',
        custom_fields: [{ id: fieldIds.intent, value: 'intent_refund' }],
        comment: { body: 'On it', public: false },
      },
    });
    expect(reply.status).toBe(200);
    const events = at(reply, 'audit.events') as Record<string, unknown>[];
    const brief = events.map(({ type, field_name, value, previous_value }) => [
      type,
      field_name,
      value,
      previous_value,
    ]);
    expect(brief).toEqual([
      ['Comment', undefined, undefined, undefined],
      ['Change', 'priority', 'high', null],
      ['Change', 'tags', ['intent_refund'], []],
      ['Change', String(fieldIds.intent), 'intent_refund', null],
    ]);
    expect(events[0]).toMatchObject({ body: 'On it', public: false, author_id: personas.agent });
  });

  it('swaps the tag of a drop-down with its value and leaves other tags alone', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ tags: ['vip'], custom_fields: { [fieldIds.intent]: 'intent_refund' } });
    const change = { custom_fields: [{ id: fieldIds.intent, value: 'intent_return' }] };
    const swapped = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: change });
    expect(at(swapped, 'ticket.tags')).toEqual(['intent_return', 'vip']);
    const emptied = { custom_fields: [{ id: fieldIds.intent, value: null }] };
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: emptied });
    expect(at(reply, 'ticket.tags')).toEqual(['vip']);
  });

  it('sets a drop-down from its tag, and empties it when the tag goes', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const intentOf = async () => {
      const fields = at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.custom_fields');
      return (fields as { id: number; value: unknown }[]).find((field) => field.id === fieldIds.intent)
        ?.value;
    };
    await desk.call('agent', 'PUT', `/tickets/${id}/tags`, { tags: ['intent_setup'] });
    expect(await intentOf()).toBe('intent_setup');
    await desk.call('agent', 'DELETE', `/tickets/${id}/tags`, { tags: ['intent_setup'] });
    expect(await intentOf()).toBeNull();
  });

  it.each([
    ['status', { status: 'done' }],
    ['priority', { priority: 'huge' }],
    ['type', { type: 'praise' }],
    ['base', { custom_fields: [{ id: fieldIds.intent, value: 'intent_nobody_made' }] }],
    ['assignee', { assignee_id: customer.id }],
    ['assignee', { assignee_id: agentIds.left }],
    ['group', { group_id: 1 }],
    ['comment', { comment: { body: '  ', public: true } }],
  ])('refuses a bad %s with 422 and changes nothing', async (member, change) => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const before = await desk.call('agent', 'GET', `/tickets/${id}`);
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: change });
    expect([reply.status, at(reply, 'error')]).toEqual([422, 'RecordInvalid']);
    expect(at(reply, `details.${member}.0.description`)).toBeTypeOf('string');
    expect((await desk.call('agent', 'GET', `/tickets/${id}`)).body).toEqual(before.body);
  });

  it('refuses every write to a closed ticket in the words of Zendesk, and still shows it', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    changeTicket(desk.world, id, { status: 'closed' }, history);
    const refusal = {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { status: [{ description: 'Status: closed prevents ticket update' }] },
    };
    const put = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { priority: 'low' } });
    expect([put.status, put.body]).toEqual([422, refusal]);
    const tags = await desk.call('agent', 'PUT', `/tickets/${id}/tags`, { tags: ['late'] });
    expect([tags.status, tags.body]).toEqual([422, refusal]);
    expect((await desk.call('agent', 'GET', `/tickets/${id}`)).status).toBe(200);
  });

  it('refuses an outdated safe update with 409, also when both came at the same instant of the clock', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('lead', 'PUT', `/tickets/${id}`, { ticket: { subject: 'Touched' } });
    const updated_stamp = at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.updated_at');
    const guarded = (priority: string) => ({ ticket: { priority, safe_update: true, updated_stamp } });
    expect((await desk.call('agent', 'PUT', `/tickets/${id}`, guarded('high'))).status).toBe(200);
    const late = await desk.call('lead', 'PUT', `/tickets/${id}`, guarded('low'));
    expect([late.status, at(late, 'error')]).toEqual([409, 'UpdateConflict']);
    expect(at(await desk.call('lead', 'GET', `/tickets/${id}`), 'ticket.priority')).toBe('high');
  });

  it('says that a ticket is closed before it says what else is wrong', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    changeTicket(desk.world, id, { status: 'closed' }, history);
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, {
      ticket: { priority: 'huge', safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' },
    });
    expect([reply.status, Object.keys(at(reply, 'details') as object)]).toEqual([422, ['status']]);
  });

  it('takes a custom status for the status of its category', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ assignee_id: personas.agent });
    const before = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { status: 'pending' } });
    const custom_status_id = at(before, 'ticket.custom_status_id');
    await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { status: 'open' } });
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { custom_status_id } });
    expect(at(reply, 'ticket.status')).toBe('pending');
    const unknown = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { custom_status_id: 7 } });
    expect(unknown.status).toBe(422);
  });

  it('treats safe_update false like true, and a member left out as force', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const updated_stamp = '2020-01-01T00:00:00Z';
    const asked = { ticket: { priority: 'low', safe_update: false, updated_stamp } };
    expect((await desk.call('agent', 'PUT', `/tickets/${id}`, asked)).status).toBe(409);
    expect(
      (await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { priority: 'low', updated_stamp } }))
        .status,
    ).toBe(200);
  });

  it('moves updated_at only when something happened', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ priority: 'low' });
    const before = at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.updated_at');
    const same = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { priority: 'low' } });
    expect(at(same, 'ticket.updated_at')).toBe(before);
    expect(at(same, 'audit.events')).toEqual([]);
    const other = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { priority: 'high' } });
    expect(at(other, 'ticket.updated_at')).not.toBe(before);
  });

  it('opens a new ticket that gets an assignee and brings the assignee\u2019s group along', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, {
      ticket: { assignee_id: agentIds.rafael },
    });
    expect([at(reply, 'ticket.status'), at(reply, 'ticket.group_id')]).toEqual(['open', groupIds.returns]);
    const moved = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { group_id: groupIds.vip } });
    expect(at(moved, 'ticket.assignee_id')).toBeNull();
  });

  it('gives a ticket solved without an assignee to whoever solved it', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { status: 'solved' } });
    expect(at(reply, 'ticket.assignee_id')).toBe(personas.agent);
  });

  it('makes a comment public unless it says otherwise', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { comment: { body: 'Hello' } } });
    const reply = await desk.call('agent', 'GET', `/tickets/${id}/comments`);
    expect(column(reply, 'comments', 'public')).toEqual([true, true]);
  });

  it('adds and removes followers one by one, and tells of it', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const put = (followers: unknown) =>
      desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { followers } });
    const rows = [{ user_id: personas.lead }, { user_email: 'ines@emulated.example', action: 'put' }];
    const added = await put(rows);
    expect(at(added, 'ticket.follower_ids')).toEqual([personas.lead, agentIds.ines]);
    const removed = await put([{ user_id: personas.lead, action: 'delete' }]);
    expect(at(removed, 'audit.events.0')).toMatchObject({
      type: 'FollowerChange',
      previous_followers: ['ola@emulated.example', 'ines@emulated.example'],
      current_followers: ['ines@emulated.example'],
    });
  });

  it('keeps metadata in the audit', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const body = { ticket: { priority: 'low', metadata: { bucket: 'process' } } };
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, body);
    expect(at(reply, 'audit.metadata.custom')).toEqual({ bucket: 'process' });
  });

  it('answers 404 for a deleted ticket, and lets agents without the permission delete none', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    expect((await desk.call('agent', 'DELETE', `/tickets/${id}`)).status).toBe(403);
    expect((await desk.call('admin', 'DELETE', `/tickets/${id}`)).status).toBe(204);
    expect((await desk.call('admin', 'GET', `/tickets/${id}`)).status).toBe(404);
    expect((await desk.call('admin', 'PUT', `/tickets/${id}`, { ticket: {} })).status).toBe(404);
  });

  it('tells a body that cannot be read from one that lacks the ticket', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    expect((await desk.call('agent', 'PUT', `/tickets/${id}`, { priority: 'low' })).status).toBe(400);
  });
});
