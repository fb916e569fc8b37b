/** Accounts of a million tickets answer like small ones: nothing may read them all for one page. */
import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../api/index.ts';
import { createWorld } from '../../world/createWorld.ts';

const scale = 1_000_000;
const world = createWorld({ scale });
const handlers = createHandlers(world);

/** Tickets made while the call was answered. */
async function cost(who: string, path: string) {
  const get = world.tickets.get.bind(world.tickets);
  let made = 0;
  world.tickets.get = (id) => {
    made += 1;
    return get(id);
  };
  const headers = { cookie: `emulator_persona=${who}` };
  const response = await getResponse(
    handlers,
    new Request(`http://localhost:4850/api/v2${path}`, { headers }),
  );
  world.tickets.get = get;
  return { made, status: response?.status, body: (await response?.json()) as Record<string, unknown> };
}

describe('on an account of a million tickets', () => {
  it.each([
    ['agent', '/tickets?page[size]=100', 1000],
    ['agent', '/tickets?page[size]=100&sort=-id', 1000],
    ['agent', '/search/export?query=satisfaction:bad&filter[type]=ticket&page[size]=100', 10_000],
    ['agent', '/search/count?query=satisfaction:bad', 20_000],
    ['agent', '/search?query=words_nobody_wrote', 150_000],
    ['admin', '/satisfaction_ratings?page[size]=100&score=bad', 10_000],
    ['admin', '/incremental/tickets/cursor?start_time=1', 5000],
  ])('%s gets %s having made fewer than %i tickets', async (who, path, most) => {
    const { made, status } = await cost(who, path);
    expect(status).toBe(200);
    expect(made).toBeLessThan(most as number);
  });

  it('exports go on from page to page without a gap', async () => {
    const first = await cost('agent', '/search/export?query=status:closed&filter[type]=ticket&page[size]=50');
    const { after_cursor } = first.body.meta as { after_cursor: string };
    const path = `/search/export?query=status:closed&filter[type]=ticket&page[size]=50&page[after]=${encodeURIComponent(after_cursor)}`;
    const second = await cost('agent', path);
    const both = await cost('agent', '/search/export?query=status:closed&filter[type]=ticket&page[size]=100');
    const ids = (page: typeof first) => (page.body.results as { id: number }[]).map((each) => each.id);
    expect([...ids(first), ...ids(second)]).toEqual(ids(both));
  });

  it('totals are near what a full count would give', async () => {
    const { body } = await cost('agent', '/search/count?query=satisfaction:good');
    const { body: none } = await cost('agent', '/search/count?query=-satisfaction:good');
    expect(Math.abs(Number(body.count) + Number(none.count) - world.tickets.size)).toBeLessThan(scale / 50);
  });
});
