import { describe, expect, it } from 'vitest';
import { csatGenerations } from '../../control.ts';
import { createWorld } from '../../world/createWorld.ts';
import { agentIds } from '../../world/people.ts';
import { scaleTruth } from '../../world/scaleTruth.ts';
import { storyConversations, storyTickets } from '../../world/storyTickets.ts';
import { storyTruth, truthOf, unlinkedTruth } from '../../world/storyTruth.ts';
import { responseOf } from '../../world/surveyAccess.ts';
import type { Truth } from '../../world/truth.ts';

const scale = 3000;

/** Of an overwritten answer nobody who comes later can know the number and the words. */
const asSeenLater = (truth: Truth): Truth => {
  if (!truth.first || truth.submissions < 2) return truth;
  const { at, verdict } = truth.first;
  return { ...truth, first: { at, verdict, csat: null, ces: null, comment: null } };
};

describe('the truth about made feedbacks', () => {
  it.each(csatGenerations)('is what a replay of their own audits finds, under %s', (csat) => {
    const world = createWorld({ scale, answered: 70, csat, hasStory: false });
    for (let index = 0; index < scale; index += 1) {
      const told = scaleTruth(index, scale, 70, csat);
      const ticket = world.tickets.get(told.ticketId);
      if (!ticket) throw new Error(`there is no ticket ${told.ticketId}`);
      const replayed = truthOf(world, ticket, responseOf(world, ticket.id));
      expect(replayed).toEqual(asSeenLater(told));
    }
  });

  it('has all that an app must tell apart, each in its measure', () => {
    const all = Array.from({ length: scale }, (_, index) => scaleTruth(index, scale, 70));
    const share = (isMeant: (truth: Truth) => boolean) => all.filter(isMeant).length / scale;
    expect(share(({ last }) => last !== null)).toBeGreaterThan(0.67);
    expect(share(({ last }) => last !== null)).toBeLessThan(0.73);
    expect(share(({ submissions }) => submissions === 2)).toBeGreaterThan(0.015);
    expect(share(({ submissions }) => submissions === 3)).toBeGreaterThan(0.003);
    expect(share(({ atSolve }) => atSolve === null)).toBeGreaterThan(0.015);
    expect(share(({ isReassignedAfterRating }) => isReassignedAfterRating)).toBeGreaterThan(0.01);
    expect(share(({ atSolve, atSurvey }) => atSolve !== atSurvey)).toBeGreaterThan(0.015);
    expect(share(({ replies }) => Object.keys(replies).length === 2)).toBeGreaterThan(0.05);
    const clicks = all.filter(({ submissions }) => submissions === 3);
    for (const { offeredAt, last } of clicks) {
      expect((last?.at ?? 0) - (offeredAt ?? 0)).toBeLessThan(60_000);
      expect(last).toMatchObject({ csat: 1, ces: null, comment: null });
    }
  });

  it('answers all of them unless told otherwise, and none of them at 0', () => {
    const answered = (percent?: number) =>
      Array.from({ length: 200 }, (_, index) => scaleTruth(index, scale, percent)).filter(({ last }) => last);
    expect(answered()).toHaveLength(200);
    expect(answered(0)).toHaveLength(0);
  });
});

describe('the truth about the story', () => {
  const world = createWorld();
  const truths = new Map(storyTruth(world).map((truth) => [truth.ticketId, truth]));
  const of = (name: keyof typeof storyTickets) => truths.get(storyTickets[name]);

  it('covers every ticket', () => {
    expect(truths.size).toBe([...world.tickets.stored()].length);
  });

  it('knows a changed answer by its two instants, and only the last number', () => {
    const truth = of('reRated');
    expect(truth).toMatchObject({ submissions: 2, first: { verdict: 'bad', csat: null }, last: { csat: 4 } });
    expect(truth?.last?.at ?? 0).toBeGreaterThan(truth?.first?.at ?? 0);
  });

  it('credits the rating to whom had the ticket then, not to whom has it now', () => {
    expect(of('reassigned')).toMatchObject({
      atRating: agentIds.lena,
      now: agentIds.grace,
      isReassignedAfterRating: true,
    });
    expect(of('praise')).toMatchObject({ atSolve: agentIds.mia, isReassignedAfterRating: false });
    expect(Object.keys(of('transfers')?.replies ?? {})).toHaveLength(4);
  });

  it('keeps offered, unoffered and merged tickets without an answer', () => {
    for (const name of ['offered', 'unoffered', 'expired', 'merged', 'fieldScore'] as const)
      expect(of(name)?.last).toBeNull();
    expect(of('unoffered')?.offeredAt).toBeNull();
    expect(of('expired')?.offeredAt).not.toBeNull();
  });

  it('tells a conversation nobody linked apart from tickets', () => {
    expect(of('messagingUnlinked')).toMatchObject({ offeredAt: null, last: null });
    expect(of('messagingLinked')).toMatchObject({ last: { csat: 2, ces: 1, verdict: 'bad' } });
    expect(unlinkedTruth(world)).toEqual([
      expect.objectContaining({
        conversationId: storyConversations.messagingUnlinked,
        answer: expect.objectContaining({ csat: 2, ces: 2 }),
      }),
    ]);
  });

  it('is good or bad without numbers where the story was played under good/bad ratings', () => {
    const legacy = createWorld({ csat: 'legacy' });
    const rated = storyTruth(legacy).filter(({ last }) => last);
    expect(rated.length).toBeGreaterThan(100);
    for (const { ticketId, last } of rated) {
      expect(last).toMatchObject({
        csat: null,
        ces: null,
        verdict: legacy.tickets.get(ticketId)?.rating.score,
      });
    }
    const events = [...legacy.tickets.stored()].flatMap(({ audits }) =>
      audits.flatMap((audit) => audit.events),
    );
    expect(events.some(({ type }) => type === 'SatisfactionRating')).toBe(true);
    expect(events.some(({ type }) => /^Survey/.test(type))).toBe(false);
  });

  it('has nothing offered and nothing rated where the account asks nobody', () => {
    const silent = createWorld({ csat: 'none' });
    for (const truth of storyTruth(silent)) expect(truth).toMatchObject({ offeredAt: null, last: null });
    expect([...silent.surveyResponses.stored()]).toEqual([]);
  });
});
