import { describe, expect, it } from 'vitest';
import { emptyFeedback } from '../../src/care/feedback.ts';
import { foldAll } from '../../src/care/fold.ts';
import type { NewEvent } from '../../src/care/ledger.ts';
import {
  factsOfReply,
  graceMs,
  isSettled,
  longestReply,
  proposalKind,
  type Reply,
  type ReplyTicket,
  refusalOfText,
  replyIn,
  replyWay,
  resumptionOf,
  settleMs,
} from '../../src/care/replying.ts';

const ticket = (given: Partial<ReplyTicket> = {}): ReplyTicket => ({
  id: '1',
  status: 'open',
  state: 'present',
  channel: 'email',
  isMessaging: false,
  ...given,
});
const comment = { kind: 'comment', ticketId: '1', isFollowUp: false };
const inTicket = { kind: 'in_ticket', ticketId: '1' };

describe('where a customer can be answered', () => {
  it.each(['new', 'open', 'pending', 'hold', 'solved'])('is the ticket itself while it is %s', (status) => {
    expect(replyWay(ticket({ status }), [], true)).toEqual(comment);
  });

  it.each([
    ['email', comment],
    ['web', comment],
    ['api', comment],
    ['mobile_sdk', comment],
    ['closed_ticket', comment],
    ['native_messaging', inTicket],
    ['chat', inTicket],
    ['voice', inTicket],
    ['whatsapp', inTicket],
    ['facebook', inTicket],
    ['twitter', inTicket],
    ['something_new', inTicket],
    [null, inTicket],
  ])('for a ticket that came by %s', (channel, way) => {
    expect(replyWay(ticket({ channel }), [], true)).toEqual(way);
  });

  it('is the ticket’s own composer where its conversation goes on in a messenger, whatever the channel is called', () => {
    expect(replyWay(ticket({ channel: 'api', isMessaging: true }), [], true)).toEqual(inTicket);
  });

  it('is a follow-up of a closed ticket, also of a chat, as long as the customer has an address', () => {
    const closed = ticket({ status: 'closed', channel: 'chat' });
    expect(replyWay(closed, [], true)).toEqual({ kind: 'follow_up', ticketId: '1' });
    expect(replyWay(closed, [], false)).toEqual({ kind: 'none', why: 'no_address' });
  });

  it('is the last follow-up that is not closed itself', () => {
    const closed = ticket({ status: 'closed' });
    const further = [ticket({ id: '2', status: 'solved' }), ticket({ id: '3', status: 'closed' })];
    expect(replyWay(closed, further, true)).toEqual({ kind: 'comment', ticketId: '2', isFollowUp: true });
    expect(replyWay(closed, further.slice(1), true)).toEqual({ kind: 'follow_up', ticketId: '1' });
  });

  it.each([
    [null, 'unreadable'],
    [ticket({ state: 'deleted', status: 'deleted' }), 'deleted'],
    [ticket({ state: 'merged', status: 'closed' }), 'merged'],
  ])('is nowhere, with the reason', (own, why) => {
    expect(replyWay(own, [], true)).toEqual({ kind: 'none', why });
  });
});

describe('a text', () => {
  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['Hello, sorry. […]', 'gap'],
    [' The proposal. ', 'unedited'],
    ['x'.repeat(longestReply + 1), 'too_long'],
    ['Hello Ines, it left today.', null],
  ])('%# is refused, or not', (text, refusal) => {
    expect(refusalOfText(text, 'The proposal.')).toBe(refusal);
  });

  it('at its longest is within what Zendesk keeps of a comment', () => {
    expect(new TextEncoder().encode('€'.repeat(longestReply)).length).toBeLessThan(65_536);
  });
});

const reply: Reply = {
  id: 'op',
  key: 'ticket:1',
  ticketId: '1',
  requesterId: '2',
  customer: 'Ines',
  way: { kind: 'comment', ticketId: '1', isFollowUp: false },
  subject: '',
  text: 'Hello',
  next: 'keep',
  seenRev: 1,
  state: 'held',
  at: 100_000,
  sentTo: null,
  problem: null,
};

