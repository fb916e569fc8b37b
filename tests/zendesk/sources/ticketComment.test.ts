import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/care/failure.ts';
import { ticketComment } from '../../../src/zendesk/sources/ticketComment.ts';
import { answering, contextOver, scoreSource, ticketWith, withSources } from '../answering.ts';

const own = scoreSource({ id: 'noted', kind: 'comment', pattern: 'Survey score: {score}' });
const note = (body: string, time: string, more: object = {}) => ({
  id: 1,
  author_id: 5,
  public: false,
  body,
  plain_body: body,
  created_at: `2026-11-17T${time}Z`,
  ...more,
});
const at = (time: string) => Date.parse(`2026-11-17T${time}Z`);

async function read(comments: unknown[], configuration = withSources(own)) {
  const http = answering(() => ({ comments, meta: { has_more: false } }));
  return (await ticketComment.read(contextOver(http, configuration), [ticketWith()])).get('123');
}

describe('an internal note with a score', () => {
  it('gives number, moment and the customer’s words below the line', async () => {
    const body = 'New answer\nSurvey score: 2 of 5\n\nNobody called me back.\nNot once.';
    const reading = await read([note(body, '10:00:00')]);
    expect(reading).toMatchObject({
      comment: 'Nobody called me back.\nNot once.',
      answerTimes: [at('10:00:00')],
      state: 'answered',
    });
    expect(reading?.ratings).toMatchObject([
      {
        value: 2,
        scale: 5,
        verdict: null,
        definition: 'noted',
        source: 'ticket_comment',
        answeredAt: at('10:00:00'),
      },
    ]);
  });

  it('gives way to a newer one, in whatever order they come', async () => {
    const comments = [
      note('Survey score: 1', '10:00:00'),
      note('Survey score: 4', '11:00:00'),
      note('hm', '12:00:00'),
    ];
    for (const given of [comments, [...comments].reverse()]) {
      const reading = await read(given);
      expect(reading?.ratings).toMatchObject([{ value: 4, answeredAt: at('11:00:00') }]);
      expect(reading?.answerTimes).toEqual([at('11:00:00'), at('10:00:00')]);
      expect(reading?.comment).toBeNull();
    }
  });

  it('counts only where no customer can write it', async () => {
    const reading = await read([note('Survey score: 5', '10:00:00', { public: true })]);
    expect(reading).toMatchObject({ ratings: [], absent: ['csat'] });
  });

  it('outside of its scale is none', async () => {
    expect(await read([note('Survey score: 9', '10:00:00')])).toMatchObject({ ratings: [] });
  });

  it('is found on later pages, and not called absent where not all were read', async () => {
    const paged = (pages: unknown[][]) =>
      answering((_url, params) => {
        const page = Number(params['page[after]'] ?? 0);
        return {
          comments: pages[page] ?? [note('hm', '09:00:00')],
          meta: { has_more: pages.length === 0 || page < pages.length - 1, after_cursor: String(page + 1) },
        };
      });
    const second = paged([[note('hm', '10:00:00')], [note('Survey score: 3', '09:00:00')]]);
    const readings = await ticketComment.read(contextOver(second, withSources(own)), [ticketWith()]);
    expect(readings.get('123')?.ratings[0]?.value).toBe(3);
    expect(second.asked[0]).toMatchObject({ url: '/api/v2/tickets/123/comments.json' });

    const endless = paged([]);
    expect((await ticketComment.read(contextOver(endless, withSources(own)), [ticketWith()])).size).toBe(0);
    expect(endless.asked).toHaveLength(5);
  });

  it('is asked for ticket by ticket, of twenty at most, and only where configured', async () => {
    const http = answering(() => ({ comments: [], meta: { has_more: false } }));
    const many = (count: number) => Array.from({ length: count }, (_, id) => ticketWith({ id }));
    await ticketComment.read(contextOver(http, withSources()), many(1));
    await ticketComment.read(contextOver(http, withSources(own)), many(21));
    expect(http.asked).toEqual([]);
    await ticketComment.read(contextOver(http, withSources(own)), many(20));
    expect(http.asked).toHaveLength(20);
  });

  it('that cannot be had is a failure, not an absence', async () => {
    const http = answering(() => new Failure('unavailable'));
    const reading = ticketComment.read(contextOver(http, withSources(own)), [ticketWith()]);
    await expect(reading).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is read past anything that stands in place of another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const reading = await read([junk, note('Survey score: 3', '10:00:00')]);
        expect(reading?.ratings[0]?.value).toBe(3);
      }),
    );
  });
});
