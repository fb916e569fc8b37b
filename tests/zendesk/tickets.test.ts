import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Http } from '../../src/zendesk/http.ts';
import { readTicket, readTicketRows, readTickets, ticketStateOf } from '../../src/zendesk/tickets.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { createTestApp } from '../testApp.ts';
import { answering, ticketWith } from './answering.ts';

const httpOf = async () => {
  const workspace = createWorkspace();
  const { http } = (await createTestApp(workspace, 'agent')).zendesk;
  return { workspace, http };
};

describe('one ticket', () => {
  it('comes with the people it names and the requester’s address', async () => {
    const { workspace, http } = await httpOf();
    const { ticket, users, requesterEmail } = await readTicket(http, String(storyTickets.scanner));
    const requester = workspace.world.users.get(Number(ticket.requester_id));
    expect(requesterEmail).toBe(requester?.email);
    expect(users.find(({ id }) => id === ticket.requester_id)?.role).toBe('end-user');
  });

  it('has no address where Zendesk tells none', async () => {
    const ticket = { id: 5, status: 'open', requester_id: 9, updated_at: '2026-11-17T10:00:00Z' };
    const http = answering(() => ({ ticket, users: [{ id: 9, name: 'Ines', email: null }, 'garbage'] }));
    expect(await readTicket(http, '5')).toMatchObject({ requesterEmail: null, users: [{ id: '9' }] });
  });

  it.each([
    ['solved', [], 'present'],
    ['closed', ['vip', 'closed_by_merge'], 'merged'],
    ['deleted', ['closed_by_merge'], 'deleted'],
  ])('that is %s with tags %j is %s', (status, tags, state) => {
    expect(ticketStateOf(ticketWith({ status, tags }))).toBe(state);
  });

  it('is readable without what is not vital', () => {
    const odd = {
      email_cc_ids: 'x',
      created_at: 'never',
      generated_timestamp: 'now',
      via: null,
      tags: [1, 'a'],
    };
    expect(ticketWith(odd)).toMatchObject({
      email_cc_ids: [],
      created_at: null,
      generated_timestamp: null,
      via: { channel: null },
      tags: ['a'],
      custom_fields: [],
    });
  });
});

describe('many tickets', () => {
  it('are asked for a hundred a call, each once', async () => {
    const http = answering((_url, { ids }) => ({
      tickets: String(ids)
        .split(',')
        .map((id) => ({ id, status: 'open', updated_at: '2026-11-17T10:00:00Z' })),
    }));
    const ids = Array.from({ length: 250 }, (_, index) => String(index));
    const found = await readTickets(http, [...ids, '3', '4']);
    expect(http.asked).toHaveLength(3);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(await readTickets(http, [])).toEqual([]);
  });

  it('leave out those this person may not see', async () => {
    const { http } = await httpOf();
    const found = await readTickets(http, [String(storyTickets.fresh), '999999']);
    expect(found.map(({ id }) => id)).toEqual([String(storyTickets.fresh)]);
  });
});

describe('many tickets, one of them broken', () => {
  it('tell the broken one from one that is gone', async () => {
    const whole = {
      id: 1,
      status: 'open',
      requester_id: 5,
      assignee_id: null,
      updated_at: '2026-11-18T09:12:00Z',
    };
    const answer = { tickets: [whole, { ...whole, id: 2, updated_at: null }] };
    const http = { get: async (_url: string, schema: v.GenericSchema) => v.parse(schema, answer) };
    const { tickets, unreadable } = await readTicketRows(
      http as unknown as Http,
      ['1', '2', '3'],
      'background',
    );
    expect([tickets.map(({ id }) => id), [...unreadable]]).toEqual([['1'], ['2']]);
  });
});
