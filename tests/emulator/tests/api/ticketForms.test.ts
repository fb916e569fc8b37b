import { describe, expect, it } from 'vitest';
import type { Plan } from '../../control.ts';
import { fieldIds } from '../../world/fields.ts';
import { at, column, customer, openDesk } from './desk.ts';

describe('the ticket form', () => {
  it('is one, the form of every ticket, with the active fields in their order', async () => {
    const desk = openDesk();
    const ticket = desk.ticket();
    const field = desk.world.ticketFields.get(fieldIds.callBack);
    if (field) desk.world.ticketFields.put({ ...field, active: false });
    const listed = await desk.call('agent', 'GET', '/ticket_forms');
    expect(column(listed, 'ticket_forms', 'id')).toEqual([ticket.ticket_form_id]);
    const ids = at(listed, 'ticket_forms.0.ticket_field_ids');
    expect(ids).toContain(fieldIds.product);
    expect(ids).not.toContain(fieldIds.callBack);
    const made = await desk.call('admin', 'POST', '/ticket_fields', {
      ticket_field: { type: 'text', title: 'Lane' },
    });
    const shown = await desk.call('agent', 'GET', `/ticket_forms/${ticket.ticket_form_id}`);
    expect(at(shown, 'ticket_form.ticket_field_ids')).toContain(at(made, 'ticket_field.id'));
    expect((await desk.call('agent', 'GET', '/ticket_forms/7')).status).toBe(404);
    expect(
      column(await desk.call('agent', 'GET', '/ticket_forms?active=false'), 'ticket_forms', 'id'),
    ).toEqual([]);
  });

  it('shows customers their own two fields', async () => {
    const listed = await openDesk().call(customer.email, 'GET', '/ticket_forms');
    expect(at(listed, 'ticket_forms.0.ticket_field_ids')).toHaveLength(2);
  });

  it.each<[Plan, number]>([
    ['suite_team', 403],
    ['support_professional', 403],
    ['suite_growth', 200],
    ['support_enterprise', 200],
  ])('on %s answers %s', async (plan, status) => {
    const desk = openDesk();
    desk.world.plan = plan;
    expect((await desk.call('admin', 'GET', '/ticket_forms')).status).toBe(status);
  });
});
