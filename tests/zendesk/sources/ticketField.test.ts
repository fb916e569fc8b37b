import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketField } from '../../../src/zendesk/sources/ticketField.ts';
import { answering, contextOver, scoreSource, ticketWith, withSources } from '../answering.ts';

const csat = scoreSource({ id: 'score', fieldId: '77' });

async function read(custom_fields: unknown[], configuration = withSources(csat)) {
  const http = answering(() => null);
  const readings = await ticketField.read(contextOver(http, configuration), [ticketWith({ custom_fields })]);
  expect(http.asked).toEqual([]);
  return readings.get('123');
}

describe('a field with a score', () => {
  it.each([
    [4, 4],
    ['4', 4],
    ['4.5', 4.5],
    ['4,5', 4.5],
    [' 3 ', 3],
    ['4/5', 4],
    ['4 out of 5', 4],
    ['2_of_5', 2],
    ['csat_4', 4],
    ['q1_csat-2', 2],
    [['csat_5'], 5],
  ])('%j is %d', async (value, score) => {
    const reading = await read([{ id: 77, value }]);
    expect(reading).toMatchObject({ state: 'answered', absent: [] });
    expect(reading?.ratings).toEqual([
      {
        metric: 'csat',
        value: score,
        scale: 5,
        lowest: 1,
        verdict: null,
        source: 'ticket_field',
        definition: 'score',
        answeredAt: null,
        asOf: Date.parse('2026-11-17T12:00:00Z'),
      },
    ]);
  });

  it.each([true, false, '0', 6, '-3', 'n/a', 'since 2024', ['1', '2'], { value: 3 }])(
    '%j is no score, and does not say that there is none any more',
    async (value) => {
      expect((await read([{ id: 77, value }]))?.ratings ?? []).toEqual([]);
      expect((await read([{ id: 77, value }]))?.absent ?? []).toEqual([]);
    },
  );

  it.each([null, '', [], undefined])('%j is a field that was emptied', async (value) => {
    expect(await read([{ id: '77', value }])).toMatchObject({ ratings: [], absent: ['csat'] });
  });

  it('this person does not see, or nobody configured, is no place at all', async () => {
    expect(await read([{ id: 78, value: 3 }])).toBeUndefined();
    expect(await read([{ id: 77, value: 3 }], withSources())).toBeUndefined();
    expect(
      await read([{ id: 77, value: 3 }], withSources(scoreSource({ kind: 'tag', pattern: 'x{score}' }))),
    ).toBeUndefined();
  });

  it('counts from zero where its scale does', async () => {
    const nps = scoreSource({ id: 'nps', fieldId: '77', lowest: 0, scale: 10 });
    expect((await read([{ id: 77, value: '0' }], withSources(nps)))?.ratings[0]).toMatchObject({
      value: 0,
      lowest: 0,
      scale: 10,
    });
  });

  it('gives way to the one configured before it, metric by metric', async () => {
    const both = withSources(
      scoreSource({ id: 'first', fieldId: '1' }),
      scoreSource({ id: 'second', fieldId: '2' }),
      scoreSource({ id: 'effort', fieldId: '3', metric: 'ces', scale: 7 }),
    );
    const given = (first: unknown) => [
      { id: 1, value: first },
      { id: 2, value: 2 },
      { id: 3, value: 7 },
    ];
    const ids = async (first: unknown) =>
      (await read(given(first), both))?.ratings.map(({ definition, value }) => [definition, value]);
    expect(await ids(5)).toEqual([
      ['first', 5],
      ['effort', 7],
    ]);
    expect(await ids(null)).toEqual([
      ['second', 2],
      ['effort', 7],
    ]);
  });

  it('survives anything in place of a field', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const reading = await read([junk, { id: 77, value: 4 }]);
        expect(reading?.ratings[0]?.value).toBe(4);
        await read([{ id: 77, value: junk }]);
      }),
    );
  });
});
