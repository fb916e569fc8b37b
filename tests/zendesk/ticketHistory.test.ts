import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/care/replay.ts';
import { customerIdsOf } from '../../src/zendesk/customers.ts';
import { answeredAtIn, readTicketHistory } from '../../src/zendesk/ticketHistory.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { storyTickets } from '../emulator/world/storyTickets.ts';
import { createTestApp } from '../testApp.ts';
import { answering, ticketWith } from './answering.ts';

const at = (second: number) => `2026-11-17T10:00:${String(second).padStart(2, '0')}Z`;
const when = (second: number) => Date.parse(at(second));
let number = 0;
const audit = (second: number, events: unknown[], more: object = {}) => {
  number += 1;
  return { id: number, created_at: at(second), author_id: 7, events, via: { channel: 'web' }, ...more };
};
const change = (field_name: string, value: unknown, previous_value: unknown = null) => ({
  type: 'Change',
  field_name,
  value,
  previous_value,
});
const comment = (author_id: number, isPublic = true) => ({ type: 'Comment', author_id, public: isPublic });
const created = [
  comment(9),
  { type: 'Create', field_name: 'status', value: 'new' },
  { type: 'Create', field_name: 'group_id', value: '30' },
  { type: 'Create', field_name: 'assignee_id', value: null },
];

/** Answers newest first, as asked, unless told otherwise. */
async function changesIn(audits: unknown[], { isHonoured = true, size = 100 } = {}) {
  const rows = isHonoured ? [...audits].reverse() : audits;
  const http = answering((_url, params) => {
    const from = Number(params['page[after]'] ?? 0);
    return {
      audits: rows.slice(from, from + size),
      meta: { has_more: from + size < rows.length, after_cursor: String(from + size) },
    };
  });
  const changes = await readTicketHistory(http, '123', { isCustomer: (id) => id === '9' });
  return { changes, asked: http.asked };
}

const whole = () => [
  audit(1, created),
  audit(2, [comment(7), change('assignee_id', '7'), change('status', 'open', 'new')]),
  audit(3, [comment(9)]),
  audit(4, [comment(8, false), change('assignee_id', 8, '7'), change('group_id', '31', '30')]),
  audit(5, [comment(8), change('status', 'solved', 'open')]),
  audit(6, [change('satisfaction_score', 'offered', 'unoffered'), { type: 'SurveyOffered' }]),
  audit(9, [change('satisfaction_score', 'bad', 'offered'), { type: 'SurveyResponseSubmitted' }]),
];
const told = [
  { at: when(1), kind: 'created' },
  { at: when(1), kind: 'grouped', groupId: '30' },
  { at: when(1), kind: 'assigned', agentId: null },
  { at: when(2), kind: 'assigned', agentId: '7' },
  { at: when(2), kind: 'replied', agentId: '7' },
  { at: when(4), kind: 'grouped', groupId: '31' },
  { at: when(4), kind: 'assigned', agentId: '8' },
  { at: when(5), kind: 'replied', agentId: '8' },
  { at: when(5), kind: 'solved' },
  { at: when(6), kind: 'offered' },
  { at: when(9), kind: 'rated', verdict: 'bad' },
];

