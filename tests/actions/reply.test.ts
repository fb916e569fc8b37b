/** A reply to the customer: never twice, never lost, undoable for ten seconds. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, recall } from '../../src/actions/frames.ts';
import { textOfReply } from '../../src/actions/keptReplies.ts';
import { record } from '../../src/actions/record.ts';
import { type Finished, replyOutbox } from '../../src/actions/replyOutbox.ts';
import { graceMs, holdMs, settleMs } from '../../src/care/replying.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestHub } from '../testApp.ts';
import {
  arrivals,
  closeTicket,
  createAccount,
  type Desk,
  feedbackOf,
  openDesk,
  pressSend,
  settled,
  sitDown,
  ticketOf,
  troubles,
  words,
} from './replyDesk.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createAccount();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const outboxOf = ({ app }: Desk) => replyOutbox(app);
const replyOf = (desk: Desk) => outboxOf(desk).find(desk.key);
async function pass(desk: Desk, ms: number) {
  workspace.world.advance(ms);
  await vi.advanceTimersByTimeAsync(ms);
  await settled(desk);
}
const endOfHold = (desk: Desk) => pass(desk, holdMs);
const isPut = ({ type, url }: { type: string; url: string }) =>
  type === 'PUT' && /\/tickets\/\d+\.json$/.test(url);
const callsOf = () => workspace.exchanges().length;

describe('a reply', () => {
  it('reaches the customer once, by one mail, and moves the case on in one record', async () => {
    const desk = await openDesk(workspace);
    const ended: Finished[] = [];
    outboxOf(desk).onFinished((finished) => ended.push(finished));
    const mailsBefore = workspace.world.outbox.length;
    const revBefore = (await feedbackOf(desk)).rev;
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    expect(arrivals(desk)).toEqual([desk.ticketId]);
    const mails = workspace.world.outbox.slice(mailsBefore).filter(({ body }) => body.includes(words));
    expect(mails.map(({ to }) => to.email)).toEqual(['ines.prado@example.com']);
    const feedback = await feedbackOf(desk);
    expect(feedback.rev).toBe(revBefore + 1);
    expect(feedback.case).toMatchObject({ replies: 1, status: 'in_progress', ownerId: desk.app.user.id });
    expect(ended.map(({ reply, sentTo }) => [reply.id, sentTo])).toEqual([['op-1', desk.ticketId]]);
    expect(ticketOf(desk).audits.at(-1)?.metadata).toMatchObject({ custom: { fl_operation: 'op-1' } });
  });

  it('leaves a case that somebody has with them, and a closed one closed', async () => {
    const desk = await openDesk(workspace);
    const known = await feedbackOf(desk);
    const subject = { ticketId: desk.ticketId, requesterId: null };
    const taken = { kind: 'case_assigned' as const, body: { ownerId: '42', reason: null } };
    const shut = {
      kind: 'case_moved' as const,
      body: { to: 'closed' as const, outcome: 'recovered', note: null },
    };
    await record(desk.app, known, subject, () => [taken, shut], 'other', false);
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    expect((await feedbackOf(desk)).case).toMatchObject({ replies: 1, status: 'closed', ownerId: '42' });
  });

  it('calls nothing while it is held, and nothing ever once it is undone', async () => {
    const desk = await openDesk(workspace);
    await pressSend(desk, 'op-1');
    const before = callsOf();
    await pass(desk, holdMs - 1);
    expect(outboxOf(desk).undo(desk.key)).toBe(true);
    await pass(desk, 10 * holdMs);
    expect(callsOf()).toBe(before);
    expect(arrivals(desk)).toEqual([]);
    expect(replyOf(desk)).toMatchObject({ state: 'stopped', text: words, problem: { kind: 'undone' } });
  });

  it('cannot be undone once the ten seconds are over', async () => {
    const desk = await openDesk(workspace);
    await pressSend(desk, 'op-1');
    await vi.advanceTimersByTimeAsync(holdMs);
    expect(outboxOf(desk).undo(desk.key)).toBe(false);
    await settled(desk);
    expect(arrivals(desk)).toHaveLength(1);
  });

  it('is not sent by a machine that slept through the end of its hold', async () => {
    const desk = await openDesk(workspace);
    await pressSend(desk, 'op-1');
    workspace.world.advance(holdMs + graceMs + 1);
    await vi.advanceTimersByTimeAsync(holdMs);
    await settled(desk);
    expect(arrivals(desk)).toEqual([]);
    expect(replyOf(desk)?.problem?.kind).toBe('interrupted');
  });

  it('takes its text out of the tab only once it has arrived', async () => {
    const desk = await openDesk(workspace);
    keep(desk.app, textOfReply(desk.key), { text: words, rev: '1' });
    await pressSend(desk, 'op-1');
    expect(await recall(desk.app, textOfReply(desk.key))).not.toBeNull();
    await endOfHold(desk);
    expect(await recall(desk.app, textOfReply(desk.key))).toBeNull();
  });
});

describe('a closed ticket', () => {
  it('is answered by one follow-up ticket, linked to the case, and the next reply goes on there', async () => {
    const desk = await openDesk(workspace);
    const field = Number(desk.app.configuration.mirror.status);
    ticketOf(desk).custom_fields[field] = 'fl_status_new';
    closeTicket(desk);
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    const [followUp] = arrivals(desk);
    expect(followUp).not.toBe(desk.ticketId);
    // What the fields say is said of the closed ticket alone.
    expect(ticketOf(desk).custom_fields[field]).toBe('fl_status_new');
    expect(ticketOf(desk, followUp).custom_fields[field] ?? null).toBeNull();
    expect(ticketOf(desk, followUp).followup_source_id).toBe(Number(desk.ticketId));
    expect((await feedbackOf(desk)).case?.followUps).toEqual([followUp]);
    const creation = workspace
      .exchanges()
      .find(({ method, url }) => method === 'POST' && /tickets\.json$/.test(url));
    expect(creation?.headers['x-idempotency-lookup']).toBe('miss');
    await pressSend(desk, 'op-2', 'One more thing.');
    await endOfHold(desk);
    expect(arrivals(desk, 'One more thing.')).toEqual([followUp]);
  });

  it('that closed during the hold takes nothing, and the same text goes out as a follow-up', async () => {
    const desk = await openDesk(workspace);
    await pressSend(desk, 'op-1');
    closeTicket(desk);
    await endOfHold(desk);
    expect(arrivals(desk)).toEqual([]);
    expect(replyOf(desk)).toMatchObject({
      state: 'stopped',
      text: words,
      problem: { kind: 'refused', failure: 'closedTicket' },
    });
    await pressSend(desk, 'op-2', replyOf(desk)?.text);
    await endOfHold(desk);
    expect(arrivals(desk)).toHaveLength(1);
    expect(arrivals(desk)).not.toEqual([desk.ticketId]);
  });
});

describe('two people at once', () => {
  it('are told of each other before the second sends, and the second may send all the same', async () => {
    const desk = await openDesk(workspace);
    const other = await sitDown(workspace, desk.ticketId, undefined, 'admin');
    await pressSend(desk, 'op-1');
    await pressSend(other, 'op-2', 'I am looking into it.');
    await endOfHold(desk);
    await settled(other);
    const first = arrivals(desk).length === 1 ? desk : other;
    const second = first === desk ? other : desk;
    expect(replyOf(second)).toMatchObject({
      state: 'stopped',
      problem: { kind: 'met', byId: first.app.user.id },
    });
    expect(ticketOf(desk).comments.filter(({ public: isPublic }) => isPublic)).toHaveLength(2);
    await outboxOf(second).sendAnyway(second.key);
    await settled(second);
    expect(ticketOf(desk).comments.filter(({ public: isPublic }) => isPublic)).toHaveLength(3);
    expect((await feedbackOf(desk)).case?.replies).toBe(2);
  });
});

describe('a reply whose answer was lost', () => {
  it('is found on the ticket, and not sent again', async () => {
    const desk = await openDesk(workspace);
    desk.meddle((call) => (isPut(call) ? { lost: 'offline', isReached: true } : null));
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    expect(replyOf(desk)).toBeNull();
    expect(arrivals(desk)).toHaveLength(1);
    expect((await feedbackOf(desk)).case?.replies).toBe(1);
  });

  it('is offered again only after a minute in which it might still have arrived', async () => {
    const desk = await openDesk(workspace);
    desk.meddle((call) => (isPut(call) ? { lost: 'silence', isReached: false } : null));
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    await pass(desk, 40);
    expect(replyOf(desk)?.state).toBe('unknown');
    await outboxOf(desk).sendAgain(desk.key);
    expect(arrivals(desk)).toEqual([]);
    for (let waited = 0; waited < settleMs + 40_000; waited += 5_000) await pass(desk, 5_000);
    expect(replyOf(desk)?.state).toBe('absent');
    desk.meddle(null);
    await outboxOf(desk).sendAgain(desk.key);
    await settled(desk);
    expect(arrivals(desk)).toHaveLength(1);
  });

  it('that arrives late is found, although it was looked for in vain before', async () => {
    const desk = await openDesk(workspace);
    let late = () => {};
    const honest = desk.app.zendesk.client.request.bind(desk.app.zendesk.client);
    Object.assign(desk.app.zendesk.client, {
      request: (options: never) => {
        if (!isPut(options)) return honest(options);
        return new Promise(() => {
          late = () => void honest(options);
        });
      },
    });
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    await pass(desk, 40);
    expect(replyOf(desk)?.state).toBe('unknown');
    late();
    await pass(desk, 5_000);
    expect(replyOf(desk)).toBeNull();
    expect(arrivals(desk)).toHaveLength(1);
    expect((await feedbackOf(desk)).case?.replies).toBe(1);
  });

  it('is left alone while the ticket’s history cannot be read', async () => {
    const desk = await openDesk(workspace);
    desk.meddle((call) => {
      if (isPut(call)) return { lost: 'html', isReached: true };
      return call.url.includes('/audits') ? { status: 403 } : null;
    });
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    await pass(desk, 10 * settleMs);
    expect(replyOf(desk)).toMatchObject({
      state: 'unknown',
      text: words,
      problem: { kind: 'unreadable', failure: 'forbidden' },
    });
    expect(arrivals(desk)).toHaveLength(1);
    desk.meddle(null);
    await outboxOf(desk).retry(desk.key);
    await settled(desk);
    expect(replyOf(desk)).toBeNull();
    expect(arrivals(desk)).toHaveLength(1);
  });

  it('is noted on the case by the same operation, however often that fails, and never sent again', async () => {
    const desk = await openDesk(workspace);
    const isNote = ({ type, url }: { type: string; url: string }) =>
      type === 'POST' && url.includes('fl_event');
    desk.meddle((call) => (isNote(call) ? { status: 503 } : null));
    await pressSend(desk, 'op-1');
    await endOfHold(desk);
    expect(replyOf(desk)).toMatchObject({ state: 'sent', problem: { kind: 'unrecorded' } });
    desk.meddle(null);
    await pass(desk, 5_000);
    expect(replyOf(desk)).toBeNull();
    expect(arrivals(desk)).toHaveLength(1);
    expect((await feedbackOf(desk)).case?.replies).toBe(1);
  });
});

describe('another frame of the tab', () => {
  it('takes a held reply back', async () => {
    const join = createTestHub();
    const desk = await openDesk(workspace, join());
    const other = await sitDown(workspace, desk.ticketId, join());
    await pressSend(desk, 'op-1');
    await outboxOf(other).resume(other.key);
    expect(outboxOf(other).undo(other.key)).toBe(true);
    await endOfHold(desk);
    expect(arrivals(desk)).toEqual([]);
  });

  it('says after a reload that what was held was not sent, and has the text', async () => {
    const join = createTestHub();
    const desk = await openDesk(workspace, join());
    await pressSend(desk, 'op-1');
    await settled(desk);
    vi.clearAllTimers();
    workspace.world.advance(60_000);
    const later = await sitDown(workspace, desk.ticketId, join());
    await outboxOf(later).resume();
    expect(replyOf(later)).toMatchObject({ state: 'stopped', text: words, problem: { kind: 'interrupted' } });
    expect(arrivals(desk)).toEqual([]);
  });
});

/** The calls of one reply, in order. */
const steps: Record<string, (call: { type: string; url: string }) => boolean> = {
  'the look for others': ({ type, url }) => type === 'GET' && url.includes('fl_event'),
  'the reply itself': (call) => isPut(call) || (call.type === 'POST' && /\/tickets\.json$/.test(call.url)),
  'the ticket’s history': ({ url }) => url.includes('/audits'),
  'the record': ({ type, url }) => type === 'POST' && url.includes('fl_event'),
  'the list': ({ type, url }) => type !== 'GET' && url.includes('fl_feedback'),
};

