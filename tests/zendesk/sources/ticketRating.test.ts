import { expect, it } from 'vitest';
import { ticketRating } from '../../../src/zendesk/sources/ticketRating.ts';
import { answering, contextOver, ticketWith } from '../answering.ts';

async function read(satisfaction_rating: unknown, status = 'solved') {
  const http = answering(() => null);
  const ticket = ticketWith({ satisfaction_rating, status });
  const reading = (await ticketRating.read(contextOver(http), [ticket])).get('123');
  expect(http.asked).toEqual([]);
  return reading;
}

it.each([
  [null, 'solved', 'no_survey', []],
  [{ score: 'unoffered' }, 'open', 'not_offered', ['csat']],
  [{ score: 'offered' }, 'solved', 'offered', ['csat']],
  [{ score: 'offered' }, 'closed', 'expired', ['csat']],
  [{ score: 'good', comment: null }, 'solved', 'answered', []],
  [{ score: 'bad', comment: 'slow', reason: 'Took too long' }, 'closed', 'answered', []],
  [{ score: 'something new' }, 'solved', 'not_offered', []],
])('%j on a ticket that is %s means %s', async (rating, status, state, absent) => {
  expect(await read(rating, status)).toMatchObject({ state, absent });
});

it('never turns good or bad into a number', async () => {
  const reading = await read({ score: 'bad', comment: 'slow', reason: 'Took too long' });
  expect(reading).toMatchObject({ comment: 'slow', reason: 'Took too long' });
  expect(reading?.ratings).toEqual([
    {
      metric: 'csat',
      value: null,
      scale: null,
      lowest: 1,
      verdict: 'bad',
      definition: null,
      source: 'ticket_rating',
      answeredAt: null,
      asOf: Date.parse('2026-11-17T12:00:00Z'),
    },
  ]);
});
