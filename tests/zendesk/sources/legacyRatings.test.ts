import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LegacyRatingPage,
  readingOfLegacy,
  readLegacyRatingPages,
} from '../../../src/zendesk/legacyRatings.ts';
import { legacyRatings } from '../../../src/zendesk/sources/legacyRatings.ts';
import { answering, contextOver, ticketWith } from '../answering.ts';

const row = (more: object = {}) => ({
  id: 7235633102607,
  ticket_id: 146,
  score: 'bad',
  comment: 'Too slow',
  reason: 'The issue took too long to resolve',
  requester_id: 361089721035,
  group_id: null,
  assignee_id: null,
  created_at: '2026-06-19T18:01:40Z',
  updated_at: '2026-06-20T18:01:40Z',
  ...more,
});

async function pagesOf(rows: unknown[], window = { from: 1_000_500, to: 2_000_900 }) {
  const http = answering((_url, params) => ({
    satisfaction_ratings: params['page[after]'] ? [] : rows,
    meta: { has_more: !params['page[after]'], after_cursor: 'next' },
  }));
  const pages: LegacyRatingPage[] = [];
  for await (const page of readLegacyRatingPages(http, window)) pages.push(page);
  return { pages, asked: http.asked };
}

describe('good and bad of the older survey', () => {
  it('is listed by time in seconds, page after page', async () => {
    const { pages, asked } = await pagesOf([row()]);
    expect(asked.map(({ params }) => params)).toEqual([
      { start_time: 1000, end_time: 2000, 'page[size]': 100 },
      { start_time: 1000, end_time: 2000, 'page[size]': 100, 'page[after]': 'next' },
    ]);
    expect(pages.map(({ after }) => after)).toEqual(['next', null]);
    expect(pages[0]?.ratings[0]).toMatchObject({ ticket_id: '146', group_id: null });
  });

  it('is a verdict with comment and reason, and never a number', async () => {
    const [rating] = (await pagesOf([row()])).pages[0]?.ratings ?? [];
    const reading = rating && readingOfLegacy(rating);
    expect(reading).toMatchObject({
      state: 'answered',
      comment: 'Too slow',
      reason: 'The issue took too long to resolve',
      offeredAt: null,
    });
    expect(reading?.ratings).toMatchObject([
      {
        verdict: 'bad',
        value: null,
        scale: null,
        source: 'legacy_ratings',
        answeredAt: Date.parse('2026-06-20T18:01:40Z'),
      },
    ]);
  });

  it.each([
    ['offered', 'offered'],
    ['unoffered', 'not_offered'],
    ['something new', 'not_offered'],
  ])('%s is no rating', async (score, state) => {
    const [rating] = (await pagesOf([row({ score, comment: null })])).pages[0]?.ratings ?? [];
    expect(rating && readingOfLegacy(rating)).toMatchObject({ state, ratings: [], absent: [] });
  });

  it('sets rows apart that cannot be read, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const { pages } = await pagesOf([junk, row()]);
        expect(pages[0]).toMatchObject({ broken: 1 });
        expect(pages[0]?.ratings).toHaveLength(1);
      }),
    );
  });

  it('of a single ticket is told by the ticket itself: nothing is asked', async () => {
    const http = answering(() => null);
    expect((await legacyRatings.read(contextOver(http), [ticketWith()])).size).toBe(0);
    expect(http.asked).toEqual([]);
  });
});
