/** What the story holds beside the mailed survey: other tools' traces, messaging surveys. */
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../world/createWorld.ts';
import type { Ticket } from '../../world/entities.ts';
import { fieldIds } from '../../world/fields.ts';
import { agentIds } from '../../world/people.ts';
import { storyConversations, storyTickets } from '../../world/storyTickets.ts';
import { responseOf, responsesOfConversation } from '../../world/surveyAccess.ts';

const world = createWorld();
const { surveyScore, customerEffort } = fieldIds;
const ticket = (name: keyof typeof storyTickets): Ticket => {
  const found = world.tickets.get(storyTickets[name]);
  if (!found) throw new Error(`the story has no ${name}`);
  return found;
};
const changesOf = (name: keyof typeof storyTickets, field: string | number) =>
  ticket(name).audits.flatMap(({ events, author_id }) =>
    events
      .filter((event) => event.field_name === String(field))
      .map((event) => [author_id, event.previous_value ?? null, event.value]),
  );
const csatOf = (name: keyof typeof storyTickets) => responseOf(world, storyTickets[name])?.answers[0]?.rating;

describe('another survey tool', () => {
  it('writes its number into a field, as a whole number, and the customer answers no native survey', () => {
    expect(world.ticketFields.get(surveyScore)).toMatchObject({ type: 'integer', title: 'Survey score' });
    expect(ticket('fieldScore').custom_fields[surveyScore]).toBe(2);
    expect(ticket('fieldEffort').custom_fields[customerEffort]).toBe(6);
    expect(ticket('fieldScore').rating.score).toBe('offered');
  });

  it('changes its mind, or takes the number away, and the audits know', () => {
    const by = agentIds.integration;
    expect(changesOf('fieldChanged', surveyScore)).toEqual([
      [by, null, '2'],
      [by, '2', '4'],
    ]);
    expect(changesOf('fieldEmptied', surveyScore)).toEqual([
      [by, null, '1'],
      [by, '1', null],
    ]);
    expect(ticket('fieldEmptied').custom_fields).not.toHaveProperty(String(surveyScore));
  });

  it('tags tickets, and leaves notes no customer sees', () => {
    expect(ticket('tagBad').tags).toContain('csat_2');
    expect(ticket('tagGood').tags).toContain('csat_5');
    expect(ticket('tagEffort').tags).toContain('ces_6');
    const note = ticket('noteScore').comments.at(-1);
    expect(note).toMatchObject({ author_id: agentIds.integration, public: false });
    expect(note?.body).toMatch(/^Nicereply rating: 2\/5\nFriendly/);
  });

  it('disagrees with the native survey, and with itself, on one ticket', () => {
    const { custom_fields, tags, comments } = ticket('severalSources');
    expect([custom_fields[surveyScore], csatOf('severalSources')]).toEqual([4, 3]);
    expect(tags).toContain('csat_2');
    expect(comments.map(({ body }) => body)).toContainEqual(expect.stringMatching(/^Nicereply rating: 1\/5/));
  });
});

describe('a survey asked in a chat', () => {
  it('names the conversation alone, and leaves the ticket unrated', () => {
    const [response] = responsesOfConversation(world, storyConversations.messagingUnlinked);
    expect(response).toMatchObject({
      ticket_id: null,
      responder_id: ticket('messagingUnlinked').requester_id,
    });
    expect(response?.answers[0]?.rating).toBe(2);
    expect(ticket('messagingUnlinked')).toMatchObject({
      channel: 'native_messaging',
      rating: { score: 'unoffered', offered_at: null },
    });
    expect(responseOf(world, storyTickets.messagingUnlinked)).toBeUndefined();
  });

  it('rates the ticket once it names that too, with the instants of the answer', () => {
    const response = responseOf(world, storyTickets.messagingLinked);
    const { rating, audits } = ticket('messagingLinked');
    expect(response?.conversation_id).toBe(storyConversations.messagingLinked);
    expect(rating).toMatchObject({ score: 'bad', created_at: response?.answers[0]?.created_at });
    const linking = audits.find(({ events }) => events.some((event) => event.value === 'bad'));
    expect(linking?.created_at ?? 0).toBeGreaterThan(rating.created_at ?? 0);
  });
});
