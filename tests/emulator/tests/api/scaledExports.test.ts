/** Exports of big accounts, walked from their beginning to their end. */
import { describe, expect, it } from 'vitest';
import { checkExchanges } from '../../contract/validate.ts';
import { createWorkspace } from '../../inProcess.ts';
import { changeTicket } from '../../world/changeTicket.ts';
import { personas } from '../../world/people.ts';

const day = 86_400_000;
type Row = Record<string, unknown>;
type Body = Row & { meta?: { has_more: boolean }; links?: { next: string | null } };

function openBig(scale: number) {
  const workspace = createWorkspace({ scale, answered: 60 });
  const { world } = workspace;
  // One page a minute: limits are another test's matter.
  let realNow = 0;
  world.realNow = () => {
    realNow += 61_000;
    return realNow;
  };
  const pagesOf = async (path: string, list: string) => {
    const pages: Row[][] = [];
    const made: number[] = [];
    let url: string | null = path;
    while (url) {
      const { get } = world.tickets;
      let count = 0;
      world.tickets.get = (id) => {
        count += 1;
        return get.call(world.tickets, id);
      };
      const response = await workspace.fetchAs('admin')(url);
      world.tickets.get = get;
      expect(response.status).toBe(200);
      const body = (await response.json()) as Body;
      pages.push(body[list] as Row[]);
      made.push(count);
      const isOver = body.meta ? !body.meta.has_more : body.end_of_stream;
      url = isOver ? null : String(body.after_url ?? body.next_page ?? body.links?.next);
    }
    return { pages, rows: pages.flat(), made };
  };
  return { workspace, world, pagesOf };
}

const isAscending = (times: number[]) => times.every((time, index) => time >= (times[index - 1] ?? 0));

describe('on an account of 20,000 tickets', () => {
  const { workspace, world, pagesOf } = openBig(20_000);
  const moved = 1_000_500;
  world.tickets.put({ ...(world.tickets.get(moved) ?? missing()), status: 'solved' });
  changeTicket(world, moved, { addTags: ['late'] }, { authorId: personas.agent, channel: 'web' });

  it('the exports of tickets give each once in order of time, a changed one where it changed', async () => {
    for (const path of ['tickets/cursor', 'tickets']) {
      const { rows, made } = await pagesOf(`/api/v2/incremental/${path}?start_time=1`, 'tickets');
      const last = rows.findLastIndex(({ id }) => id === moved);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(world.tickets.size);
      expect(isAscending(rows.map((row) => Number(row.generated_timestamp)))).toBe(true);
      expect(rows.length - last).toBeLessThan(20);
      expect(Math.max(...made)).toBeLessThan(1200);
    }
    checkExchanges(workspace.exchanges().slice(-5));
  });

  it('the export of events gives every update once in order of time', async () => {
    const { pages, rows, made } = await pagesOf(
      '/api/v2/incremental/ticket_events?start_time=1',
      'ticket_events',
    );
    const ids = new Set(rows.map(({ id }) => id));
    let audits = 0;
    for (const ticket of world.tickets.values()) audits += ticket.audits.length;
    expect(ids.size).toBe(audits);
    expect(isAscending(rows.map((row) => Number(row.timestamp)))).toBe(true);
    expect(pages.length).toBeLessThan(audits / 1000 + 5);
    expect(Math.max(...made)).toBeLessThan(1200);
  });
});

describe('on an account of 5,000 tickets', () => {
  const { world, pagesOf } = openBig(5000);

  it('survey responses and ratings turn to their end at a page’s cost each, forwards and backwards', async () => {
    const responses = '/api/v2/guide/survey_responses?page[size]=50';
    const up = await pagesOf(responses, 'survey_responses');
    const down = await pagesOf(`${responses}&sort=-id`, 'survey_responses');
    expect(new Set(up.rows.map(({ id }) => id)).size).toBe(world.surveyResponses.size);
    expect(down.rows.map(({ id }) => id)).toEqual(up.rows.map(({ id }) => id).reverse());
    const ratings = await pagesOf('/api/v2/satisfaction_ratings?page[size]=100', 'satisfaction_ratings');
    expect(new Set(ratings.rows.map(({ id }) => id)).size).toBe(ratings.rows.length);
    expect(Math.max(...ratings.made)).toBeLessThan(450);
  });

  it('windows of time make only what lies in them', async () => {
    const from = world.now() - 30 * day;
    const path = `/api/v2/satisfaction_ratings?page[size]=100&start_time=${Math.floor(from / 1000)}`;
    const { rows, made } = await pagesOf(path, 'satisfaction_ratings');
    expect(rows.length).toBeGreaterThan(300);
    expect(made[0]).toBeLessThan(900);
    const window = `/api/v2/guide/survey_responses?page[size]=50&filter[created_at_start]=${from}&filter[created_at_end]=${from + day}`;
    const some = await pagesOf(window, 'survey_responses');
    expect(some.rows.length).toBeGreaterThan(8);
    expect(some.rows.length).toBeLessThan(30);
  });
});

function missing(): never {
  throw new Error('there is no such ticket');
}

describe('on an account of 100,000 tickets', () => {
  it('the export by time goes on from page to page, and starts late as fast as early', async () => {
    const { world, pagesOf } = openBig(100_000);
    const from = Math.floor((world.now() - 10 * day) / 1000);
    const { rows, made } = await pagesOf(`/api/v2/incremental/tickets?start_time=${from}`, 'tickets');
    let expected = 0;
    for (let id = 1_090_000; id < 1_100_000; id += 1) {
      if ((world.tickets.get(id)?.generated_at ?? 0) >= from * 1000) expected += 1;
    }
    const madeRows = new Set(rows.map(({ id }) => Number(id)).filter((id) => id >= 1_000_000));
    expect(madeRows.size).toBe(expected);
    expect(Math.max(...made)).toBeLessThan(1200);
  });
});
