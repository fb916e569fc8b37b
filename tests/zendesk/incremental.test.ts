import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketChange } from '../../src/care/replay.ts';
import {
  type ChangedTickets,
  readChangedTickets,
  readTicketEvents,
  type TicketEventOptions,
  type TicketEvents,
} from '../../src/zendesk/incremental.ts';
import { readTicketHistory } from '../../src/zendesk/ticketHistory.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { answering } from './answering.ts';

const hour = 3_600_000;
const httpOf = async (workspace: Workspace) => (await createTestApp(workspace, 'admin')).zendesk.http;

async function ticketsIn(
  http: Parameters<typeof readChangedTickets>[0],
  from: Parameters<typeof readChangedTickets>[1],
) {
  const pages: ChangedTickets[] = [];
  for await (const page of readChangedTickets(http, from)) pages.push(page);
  return pages;
}

async function eventsIn(
  http: Parameters<typeof readTicketEvents>[0],
  startTime: number,
  options?: TicketEventOptions,
) {
  const pages: TicketEvents[] = [];
  for await (const page of readTicketEvents(http, startTime, options)) pages.push(page);
  return pages;
}

describe('changed tickets', () => {
  it('come a thousand a call, in order of their change, and a later reading goes on from there', async () => {
    const workspace = createWorkspace({ hasStory: false, scale: 1_500 });
    const http = await httpOf(workspace);
    const pages = await ticketsIn(http, { startTime: 0 });
    expect(pages.map(({ tickets, isEnd }) => [tickets.length, isEnd])).toEqual([
      [1_000, false],
      [500, true],
    ]);
    const ids = pages.flatMap(({ tickets }) => tickets.map(({ id }) => id));
    expect(new Set(ids).size).toBe(1_500);
    expect(await ticketsIn(http, { cursor: pages[1]?.after ?? '' })).toMatchObject([
      { tickets: [], isEnd: true },
    ]);
  });

  it('hold what the rules need of each', async () => {
    const workspace = createWorkspace();
    const tickets = (await ticketsIn(await httpOf(workspace), { startTime: 0 })).flatMap(
      (page) => page.tickets,
    );
    for (const ticket of tickets) {
      const own = workspace.world.tickets.get(Number(ticket.id));
      expect(ticket).toMatchObject({
        created_at: own && Math.floor(own.created_at / 1000) * 1000,
        tags: own?.tags,
        group_id: own?.group_id === null ? null : String(own?.group_id),
        via: { channel: own?.channel },
      });
      expect(ticket.generated_timestamp).toBeGreaterThanOrEqual(ticket.updated_at);
    }
    expect(tickets.length).toBeGreaterThan(100);
  });

  it('that cannot be read are counted and take no others along', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const whole = { id: 1, status: 'deleted', updated_at: '2026-11-17T10:00:00Z' };
        const http = answering(() => ({ tickets: [junk, whole], after_cursor: 'x', end_of_stream: true }));
        const [page] = await ticketsIn(http, { startTime: 0 });
        expect(page?.broken).toBe(1);
        expect(page?.tickets).toMatchObject([{ id: '1', status: 'deleted', tags: [] }]);
      }),
    );
  });
});

