import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { fieldIds } from '../../world/fields.ts';
import { agentIds, groupIds, personas } from '../../world/people.ts';
import { at, column, customer, neighbour, openDesk } from './desk.ts';

const day = 86_400_000;

/** Four tickets: `lamp` unsolved and tagged, `bill` solved and rated badly, `praise` rated well, `old` closed. */
function shelf() {
  const desk = openDesk();
  const { world } = desk;
  const rating = (score: 'good' | 'bad' | 'offered', comment: string | null) => ({ id: 9, score, comment });
  const lamp = desk.ticket({ subject: 'Blue lamp is dark', tags: ['lamp', 'vip'], priority: 'high' });
  const bill = desk.ticket({
    subject: 'Bill',
    requester_id: neighbour.id,
    assignee_id: agentIds.ines,
    custom_fields: { [fieldIds.intent]: 'intent_invoice', [fieldIds.orderNumber]: 'A-77' },
    rating: rating('bad', 'Too slow'),
    comment: { body: 'The amount on my invoice is wrong', public: true },
  });
  const praise = desk.ticket({
    subject: 'Thanks',
    tags: ['lamp'],
    rating: rating('good', null),
    priority: 'low',
  });
  const old = desk.ticket({ subject: 'Old lamp', rating: rating('offered', null) });
  const by = { authorId: personas.agent, channel: 'web', isHistory: true };
  changeTicket(world, bill.id, { status: 'solved' }, { ...by, at: world.now() - 1000 });
  changeTicket(world, old.id, { status: 'closed', tags: ['archive'] }, by);
  const backThen = { created_at: Date.UTC(2026, 9, 1, 12), updated_at: Date.UTC(2026, 9, 3, 12) };
  world.tickets.put(Object.assign(old, backThen));
  const names = new Map([
    [lamp.id, 'lamp'],
    [bill.id, 'bill'],
    [praise.id, 'praise'],
    [old.id, 'old'],
  ]);
  return { ...desk, lamp, bill, praise, old, names };
}

describe('what a query finds', () => {
  it.each([
    ['tags:lamp', ['lamp', 'praise']],
    ['tags:lamp tags:archive', ['lamp', 'old', 'praise']],
    ['tags:lamp -tags:vip', ['praise']],
    ['tags:lam*', ['lamp', 'praise']],
    ['type:ticket tags:vip', ['lamp']],
    ['satisfaction:bad', ['bill']],
    ['satisfaction:badwithcomment', ['bill']],
    ['satisfaction:good', ['praise']],
    ['satisfaction:goodwithcomment', []],
    ['satisfaction:offered', ['old']],
    [`custom_field_${fieldIds.intent}:intent_invoice`, ['bill']],
    [`custom_field_${fieldIds.orderNumber}:"A-77"`, ['bill']],
    [`-custom_field_${fieldIds.intent}:intent_invoice tags:vip`, ['lamp']],
    ['status:solved', ['bill']],
    ['status<solved', ['lamp', 'praise']],
    ['status>=solved', ['bill', 'old']],
    ['priority>low', ['lamp']],
    ['priority:none status<closed', ['bill']],
    [`assignee:${agentIds.ines}`, ['bill']],
    ['assignee:ines@emulated.example', ['bill']],
    ['assignee:none status<closed', ['lamp', 'praise']],
    ['requester:kim@mail.example tags:vip', ['lamp']],
    [`group:${groupIds.billing}`, ['bill']],
    ['group:billing', ['bill']],
    ['organization:northwind tags:vip', ['lamp']],
    ['created<2026-11-01', ['old']],
    ['created>=2026-10-01 created<2026-10-02', ['old']],
    ['created:2026-10-01', ['old']],
    ['created>2026-10-01', ['bill', 'lamp', 'praise']],
    ['updated>2hours', ['bill', 'lamp', 'praise']],
    ['updated<2hours', ['old']],
    ['solved>1hour', ['bill', 'old']],
    ['invoice', ['bill']],
    ['"amount on my invoice"', ['bill']],
    ['"invoice on my amount"', []],
    ['lamp dark', ['lamp']],
    ['subject:lamp', ['lamp', 'old']],
    ['nothing_like:this', []],
  ])('%s', async (query, expected) => {
    const { call, names } = shelf();
    const path = `/search?query=${encodeURIComponent(query)}`;
    const reply = await call('agent', 'GET', path);
    const found = column(reply, 'results', 'id').map((id) => names.get(id as number));
    expect(found.sort()).toEqual(expected);
    expect(at(await call('agent', 'GET', path.replace('search', 'search/count')), 'count')).toBe(
      expected.length,
    );
  });

  it('finds a ticket by its number', async () => {
    const { call, lamp } = shelf();
    expect(column(await call('agent', 'GET', `/search?query=${lamp.id}`), 'results', 'id')).toEqual([
      lamp.id,
    ]);
  });

  it('shows only what the caller may see', async () => {
    const { call, world } = shelf();
    const agent = world.users.get(personas.agent);
    if (agent) agent.ticket_restriction = 'assigned';
    expect(at(await call('agent', 'GET', '/search?query=tags:lamp'), 'count')).toBe(0);
    expect(at(await call('agent', 'GET', '/search/count?query=tags:lamp'), 'count')).toBe(0);
  });

  it('sorts as asked and marks each result as a ticket', async () => {
    const { call, names } = shelf();
    const reply = await call('agent', 'GET', '/search?query=status<closed&sort_by=priority&sort_order=asc');
    expect(column(reply, 'results', 'id').map((id) => names.get(id as number))).toEqual([
      'bill',
      'praise',
      'lamp',
    ]);
    expect(new Set(column(reply, 'results', 'result_type'))).toEqual(new Set(['ticket']));
  });
});