describe('a reply found again in the tab', () => {
  it.each([
    ['held', 100_000, 'wait'],
    ['held', 100_000 + 2 * graceMs, 'wait'],
    ['held', 100_001 + 2 * graceMs, 'not_sent'],
    ['stopped', 900_000, 'show'],
    ['absent', 900_000, 'show'],
    ['sending', 100_001, 'check'],
    ['unknown', 900_000, 'check'],
    ['sent', 900_000, 'record'],
  ] as const)('that was %s at %i needs: %s', (state, now, next) => {
    expect(resumptionOf({ ...reply, state }, now)).toBe(next);
  });

  it('is settled once Zendesk cannot be working on it any more', () => {
    expect(isSettled(reply, 100_000 + settleMs - 1)).toBe(false);
    expect(isSettled(reply, 100_000 + settleMs)).toBe(true);
  });

  it('is read as it was kept, and not at all when it was kept by something else', () => {
    expect(replyIn(structuredClone(reply))).toEqual(reply);
    for (const other of [null, 'x', {}, { ...reply, state: 'gone' }, { ...reply, way: { kind: 'none' } }])
      expect(replyIn(other)).toBeNull();
  });
});

const written = (events: NewEvent[]) =>
  foldAll(
    'ticket:1',
    events.map((event, index) => ({
      ...event,
      seq: index + 1,
      part: 0,
      byId: '9',
      at: 1_000,
      operation: '',
      isEdited: false,
    })),
  );
const opened: NewEvent = {
  kind: 'case_opened',
  body: {
    rule: 'csat_below',
    threshold: 3,
    dueAt: 2_000,
    soonAt: null,
    firstDueAt: null,
    isProvisional: false,
  },
};
const assigned: NewEvent = { kind: 'case_assigned', body: { ownerId: '5', reason: null } };
const begun: NewEvent = { kind: 'case_moved', body: { to: 'in_progress', outcome: null, note: null } };
const closed: NewEvent = { kind: 'case_moved', body: { to: 'closed', outcome: 'recovered', note: null } };

describe('what the ledger is told of a reply', () => {
  it.each([
    ['a new case nobody has', [opened], ['replied', 'case_assigned', 'case_moved']],
    ['a new case somebody has', [opened, assigned], ['replied', 'case_moved']],
    ['a case in progress nobody has', [opened, begun], ['replied', 'case_assigned']],
    ['a case in progress', [opened, assigned, begun], ['replied']],
    ['a closed case', [opened, closed], ['replied']],
  ])('%s', (_, events, kinds) => {
    const facts = factsOfReply(written(events), reply, '1', '7');
    expect(facts?.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is nothing where there is no case any more', () => {
    expect(factsOfReply(emptyFeedback('ticket:1'), reply, '1', '7')).toBeNull();
  });

  it('names the follow-up it went to', () => {
    const way = { kind: 'follow_up' as const, ticketId: '1' };
    expect(factsOfReply(written([opened]), { way }, '77', '7')?.[0]).toEqual({
      kind: 'replied',
      body: { ticketId: '77', isFollowUp: true },
    });
  });
});

describe('the first text', () => {
  const about = (bucket: 'process' | null, rule: 'csat_below' | 'ces_below') => {
    const base = written([{ ...opened, body: { ...opened.body, rule } } as NewEvent]);
    return { ...base, bucket };
  };
  it.each([
    [about('process', 'csat_below'), true, 'praise'],
    [about('process', 'ces_below'), false, 'process'],
    [about(null, 'ces_below'), false, 'effort'],
    [about(null, 'csat_below'), false, 'open'],
  ])('%# fits score, bucket and rule', (feedback, isGood, kind) => {
    expect(proposalKind(feedback, isGood)).toBe(kind);
  });
});
