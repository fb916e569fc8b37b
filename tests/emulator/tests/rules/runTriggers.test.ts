import { beforeEach, describe, expect, it } from 'vitest';
import { changeTicket, createTicket } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import { customerIds } from '../../world/customers.ts';
import type { Action, Condition, Trigger, Webhook } from '../../world/entities.ts';
import { fieldIds } from '../../world/fields.ts';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { storyTickets } from '../../world/storyTickets.ts';
import { answerSurvey } from '../../world/surveys.ts';
import type { World } from '../../world/world.ts';

let world: World;
let position = 0;
const agent = { authorId: personas.agent, channel: 'web' };
const id = storyTickets.followUp;

beforeEach(() => {
  world = createWorld();
  for (const trigger of [...world.triggers.values()]) world.triggers.remove(trigger.id);
  world.outbox.length = 0;
  position = 0;
});

function makeWebhook(more: Partial<Webhook>): Webhook {
  return {
    id: '01HOOK',
    name: 'Alert',
    description: null,
    status: 'active',
    endpoint: 'https://hooks.example/alert',
    http_method: 'POST',
    request_format: 'json',
    subscriptions: ['conditional_ticket_events'],
    authentication: null,
    custom_headers: { 'x-team': 'care' },
    created_by: personas.admin,
    updated_by: null,
    created_at: 0,
    updated_at: null,
    ...more,
  };
}

function trigger(all: Condition[], actions: Action[], more: Partial<Trigger> = {}): void {
  position += 1;
  world.triggers.put({
    id: position,
    title: `Rule ${position}`,
    description: null,
    active: true,
    position,
    category_id: '1',
    conditions: { all, any: [] },
    actions,
    created_at: 0,
    updated_at: 0,
    ...more,
  });
}

const ticket = () => {
  const found = world.tickets.get(id);
  if (!found) throw new Error('no ticket');
  return found;
};
const hasTag = (tag: string): Condition => ({ field: 'current_tags', operator: 'includes', value: tag });
const addTag = (tag: string): Action => ({ field: 'current_tags', value: tag });
const onChange: Condition = { field: 'update_type', operator: 'is', value: 'Change' };

describe('the order of triggers', () => {
  it('starts again after a change, so that an earlier trigger sees what a later one did', () => {
    trigger([hasTag('second')], [addTag('first')]);
    trigger([hasTag('go')], [addTag('second')]);
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(ticket().tags).toEqual(expect.arrayContaining(['go', 'second', 'first']));
  });

  it('runs each trigger once per update at most', () => {
    trigger([onChange], [{ field: 'notification_user', value: ['requester_id', 'Hello', 'Hi'] }]);
    trigger([onChange], [addTag('a')]);
    trigger([onChange], [addTag('b')]);
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(world.outbox).toHaveLength(1);
    changeTicket(world, id, { addTags: ['again'] }, agent);
    expect(world.outbox).toHaveLength(2);
  });

  it('follows the position, not the id, and leaves inactive ones out', () => {
    trigger([onChange], [{ field: 'priority', value: 'low' }], { position: 9 });
    trigger([onChange], [{ field: 'priority', value: 'urgent' }], { position: 1 });
    trigger([onChange], [addTag('never')], { active: false });
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(ticket().priority).toBe('low');
    expect(ticket().tags).not.toContain('never');
  });

  it('needs one of "any" beside all of "all"', () => {
    const conditions = { all: [onChange], any: [hasTag('x'), hasTag('y')] };
    trigger([], [addTag('met')], { conditions });
    changeTicket(world, id, { addTags: ['z'] }, agent);
    expect(ticket().tags).not.toContain('met');
    changeTicket(world, id, { addTags: ['y'] }, agent);
    expect(ticket().tags).toContain('met');
  });

  it('does nothing for an update that changed nothing, and nothing for history', () => {
    trigger([onChange], [addTag('ran')]);
    changeTicket(world, id, { status: ticket().status }, agent);
    changeTicket(world, id, { addTags: ['go'] }, { ...agent, isHistory: true });
    expect(ticket().tags).not.toContain('ran');
  });

  it('stops once a trigger has closed the ticket', () => {
    trigger([onChange], [{ field: 'status', value: 'closed' }]);
    trigger([onChange], [addTag('late')]);
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(ticket()).toMatchObject({ status: 'closed' });
    expect(ticket().tags).not.toContain('late');
  });
});