describe('the limits of search', () => {
  it('lets a write be found only after the index has caught up, in real or in emulated seconds', async () => {
    for (const pass of ['real', 'emulated']) {
      const { call, wait, world } = openDesk();
      const made = await call('agent', 'POST', '/tickets', { ticket: { comment: { body: 'zebra' } } });
      const found = async (query: string) =>
        at(await call('agent', 'GET', `/search?query=${query}`), 'count');
      expect(await found('zebra')).toBe(0);
      if (pass === 'real') wait(3000);
      else world.advance(3000);
      expect(await found('zebra')).toBe(1);
      await call('agent', 'PUT', `/tickets/${at(made, 'ticket.id')}`, { ticket: { priority: 'high' } });
      expect([await found('zebra'), await found('priority:high')]).toEqual([1, 0]);
      wait(3000);
      expect(await found('priority:high')).toBe(1);
    }
  });

  it('does not find a new ticket sooner for being changed at once', async () => {
    const { call, wait } = openDesk();
    const made = await call('agent', 'POST', '/tickets', { ticket: { comment: { body: 'zebra' } } });
    wait(2000);
    await call('agent', 'PUT', `/tickets/${at(made, 'ticket.id')}`, { ticket: { priority: 'high' } });
    expect(at(await call('agent', 'GET', '/search?query=zebra'), 'count')).toBe(0);
  });

  it('serves ten pages of a hundred and refuses the eleventh with 422', async () => {
    const desk = openDesk();
    for (let made = 0; made < 1005; made += 1) desk.ticket();
    const tenth = await desk.call('agent', 'GET', '/search?query=dark&page=10');
    expect([column(tenth, 'results', 'id').length, at(tenth, 'count'), at(tenth, 'next_page')]).toEqual([
      100,
      1005,
      null,
    ]);
    const eleventh = await desk.call('agent', 'GET', '/search?query=dark&page=11');
    expect([eleventh.status, at(eleventh, 'error')]).toEqual([422, 'invalid']);
  });

  it.each([
    ['/search?query=a&page[size]=10', 400],
    ['/search', 422],
    ['/search?query=type:user+kim', 422],
    ['/search/export?query=a', 422],
    ['/search/export?query=type:ticket&filter[type]=ticket', 422],
    ['/search/export?query=a&filter[type]=ticket&page[size]=1001', 422],
    ['/search/export?query=a&filter[type]=ticket&page[after]=x', 400],
  ])('refuses %s with %i', async (path, status) => {
    const reply = await openDesk().call('agent', 'GET', path);
    expect([reply.status, at(reply, 'error')]).toEqual([status, 'invalid']);
  });
});