/** What a patient person does: presses whatever is offered, and sends the text anew where it was stopped. */
async function persist(desk: Desk): Promise<number> {
  for (let pressed = 0; pressed < 30; pressed += 1) {
    const reply = replyOf(desk);
    if (!reply) return pressed;
    expect(reply.text).toBe(words);
    if (reply.state === 'stopped') await pressSend(desk, `again-${pressed}`, reply.text);
    if (reply.state === 'absent') void outboxOf(desk).sendAgain(desk.key);
    if (reply.state === 'unknown' || reply.state === 'sent') void outboxOf(desk).retry(desk.key);
    await settled(desk);
    await pass(desk, holdMs);
    await pass(desk, 30_000);
  }
  return 30;
}

describe.each(['open', 'closed'])('on an %s ticket, with every call failing in every way', (kind) => {
  it.each(Object.keys(steps))(
    '%s: one reply on the ticket, one in the ledger, no text lost',
    async (step) => {
      let tried = 0;
      for (const [name, trouble] of Object.entries(troubles)) {
        for (const struck of [1, 4]) {
          const desk = await openDesk(workspace);
          if (kind === 'closed') closeTicket(desk);
          await pressSend(desk, `op-${tried}`);
          let left = struck;
          const isLost = step === 'the ticket’s history';
          desk.meddle((call) => {
            // The history is read only where the answer was lost.
            if (isLost && left === struck && steps['the reply itself']?.(call))
              return { lost: 'html', isReached: true };
            if (!steps[step]?.(call) || left === 0) return null;
            left -= 1;
            return trouble;
          });
          await endOfHold(desk);
          await pass(desk, 200);
          await persist(desk);
          expect(left, `${step} is called`).toBeLessThan(struck);
          expect(arrivals(desk), `${step}, ${struck} times ${name}`).toHaveLength(1);
          expect((await feedbackOf(desk)).case?.replies, `${step}, ${name}`).toBe(1);
          for (const ticket of workspace.world.tickets.values())
            ticket.comments = ticket.comments.filter(({ body }) => body !== words);
          tried += 1;
        }
      }
      expect(tried).toBe(2 * Object.keys(troubles).length);
    },
    60_000,
  );

  it.each(Object.keys(steps))(
    '%s: the tab is closed just then, and the next one goes on by looking first',
    async (step) => {
      for (const isReached of [false, true]) {
        const join = createTestHub();
        const desk = await openDesk(workspace, join());
        if (kind === 'closed') closeTicket(desk);
        await pressSend(desk, `op-${isReached}`);
        let isGone = false;
        desk.meddle((call) => {
          if (isGone) return { lost: 'silence', isReached: false };
          if (step === 'the ticket’s history' && steps['the reply itself']?.(call))
            return { lost: 'html', isReached: true };
          isGone = steps[step]?.(call) ?? false;
          return isGone ? { lost: 'silence', isReached } : null;
        });
        await endOfHold(desk);
        vi.clearAllTimers();
        workspace.world.advance(settleMs);
        const later = await sitDown(workspace, desk.ticketId, join());
        void outboxOf(later).resume();
        await settled(later);
        await persist(later);
        expect(arrivals(desk), `${step} ${isReached}`).toHaveLength(1);
        expect((await feedbackOf(later)).case?.replies).toBe(1);
        for (const ticket of workspace.world.tickets.values())
          ticket.comments = ticket.comments.filter(({ body }) => body !== words);
      }
    },
    60_000,
  );
});
