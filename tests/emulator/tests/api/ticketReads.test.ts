import { describe, expect, it } from 'vitest';
import { fieldIds } from '../../world/fields.ts';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { at, column, customer, openDesk } from './desk.ts';

describe('reading tickets', () => {
  it('shows a ticket with its custom fields, tags and rating, with and without .json', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ custom_fields: { [fieldIds.product]: 'product_home_hub' } });
    for (const path of [`/tickets/${id}`, `/tickets/${id}.json`]) {
      const reply = await desk.call('agent', 'GET', path);
      expect(reply.status).toBe(200);
      expect(at(reply, 'ticket.tags')).toEqual(['product_home_hub']);
      expect(at(reply, 'ticket.custom_fields')).toContainEqual({
        id: fieldIds.product,
        value: 'product_home_hub',
      });
      expect(at(reply, 'ticket.custom_fields')).toContainEqual({ id: fieldIds.callBack, value: false });
      expect(at(reply, 'ticket.description')).toBe('The lamp does not light.');
      expect(at(reply, 'ticket.satisfaction_rating')).toEqual({ score: 'unoffered' });
    }
  });

  it.each([
    ['an account that asks nothing', 'suite_professional', 'none'],
    ['a plan without CSAT', 'support_team', 'survey'],
  ] as const)('shows no rating on %s', async (_, plan, csat) => {
    const desk = openDesk();
    Object.assign(desk.world, { plan, csat });
    const { id } = desk.ticket({ rating: { id: 5, score: 'bad' } });
    expect(at(await desk.call('agent', 'GET', `/tickets/${id}`), 'ticket.satisfaction_rating')).toBeNull();
  });

  it('brings people, groups and figures along when asked', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ assignee_id: personas.agent });
    const reply = await desk.call('agent', 'GET', `/tickets/${id}?include=users,groups,metric_sets`);
    expect(column(reply, 'users', 'id')).toEqual([customer.id, personas.agent]);
    expect(column(reply, 'groups', 'id')).toEqual([groupIds.technical]);
    expect(column(reply, 'metric_sets', 'ticket_id')).toEqual([id]);
  });

  it('leaves unknown, deleted and unseen tickets out of show_many without a word', async () => {
    const desk = openDesk();
    const mine = desk.ticket({ assignee_id: personas.agent });
    const other = desk.ticket({ assignee_id: agentIds.rafael });
    const gone = desk.ticket({ assignee_id: personas.agent });
    await desk.call('admin', 'DELETE', `/tickets/${gone.id}`);
    const agent = desk.world.users.get(personas.agent);
    if (agent) agent.ticket_restriction = 'assigned';
    const ids = [mine.id, other.id, gone.id, 999_999].join(',');
    const reply = await desk.call('agent', 'GET', `/tickets/show_many?ids=${ids}`);
    expect(column(reply, 'tickets', 'id')).toEqual([mine.id]);
  });

  it.each([
    ['assigned', [200, 403, 403]],
    ['groups', [200, 200, 403]],
    [null, [200, 200, 200]],
  ] as const)('shows an agent restricted to %s only what that allows', async (restriction, expected) => {
    const desk = openDesk();
    const seen = [
      desk.ticket({ assignee_id: personas.agent }),
      desk.ticket({ group_id: groupIds.billing }),
      desk.ticket({ group_id: groupIds.vip }),
    ];
    const agent = desk.world.users.get(personas.agent);
    if (agent) agent.ticket_restriction = restriction;
    const replies = await Promise.all(seen.map(({ id }) => desk.call('agent', 'GET', `/tickets/${id}`)));
    expect(replies.map((reply) => reply.status)).toEqual(expected);
  });

  it('turns pages by cursor to the end without losing or repeating a ticket', async () => {
    const desk = openDesk();
    const all = Array.from({ length: 7 }, () => desk.ticket().id);
    const seen: unknown[] = [];
    let url: unknown = '/tickets?page[size]=3';
    while (typeof url === 'string') {
      const reply = await desk.call('agent', 'GET', url);
      seen.push(...column(reply, 'tickets', 'id'));
      url = at(reply, 'links.next');
    }
    expect(seen).toEqual(all);
  });

  it('turns pages by offset with a count, and stops at record 10,000', async () => {
    const desk = openDesk();
    for (let made = 0; made < 5; made += 1) desk.ticket();
    const reply = await desk.call('agent', 'GET', '/tickets?page=2&per_page=2');
    expect(at(reply, 'count')).toBe(5);
    expect(column(reply, 'tickets', 'id')).toHaveLength(2);
    expect(at(reply, 'next_page')).toContain('page=3');
    const deep = await desk.call('agent', 'GET', '/tickets?page=101&per_page=100');
    expect([deep.status, at(deep, 'errors.0.code')]).toEqual([400, 'InvalidPaginationDepth']);
  });

  it.each(['page[size]=101', 'page[size]=0', 'page[after]=nonsense', 'page=minus'])(
    'refuses a list asked for with %s',
    async (query) => {
      const reply = await openDesk().call('agent', 'GET', `/tickets?${query}`);
      expect([reply.status, at(reply, 'errors.0.code')]).toEqual([400, 'InvalidPaginationParameter']);
    },
  );

  it('counts what the caller would be shown', async () => {
    const desk = openDesk();
    const [gone] = [desk.ticket(), desk.ticket(), desk.ticket({ assignee_id: personas.agent })];
    await desk.call('admin', 'DELETE', `/tickets/${gone?.id}`);
    expect(at(await desk.call('agent', 'GET', '/tickets/count'), 'count.value')).toBe(2);
    const agent = desk.world.users.get(personas.agent);
    if (agent) agent.ticket_restriction = 'assigned';
    expect(at(await desk.call('agent', 'GET', '/tickets'), 'count')).toBe(1);
    expect(at(await desk.call('agent', 'GET', '/ticket_metrics'), 'count')).toBe(1);
  });

  it('sorts by time of update, newest first when asked', async () => {
    const desk = openDesk();
    const [first, second] = [desk.ticket(), desk.ticket()];
    await desk.call('agent', 'PUT', `/tickets/${first.id}`, { ticket: { priority: 'high' } });
    const reply = await desk.call('agent', 'GET', '/tickets?sort=-updated_at&page[size]=10');
    expect(column(reply, 'tickets', 'id')).toEqual([first.id, second.id]);
  });

  it('hides archived tickets from the list but shows them alone', async () => {
    const desk = openDesk();
    const old = desk.ticket();
    desk.world.tickets.put(Object.assign(old, { is_archived: true }));
    expect(column(await desk.call('agent', 'GET', '/tickets'), 'tickets', 'id')).toEqual([]);
    expect((await desk.call('agent', 'GET', `/tickets/${old.id}`)).status).toBe(200);
    expect(at(await desk.call('agent', 'GET', `/tickets/${old.id}/related`), 'from_archive')).toBe(true);
  });
});