describe('a ticket’s history', () => {
  it('is told oldest first, whether Zendesk turns it round as asked or not', async () => {
    for (const isHonoured of [true, false])
      expect((await changesIn(whole(), { isHonoured })).changes).toEqual(told);
  });

  it('is the same in many pages', async () => {
    const { changes, asked } = await changesIn(whole(), { size: 2 });
    expect(changes).toEqual(told);
    expect(asked).toHaveLength(4);
  });

  it('of more than ten pages leaves out its beginning, so that nothing false is proved', async () => {
    const { changes } = await changesIn(
      [...whole(), audit(10, []), ...Array.from({ length: 9 }, () => audit(11, []))],
      {
        size: 1,
      },
    );
    expect(changes.map(({ kind }) => kind)).not.toContain('created');
    const late = await changesIn([...Array.from({ length: 9 }, () => audit(0, created)), ...whole()], {
      size: 1,
    });
    expect(late.changes.at(-1)).toMatchObject({ kind: 'rated' });
    expect(late.changes.some(({ kind }) => kind === 'created')).toBe(false);
  });

  it('of which the end is missing tells nothing', async () => {
    const long = [...whole(), ...Array.from({ length: 10 }, () => audit(20, []))];
    expect((await changesIn(long, { size: 1, isHonoured: false })).changes).toEqual([]);
  });

  it('with an update that cannot be read proves nothing about people', async () => {
    const { changes } = await changesIn([...whole(), { id: 99, created_at: 'yesterday', events: [] }]);
    expect(changes.map(({ kind }) => kind)).toEqual(['solved', 'offered', 'rated']);
  });

  it('keeps the order of updates within one second', async () => {
    const moves = [
      audit(1, created),
      audit(1, [change('assignee_id', '7')]),
      audit(1, [change('assignee_id', '8')]),
    ];
    const { changes } = await changesIn(moves);
    expect(changes.at(-1)).toEqual({ at: when(1), kind: 'assigned', agentId: '8' });
  });

  it.each([
    ['a ticket closed without being solved', change('status', 'closed', 'open'), 'solved'],
    ['the older survey’s own event', { type: 'SatisfactionRating', score: 'good' }, 'rated'],
    ['its offer', { type: 'SatisfactionRating', score: 'offered' }, 'offered'],
    ['words nobody has documented', { type: 'survey_response_submitted' }, 'rated'],
    ['and others', { type: 'Survey offered' }, 'offered'],
    ['the tag of a merge', change('tags', ['vip', 'closed_by_merge'], ['vip']), 'merged'],
  ])('knows %s', async (_, event, kind) => {
    expect((await changesIn([audit(1, [event])])).changes).toMatchObject([{ kind }]);
  });

  it.each([
    ['a solved ticket that closes', change('status', 'closed', 'solved')],
    ['a machine’s comment', comment(-1)],
    ['a tag that was there', change('tags', ['closed_by_merge', 'x'], ['closed_by_merge'])],
    ['a notification about satisfaction', { type: 'Notification', subject: 'survey' }],
    ['an unoffered rating', change('satisfaction_score', 'unoffered')],
  ])('takes %s for nothing', async (_, event) => {
    expect((await changesIn([audit(1, [event])])).changes).toEqual([]);
  });

  it('names the ticket it was merged into, and is silent on those it took in', async () => {
    const via = (source: object) => ({ via: { channel: 'web', source: { rel: 'merge', ...source } } });
    const into = await changesIn([audit(1, [comment(7, false)], via({ from: {}, to: { ticket_id: 371 } }))]);
    expect(into.changes).toEqual([{ at: when(1), kind: 'merged', into: '371' }]);
    const took = await changesIn([
      audit(1, [comment(7, false)], via({ from: { ticket_ids: [372] }, to: {} })),
    ]);
    expect(took.changes).toEqual([]);
  });

  it('is read past whatever stands in place of an update or an event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (junk, event) => {
        const rated = audit(9, [event, change('satisfaction_score', 'bad', 'offered')]);
        const { changes } = await changesIn([junk, rated]);
        expect(answeredAtIn(changes)).toBe(when(9));
      }),
    );
  });

  it('dates the last answer, and none where there was none', async () => {
    expect(answeredAtIn((await changesIn(whole())).changes)).toBe(when(9));
    expect(answeredAtIn((await changesIn([audit(1, created)])).changes)).toBeNull();
  });
});

describe('in the story, as an agent reads it', () => {
  const historyOf = async (ticketId: number) => {
    const workspace = createWorkspace();
    const { http } = (await createTestApp(workspace, 'agent')).zendesk;
    const ticket = workspace.world.tickets.get(ticketId);
    const isCustomer = (id: string) => id === String(ticket?.requester_id);
    const changes = await readTicketHistory(http, String(ticketId), { isCustomer });
    return { changes, ticket, workspace };
  };

  it('a ticket rated before it was handed on is credited to whoever had it then', async () => {
    const { changes, ticket } = await historyOf(storyTickets.reassigned);
    const ratedAt = answeredAtIn(changes) ?? 0;
    expect(ratedAt).toBe(Math.floor((ticket?.rating.updated_at ?? 0) / 1000) * 1000);
    const credit = attribute(changes, ratedAt);
    expect(credit.isReassignedAfter).toBe(true);
    expect(credit.atRating).not.toBe(String(ticket?.assignee_id));
    expect(credit.atRating).toBe(credit.atSolve);
  });

  it('replies are counted by who wrote them, the customer’s own left out', async () => {
    const { changes, ticket } = await historyOf(storyTickets.transfers);
    const written = (ticket?.comments ?? []).filter(
      (one) => one.public && one.author_id !== ticket?.requester_id && one.author_id > 0,
    );
    const counted = attribute(changes, answeredAtIn(changes) ?? 0).replies ?? [];
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(written.length);
    expect(new Set(counted.map(({ agentId }) => agentId))).toEqual(
      new Set(written.map(({ author_id }) => String(author_id))),
    );
  });
});

describe('who is on the customer’s side', () => {
  it('are the requester, end users, and people copied in of whom nothing else is known', () => {
    const ticket = ticketWith({ requester_id: 9, assignee_id: 7, email_cc_ids: [7, 8, 10, 11] });
    const users = [
      { id: '8', role: 'agent' },
      { id: '12', role: 'end-user' },
      { id: String(personas.agent), role: null },
    ];
    expect(customerIdsOf(ticket, users)).toEqual(['9', '12', '10', '11']);
  });
});
