import { expect, it } from 'vitest';
import type { SourceContext } from '../../../src/zendesk/sources/source.ts';
import { ticketRating } from '../../../src/zendesk/sources/ticketRating.ts';

const read = (satisfaction_rating: unknown, status = 'solved') =>
  ticketRating.read({ ticket: { satisfaction_rating, status } } as unknown as SourceContext);

it.each([
  [null, 'solved', 'no_survey'],
  [{ score: 'unoffered' }, 'open', 'not_offered'],
  [{ score: 'offered' }, 'solved', 'offered'],
  [{ score: 'offered' }, 'closed', 'expired'],
  [{ score: 'good', comment: null }, 'solved', 'answered'],
  [{ score: 'bad', comment: 'slow', reason: 'Took too long' }, 'closed', 'answered'],
  [{ score: 'something new' }, 'solved', 'not_offered'],
])('%j on a ticket that is %s means %s', async (rating, status, state) => {
  await expect(read(rating, status)).resolves.toMatchObject({ state });
});

it('never turns good or bad into a number', async () => {
  const reading = await read({ score: 'bad', comment: 'slow', reason: 'Took too long' });
  expect(reading).toMatchObject({ comment: 'slow', reason: 'Took too long' });
  expect(reading?.ratings).toEqual([
    { metric: 'csat', value: null, scale: null, verdict: 'bad', source: 'ticket_rating', answeredAt: null },
  ]);
});
