import { describe, expect, it } from 'vitest';
import { fieldIds } from '../../world/fields.ts';
import { at, column, customer, openDesk } from './desk.ts';

describe('ticket fields', () => {
  it('list system fields with their options and the account\u2019s own in order of position', async () => {
    const reply = await openDesk().call('agent', 'GET', '/ticket_fields');
    expect(column(reply, 'ticket_fields', 'type').slice(0, 8)).toEqual([
      'subject',
      'description',
      'status',
      'tickettype',
      'priority',
      'group',
      'assignee',
      'text',
    ]);
    expect(at(reply, 'ticket_fields.4.system_field_options.0')).toEqual({ name: 'Low', value: 'low' });
  });

  it('show customers those of their own form only', async () => {
    const reply = await openDesk().call(customer.email, 'GET', '/ticket_fields');
    expect(column(reply, 'ticket_fields', 'type')).toEqual(['subject', 'description']);
  });

  it('are made by an administrator, and their values become tags', async () => {
    const desk = openDesk();
    const ticket_field = {
      type: 'tagger',
      title: 'Bucket',
      custom_field_options: [
        { name: 'Agent', value: 'bucket_agent' },
        { name: 'Process', value: 'bucket_process' },
      ],
    };
    expect((await desk.call('agent', 'POST', '/ticket_fields', { ticket_field })).status).toBe(403);
    const made = await desk.call('admin', 'POST', '/ticket_fields', { ticket_field });
    expect(made.status).toBe(201);
    const { id } = desk.ticket();
    const custom_fields = [{ id: at(made, 'ticket_field.id'), value: 'bucket_process' }];
    const reply = await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { custom_fields } });
    expect(at(reply, 'ticket.tags')).toEqual(['bucket_process']);
  });

  it.each([
    [{ type: 'tagger', title: ' ' }, 'title'],
    [{ type: 'mood', title: 'Mood' }, 'type'],
    [
      { type: 'tagger', title: 'X', custom_field_options: [{ name: 'Refund', value: 'intent_refund' }] },
      'value',
    ],
  ])('refuse %j for its %s', async (ticket_field, member) => {
    const reply = await openDesk().call('admin', 'POST', '/ticket_fields', { ticket_field });
    expect([reply.status, Object.keys(at(reply, 'details') as object)]).toEqual([422, [member]]);
  });

  it('take single options: made with 201, changed with 200, deleted with 204', async () => {
    const desk = openDesk();
    const path = `/ticket_fields/${fieldIds.product}/options`;
    const made = await desk.call('admin', 'POST', path, {
      custom_field_option: { name: 'Camera', value: 'product_camera' },
    });
    expect(made.status).toBe(201);
    const id = at(made, 'custom_field_option.id');
    const changed = await desk.call('admin', 'POST', path, {
      custom_field_option: { id, name: 'Cam', value: 'product_camera' },
    });
    expect([changed.status, at(changed, 'custom_field_option.name')]).toEqual([200, 'Cam']);
    expect(column(await desk.call('agent', 'GET', path), 'custom_field_options', 'name')).toContain('Cam');
    expect((await desk.call('agent', 'DELETE', `${path}/${id}`)).status).toBe(403);
    expect((await desk.call('admin', 'DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await desk.call('admin', 'GET', `${path}/${id}`)).status).toBe(404);
  });

  it('lose the options a change leaves out, and keep the ids of the rest', async () => {
    const desk = openDesk();
    const path = `/ticket_fields/${fieldIds.product}`;
    const before = at(await desk.call('admin', 'GET', path), 'ticket_field.custom_field_options.1') as {
      id: number;
    };
    const custom_field_options = [{ name: 'Sensor Kit', value: 'product_sensor_kit' }];
    const reply = await desk.call('admin', 'PUT', path, { ticket_field: { custom_field_options } });
    expect(column(reply, 'ticket_field.custom_field_options', 'id')).toEqual([before.id]);
  });

  it('of the system cannot be deleted', async () => {
    const reply = await openDesk().call('admin', 'DELETE', '/ticket_fields/360012000001');
    expect(reply.status).toBe(403);
  });
});