describe('export', () => {
  it('gives everything in order of creation, over as many pages as it takes', async () => {
    const { call, old, lamp, bill, praise } = shelf();
    const seen: unknown[] = [];
    let url: unknown = `/search/export?query=${encodeURIComponent('created>2020-01-01')}&filter[type]=ticket&page[size]=3`;
    let pages = 0;
    while (typeof url === 'string') {
      const reply = await call('agent', 'GET', url);
      seen.push(...column(reply, 'results', 'id'));
      url = at(reply, 'links.next');
      pages += 1;
    }
    expect(seen).toEqual([old.id, lamp.id, bill.id, praise.id]);
    expect(pages).toBe(2);
  });

  it('gives cursors that live an hour', async () => {
    const { call, wait } = shelf();
    const first = await call('agent', 'GET', '/search/export?query=lamp&filter[type]=ticket&page[size]=1');
    const next = String(at(first, 'links.next'));
    wait(3_599_000);
    expect((await call('agent', 'GET', next)).status).toBe(200);
    wait(2000);
    expect((await call('agent', 'GET', next)).status).toBe(400);
  });
});

describe('incremental exports', () => {
  it('are for administrators alone', async () => {
    const { call } = shelf();
    for (const name of ['tickets/cursor', 'tickets', 'ticket_events', 'users', 'users/cursor']) {
      const path = `/incremental/${name}?start_time=1`;
      expect([name, (await call('lead', 'GET', path)).status]).toEqual([name, 403]);
      expect([name, (await call('admin', 'GET', path)).status]).toEqual([name, 200]);
    }
  });

  it('go on from their cursor to the end of the stream, deleted tickets included', async () => {
    const { call, lamp, names } = shelf();
    await call('admin', 'DELETE', `/tickets/${lamp.id}`);
    const seen = new Map<unknown, unknown>();
    let path = '/incremental/tickets/cursor?start_time=1&per_page=3';
    for (let isEnd = false; !isEnd; ) {
      const reply = await call('admin', 'GET', path);
      const ids = column(reply, 'tickets', 'id');
      const statuses = column(reply, 'tickets', 'status');
      for (const [index, id] of ids.entries()) seen.set(id, statuses[index]);
      isEnd = at(reply, 'end_of_stream') === true;
      path = String(at(reply, 'after_url'));
    }
    expect([...seen.keys()].sort()).toEqual([...names.keys()].sort());
    expect(seen.get(lamp.id)).toBe('deleted');
  });

  it('refuse a start within the last minute', async () => {
    const { call, world } = openDesk();
    const start = Math.floor((world.now() - day / 86_400) / 1000);
    const reply = await call('admin', 'GET', `/incremental/tickets/cursor?start_time=${start}`);
    expect(reply.status).toBe(422);
  });

  it('tell every event of a ticket with who caused it', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    const reply = await desk.call('admin', 'GET', '/incremental/ticket_events?start_time=1');
    expect(column(reply, 'ticket_events', 'ticket_id')).toEqual([id]);
    expect(column(reply, 'ticket_events', 'updater_id')).toEqual([customer.id]);
    const kinds = at(reply, 'ticket_events.0.child_events') as { event_type: string }[];
    expect(kinds.map((event) => event.event_type)).toContain('Comment');
  });
});