describe('ticket events', () => {
  /** Every ticket's changes by the stream, and by its audits: two reports of the same, in different words. */
  async function compare(workspace: Workspace, count: number) {
    const http = await httpOf(workspace);
    const byStream = new Map<string, TicketChange[]>();
    for (const { events } of await eventsIn(http, 0))
      for (const { ticketId, change } of events)
        byStream.set(ticketId, [...(byStream.get(ticketId) ?? []), change]);
    const ids = [...byStream.keys()].slice(-count);
    expect(ids.length).toBe(count);
    for (const id of ids) {
      const ticket = workspace.world.tickets.get(Number(id));
      const isCustomer = (userId: string) => userId === String(ticket?.requester_id);
      expect(byStream.get(id), id).toEqual(await readTicketHistory(http, id, { isCustomer }));
    }
  }

  it('of the story tell what the audits tell', async () => {
    await compare(createWorkspace(), 150);
  });

  it.each(['survey', 'legacy'] as const)(
    'of many tickets tell what the audits tell, with %s ratings',
    async (csat) => {
      await compare(createWorkspace({ hasStory: false, scale: 300, csat }), 300);
    },
  );

  it('are told once although pages overlap by a second', async () => {
    const row = (id: number, timestamp: number) => ({
      id,
      ticket_id: 5,
      timestamp,
      child_events: [{ event_type: 'Change', field_name: 'assignee_id', value: String(id) }],
    });
    const pages = [
      { ticket_events: [row(1, 100), row(2, 101), row(3, 101)], end_time: 101, end_of_stream: false },
      {
        ticket_events: [row(2, 101), row(3, 101), row(4, 101), row(5, 102)],
        end_time: 102,
        end_of_stream: false,
      },
      { ticket_events: [row(5, 102)], end_time: 102, end_of_stream: false },
      { ticket_events: [], end_time: null, end_of_stream: true },
    ];
    let next = 0;
    const http = answering(() => pages[next++]);
    const found = (await eventsIn(http, 100_900)).flatMap(({ events }) => events);
    expect(found.map(({ change }) => change.kind === 'assigned' && change.agentId)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(http.asked.map(({ params }) => params.start_time)).toEqual([100, 101, 102, 103]);
  });

  it.each([
    ['by its own key', { status: 'solved', previous_value: 'open' }, 'solved'],
    ['by a field’s name', { field_name: 'status', value: 'solved', previous_value: 'open' }, 'solved'],
    ['as an id in numbers', { assignee_id: 7 }, 'assigned'],
    ['beside another', { group_id: 3, subject: 'x' }, 'grouped'],
    ['as a rating', { satisfaction_score: 'bad', previous_value: 'offered' }, 'rated'],
    ['as an added tag', { tags: ['a', 'closed_by_merge'], added_tags: ['closed_by_merge'] }, 'merged'],
  ])('name an attribute %s', async (_, child, kind) => {
    const row = { id: 1, ticket_id: 5, timestamp: 100, child_events: [{ event_type: 'Change', ...child }] };
    const http = answering(() => ({ ticket_events: [row], end_time: 100, end_of_stream: true }));
    const [page] = await eventsIn(http, 0);
    expect(page?.events).toMatchObject([{ ticketId: '5', change: { kind, at: 100_000 } }]);
  });

  it('carry internal notes where comments are asked for', async () => {
    const workspace = createWorkspace();
    const http = await httpOf(workspace);
    const from = workspace.world.now() - 2_000 * hour;
    const found = (await eventsIn(http, from, { hasComments: true })).flatMap(({ notes }) => notes);
    const comments = [...workspace.world.tickets.values()].flatMap((ticket) =>
      ticket.comments
        .filter((one) => !one.public && one.created_at >= from)
        .map(({ body, created_at }) => ({ ticketId: String(ticket.id), body, at: created_at })),
    );
    const inOrder = (a: { ticketId: string; at: number }, b: { ticketId: string; at: number }) =>
      a.at - b.at || Number(a.ticketId) - Number(b.ticketId);
    expect(comments.length).toBeGreaterThan(5);
    expect(found.sort(inOrder)).toEqual(comments.sort(inOrder));
    expect((await eventsIn(http, from)).flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('that cannot be read are counted and take no others along', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (junk, child) => {
        const own = { event_type: 'Change', status: 'solved', previous_value: 'open' };
        const whole = { id: 2, ticket_id: 5, timestamp: 100, child_events: [child, own] };
        const rows = [junk, whole];
        const http = answering(() => ({ ticket_events: rows, end_time: 100, end_of_stream: true }));
        const [page] = await eventsIn(http, 0);
        expect(page?.broken).toBe(1);
        expect(page?.events.map(({ change }) => change.kind)).toContain('solved');
      }),
    );
  });
});
