/** What happens to surveys besides answering: linking, removal, another wording. */
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../world/createWorld.ts';
import {
  answerInConversation,
  linkToTicket,
  offerInConversation,
  surveyOfConversation,
} from '../../world/messagingSurveys.ts';
import { personas } from '../../world/people.ts';
import { removeRating } from '../../world/ratingRemoval.ts';
import { storyConversations, storyTickets } from '../../world/storyTickets.ts';
import { responseOf } from '../../world/surveyAccess.ts';
import { answerSurvey, offerSurvey } from '../../world/surveys.ts';
import { publishSurvey } from '../../world/surveyVersions.ts';

const byAdmin = { authorId: personas.admin, channel: 'api' };
const chat = (responderId: number) => ({ conversationId: 'c1', responderId });

describe('linking a conversation to its ticket', () => {
  it('gives an open ticket offer and rating, and lets the customer go on there', () => {
    const world = createWorld();
    const ticket = world.tickets.get(storyTickets.unoffered);
    const response = offerInConversation(world, chat(ticket?.requester_id ?? 0));
    answerInConversation(world, response, { csat: 2, comment: 'slow' });
    linkToTicket(world, surveyOfConversation(world, 'c1'), storyTickets.unoffered);
    expect(world.tickets.get(storyTickets.unoffered)?.rating).toMatchObject({
      score: 'bad',
      comment: 'slow',
    });
    expect(() => answerInConversation(world, surveyOfConversation(world, 'c1'), { csat: 5 })).toThrow(
      /belongs to ticket/,
    );
    answerSurvey(world, { ticket: storyTickets.unoffered, csat: 5 });
    expect(responseOf(world, storyTickets.unoffered)).toMatchObject({
      conversation_id: 'c1',
      ticket_id: storyTickets.unoffered,
    });
    expect(world.tickets.get(storyTickets.unoffered)?.rating.score).toBe('good');
  });

  it('names a closed ticket and leaves its rating alone', () => {
    const world = createWorld();
    linkToTicket(
      world,
      surveyOfConversation(world, storyConversations.messagingUnlinked),
      storyTickets.messagingUnlinked,
    );
    expect(responseOf(world, storyTickets.messagingUnlinked)?.answers[0]?.rating).toBe(2);
    expect(world.tickets.get(storyTickets.messagingUnlinked)?.rating.score).toBe('unoffered');
  });

  it('is refused twice, for unknown tickets and for tickets with a survey of their own', () => {
    const world = createWorld();
    const unlinked = surveyOfConversation(world, storyConversations.messagingUnlinked);
    expect(() => linkToTicket(world, unlinked, 7)).toThrow(/no ticket 7/);
    expect(() => linkToTicket(world, unlinked, storyTickets.fresh)).toThrow(/linked already/);
    const linked = surveyOfConversation(world, storyConversations.messagingLinked);
    expect(() => linkToTicket(world, linked, storyTickets.unoffered)).toThrow(/linked already/);
  });
});

describe('removing a rating', () => {
  it('sets it back to offered in an audit of its own, and the customer may answer again', () => {
    const world = createWorld();
    const id = storyTickets.policy;
    const before = world.tickets.get(id)?.updated_at ?? 0;
    const { ticket, audit } = removeRating(world, id, byAdmin);
    expect(ticket.rating).toMatchObject({ score: 'offered', comment: null, reason: null, created_at: null });
    expect(audit).toMatchObject({ author_id: personas.admin });
    expect(audit.events).toContainEqual(
      expect.objectContaining({ field_name: 'satisfaction_score', previous_value: 'bad', value: 'offered' }),
    );
    expect(ticket.updated_at).toBeGreaterThan(before);
    expect(responseOf(world, id)?.answers).toEqual([]);
    answerSurvey(world, { ticket: id, csat: 4 });
    expect(world.tickets.get(id)?.rating.score).toBe('good');
  });

  it('leaves the survey’s answers where asked to', () => {
    const world = createWorld();
    removeRating(world, storyTickets.policy, byAdmin, true);
    expect(responseOf(world, storyTickets.policy)?.answers[0]?.rating).toBe(1);
  });

  it('is refused without a rating and on closed tickets', () => {
    const world = createWorld();
    expect(() => removeRating(world, storyTickets.fresh, byAdmin)).toThrow(/no rating/);
    expect(() => removeRating(world, storyTickets.closedBad, byAdmin)).toThrow(/is closed/);
  });
});

describe('a survey worded anew', () => {
  it('has other questions on other scales; surveys sent before keep theirs', () => {
    const world = createWorld();
    const old = responseOf(world, storyTickets.fresh);
    const second = publishSurvey(world, { ces: 7, csatHeadline: 'Happy?' });
    const first = world.surveys.get(`${second.id}/1`);
    expect([first?.state, second.state, second.version]).toEqual(['disabled', 'enabled', 2]);
    const ids = new Set(first?.questions.map(({ id }) => id));
    expect(second.questions.some(({ id }) => ids.has(id))).toBe(false);
    expect(second.questions[0]).toMatchObject({ headline: 'Happy?', sub_type: 'customer_satisfaction' });
    expect(second.questions[1]?.options).toHaveLength(7);
    answerSurvey(world, { ticket: storyTickets.fresh, csat: 2, ces: 5 });
    expect(responseOf(world, storyTickets.fresh)?.survey_version).toBe(old?.survey_version);
    expect(() => answerSurvey(world, { ticket: storyTickets.fresh, csat: 2, ces: 7 })).toThrow(/1 to 5/);

    offerSurvey(world, storyTickets.notYetOffered);
    answerSurvey(world, { ticket: storyTickets.notYetOffered, csat: 4, ces: 7 });
    const late = responseOf(world, storyTickets.notYetOffered);
    expect(late).toMatchObject({ survey_version: 2 });
    expect(late?.answers[1]).toMatchObject({
      question_id: second.questions[1]?.id,
      rating: 7,
      rating_category: 'good',
    });
  });

  it.each([
    [2, 1, 'bad'],
    [2, 2, 'good'],
    [3, 2, 'bad'],
    [3, 3, 'good'],
  ] as const)('on a scale of %i counts %i as %s', (csat, rating, score) => {
    const world = createWorld();
    publishSurvey(world, { csat, ces: null });
    offerSurvey(world, storyTickets.notYetOffered);
    answerSurvey(world, { ticket: storyTickets.notYetOffered, csat: rating });
    expect(world.tickets.get(storyTickets.notYetOffered)?.rating.score).toBe(score);
  });
});
