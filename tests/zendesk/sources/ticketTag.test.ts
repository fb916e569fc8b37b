import { describe, expect, it } from 'vitest';
import { ticketTag } from '../../../src/zendesk/sources/ticketTag.ts';
import { answering, contextOver, scoreSource, ticketWith, withSources } from '../answering.ts';

const own = scoreSource({ id: 'tagged', kind: 'tag', pattern: 'csat_{score}' });

async function read(tags: unknown, configuration = withSources(own)) {
  const http = answering(() => null);
  const readings = await ticketTag.read(contextOver(http, configuration), [ticketWith({ tags })]);
  expect(http.asked).toEqual([]);
  return readings.get('123');
}

describe('a tag with a score', () => {
  it.each([
    [['vip', 'csat_4'], 4],
    [['CSAT_2'], 2],
    [['csat_1', 'csat_5'], 5],
    [['csat_5', 'csat_9', 'xcsat_1', 'csat_1x'], 5],
  ])('in %j is %d', async (tags, value) => {
    expect((await read(tags))?.ratings).toMatchObject([
      { value, scale: 5, definition: 'tagged', source: 'ticket_tag', answeredAt: null, verdict: null },
    ]);
  });

  it.each([[[]], [['vip', 'csat_9']], [[7, null]]])('is absent from %j', async (tags) => {
    expect(await read(tags)).toMatchObject({ ratings: [], absent: ['csat'], state: 'no_survey' });
  });

  it('stands beside one for effort', async () => {
    const effort = scoreSource({ id: 'eff', kind: 'tag', pattern: 'ces_{score}', metric: 'ces', scale: 7 });
    const reading = await read(['ces_7', 'csat_1'], withSources(own, effort));
    expect(reading?.ratings.map(({ metric, value }) => [metric, value])).toEqual([
      ['csat', 1],
      ['ces', 7],
    ]);
  });

  it('is not looked for where nobody said so', async () => {
    expect(await read(['csat_4'], withSources())).toBeUndefined();
  });
});