describe('the actions', () => {
  it.each<[string, Action, Record<string, unknown>]>([
    ['status', { field: 'status', value: 'hold' }, { status: 'hold' }],
    ['priority', { field: 'priority', value: 'urgent' }, { priority: 'urgent' }],
    ['type', { field: 'type', value: 'incident' }, { type: 'incident' }],
    ['group', { field: 'group_id', value: String(groupIds.returns) }, { group_id: groupIds.returns }],
    ['assignee', { field: 'assignee_id', value: String(agentIds.samir) }, { assignee_id: agentIds.samir }],
    [
      'current user as assignee',
      { field: 'assignee_id', value: 'current_user' },
      { assignee_id: personas.agent },
    ],
    ['all tags', { field: 'set_tags', value: 'only these' }, { tags: ['only', 'these'] }],
    ['follower', { field: 'follower', value: String(personas.lead) }, { follower_ids: [personas.lead] }],
  ])('set %s', (_what, action, expected) => {
    trigger([onChange], [action]);
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(ticket()).toMatchObject(expected);
  });

  it('set and remove tags, and drop-down fields with their tags', () => {
    const field = `custom_fields_${fieldIds.product}`;
    trigger(
      [onChange],
      [
        { field, value: 'product_mobile_app' },
        { field: 'remove_tags', value: 'go' },
      ],
    );
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(ticket().custom_fields[fieldIds.product]).toBe('product_mobile_app');
    expect(ticket().tags).toContain('product_mobile_app');
    expect(ticket().tags).not.toContain('go');
  });

  it('join the audit of the change, with the trigger named', () => {
    trigger([onChange], [addTag('ruled')], { title: 'House rule' });
    const { audit } = changeTicket(world, id, { addTags: ['go'] }, agent);
    const ruled = audit.events.find((event) => JSON.stringify(event.via ?? '').includes('House rule'));
    expect(ruled).toMatchObject({
      type: 'Change',
      field_name: 'tags',
      via: { channel: 'rule', source: { rel: 'trigger' } },
    });
    expect(ticket().audits.at(-1)?.id).toBe(audit.id);
  });

  it('record a webhook with its body filled in', () => {
    world.webhooks.put(makeWebhook({ id: '01HOOK' }));
    trigger(
      [onChange],
      [{ field: 'notification_webhook', value: ['01HOOK', '{"ticket_id":{{ticket.id}}}'] }],
    );
    const { audit } = changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(audit.events).toContainEqual(
      expect.objectContaining({ type: 'Webhook', webhook_id: '01HOOK', body: `{"ticket_id":${id}}` }),
    );
    expect(world.webhookCalls).toEqual([
      {
        id: expect.any(Number),
        at: new Date(audit.created_at).toISOString(),
        webhookId: '01HOOK',
        name: 'Alert',
        method: 'POST',
        url: 'https://hooks.example/alert',
        headers: { 'content-type': 'application/json', 'x-team': 'care' },
        body: `{"ticket_id":${id}}`,
        ticketId: id,
        sentBy: 'Rule 1',
      },
    ]);
  });

  it.each([
    ['that was deleted', null],
    ['that is switched off', makeWebhook({ status: 'inactive' })],
    ['that listens to events', makeWebhook({ subscriptions: ['zen:event-type:user.created'] })],
  ])('call no webhook %s', (_what, webhook) => {
    if (webhook) world.webhooks.put(webhook);
    trigger([onChange], [{ field: 'notification_webhook', value: ['01HOOK', '{}'] }]);
    const { audit } = changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(world.webhookCalls).toEqual([]);
    expect(audit.events.some(({ type }) => type === 'Webhook')).toBe(false);
  });

  it('offer the survey', () => {
    trigger(
      [{ field: 'status', operator: 'value', value: 'solved' }],
      [{ field: 'satisfaction_score', value: 'offered' }],
    );
    changeTicket(world, id, { status: 'solved' }, agent);
    expect(ticket().rating.score).toBe('offered');
    expect(world.outbox.at(-1)?.sentBy).toBe('survey');
  });
});

describe('mails', () => {
  const mail = (field: string, target: string, body = 'x'): Action => ({
    field,
    value: [target, 'About {{ticket.id}}', body],
  });

  it.each([
    ['notification_user', 'requester_id', ['oliver.grant@mail.example']],
    ['notification_user', 'assignee_id', ['mia@emulated.example']],
    ['notification_user', String(personas.lead), ['ola@emulated.example']],
    [
      'notification_group',
      String(groupIds.vip),
      ['aoife@emulated.example', 'ola@emulated.example', 'yuki@emulated.example'],
    ],
    ['notification_user', 'nobody', []],
  ])('%s %s reach %j', (field, target, addresses) => {
    trigger([onChange], [mail(field, target)]);
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(world.outbox.map(({ to }) => to.email).sort()).toEqual(addresses);
    for (const { subject, sentBy } of world.outbox)
      expect([subject, sentBy]).toEqual([`About ${id}`, 'Rule 1']);
  });

  it('never go to who no longer works here', () => {
    trigger(
      [onChange],
      [mail('notification_user', String(agentIds.left)), mail('notification_user', 'all_agents')],
    );
    changeTicket(world, id, { addTags: ['go'] }, agent);
    expect(world.outbox.map(({ to }) => to.email)).not.toContain('stefan@emulated.example');
    expect(world.outbox.length).toBeGreaterThan(8);
  });

  it('tell a lead of a bad rating with what the customer said', () => {
    const rated: Condition[] = [
      { field: 'satisfaction_score', operator: 'changed' },
      { field: 'satisfaction_score', operator: 'is', value: 'bad' },
    ];
    const body =
      '{{ticket.title}}|{{ticket.requester.name}}|{{ticket.assignee.first_name}}|{{satisfaction.current_rating}}|{{satisfaction.current_comment}}|{{no.such}}';
    trigger(rated, [mail('notification_user', String(personas.lead), body)]);
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 2, comment: 'Twice <b>charged</b>' });
    expect(world.outbox).toHaveLength(1);
    expect(world.outbox[0]?.body).toBe(
      'Care Plan renewed although I cancelled it|Marta Lindqvist|Mia|Bad, I’m unsatisfied|Twice <b>charged</b>|',
    );
  });

  it('of the account’s own triggers greet a new customer and tell the customer of a reply, not of a note', () => {
    world = createWorld();
    world.outbox.length = 0;
    const input = {
      subject: 'Lid',
      requester_id: customerIds.tom,
      comment: { body: 'Broken', public: true },
    };
    const made = createTicket(world, input, { authorId: customerIds.tom, channel: 'email' });
    expect(world.outbox.map(({ subject }) => subject)).toEqual(['Request received: Lid']);
    changeTicket(world, made.ticket.id, { comment: { body: 'Psst', public: false } }, agent);
    changeTicket(world, made.ticket.id, { comment: { body: 'On its way', public: true } }, agent);
    expect(world.outbox.slice(1).map(({ body }) => body)).toEqual([expect.stringContaining('On its way')]);
  });
});
