/** What the queue makes of its rows: every column, filters with their counts, order, pieces of work, the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/actions/exportCases.ts';
import type { CaseRow } from '../../src/actions/listCases.ts';
import { defaultConfiguration } from '../../src/care/configuration.ts';
import { emptyQuery, facets, matches, type Query } from '../../src/care/query.ts';
import { loadWords } from '../../src/i18n.ts';
import { columns } from '../../src/ui/columns/index.ts';
import { ask, contextOf } from '../../src/ui/queue/ask.ts';
import { countFacets } from '../../src/ui/queue/countFacets.ts';
import { csvTable } from '../../src/ui/queue/csvTable.ts';
import { inSlices, sorted } from '../../src/ui/queue/slices.ts';
import { firstColumns } from '../../src/ui/triage/firstColumns.ts';
import { mergeRows, overview, type View, views } from '../../src/ui/triage/views.ts';
import { caseWith, feedbackWith, ratedWith } from '../care/queueRows.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const onlooker = { userId: '7', now };
const { t, locale } = await loadWords('en-US');
const app = { t, locale, configuration: { ...defaultConfiguration, vipTags: ['gold'] } } as Parameters<
  typeof ask
>[0];

const ticketOf = (id: number): CaseRow['ticket'] =>
  ({
    id: String(id),
    subject: `=Parcel ${id % 7}`,
    group_id: id % 3 === 0 ? null : String(id % 3),
    brand_id: '9',
    organization_id: null,
    tags: id % 5 === 0 ? ['gold'] : [],
  }) as unknown as CaseRow['ticket'];

/** Of every kind there is, from its number. */
function rowOf(id: number): CaseRow {
  const status = (['new', 'in_progress', 'closed'] as const)[id % 3] ?? 'new';
  const feedback = feedbackWith(id, {
    ...(id % 11 === 0 ? {} : ratedWith({ value: 1 + (id % 5), scale: 5 })),
    bucket: ([null, 'agent', 'process', 'root_cause'] as const)[id % 4] ?? null,
    topic: id % 2 ? `topic ${id % 6}` : null,
    case: caseWith(
      {
        status,
        ownerId: id % 4 === 0 ? null : String(5 + (id % 4)),
        dueAt: now + ((id * 37) % 80) * hour - 20 * hour,
        closedAt: status === 'closed' ? now - id * hour : null,
      },
      now,
    ),
  });
  return { feedback, ticketId: String(id), requesterId: String(100 + (id % 9)), ticket: ticketOf(id) };
}

const storeOf = (rows: readonly CaseRow[]) => ({
  rows: new Map(rows.map((row) => [row.feedback.key, row])),
  names: Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [String(100 + index), `Person ${index}`]),
  ),
  places: { 'group:1': 'Care', 'brand:9': 'Alder' },
});
const some = storeOf(Array.from({ length: 240 }, (_, index) => rowOf(index + 1)));
const context = contextOf(app, some, onlooker);
const rows = [...some.rows.values()];
const keysOf = (found: readonly CaseRow[]) => found.map(({ feedback }) => feedback.key);

describe.each(columns)('the column $id', ({ id, value, sortValue, width }) => {
  it('says something of every row, and what a row without anything is', () => {
    const bare: CaseRow = { feedback: feedbackWith(1, {}), ticketId: null, requesterId: null, ticket: null };
    for (const row of [...rows, bare]) expect(typeof value(row, context)).toBe('string');
    expect(t(`column.${id}` as 'column.due')).not.toContain('column.');
    expect(width).toMatch(/px/);
  });

  it.each([false, true])(
    'sorts every row, downwards: %s, those without a value last',
    async (isDescending) => {
      const query = { ...emptyQuery, sort: { by: id, isDescending } };
      const found = (await ask(app, some, query, onlooker))?.rows ?? [];
      expect(keysOf(found).sort()).toEqual(keysOf(overview('open', rows, onlooker).rows).sort());
      const values = found.map((row) => sortValue(row, context));
      const known = values.filter((one) => one !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
      for (const [index, one] of known.slice(1).entries()) {
        const before = known[index] ?? one;
        const step = typeof one === 'number' ? one - Number(before) : compare(String(one), String(before));
        expect(isDescending ? -step : step).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it('is in the file', async () => {
    const { fields, data } = await csvTable(rows, context);
    const place = fields.indexOf(t(`column.${id}` as 'column.due'));
    expect(data.map((texts) => texts[place])).toEqual(
      rows.map((row) => value(row, context).replace(/[\u2068\u2069]/g, '')),
    );
  });
});

it('the first screen’s columns are among all columns', () => {
  for (const column of firstColumns) expect(columns).toContain(column);
});

const queries: fc.Arbitrary<Query> = fc.record({
  view: fc.constantFrom(...views),
  text: fc.constantFrom('', 'parcel 3', 'person 4', 'topic'),
  status: fc.subarray(['new', 'in_progress', 'closed']),
  owner: fc.subarray(['me', 'nobody', '6']),
  timer: fc.subarray(['overdue', 'soon', 'calm'] as const),
  bucket: fc.subarray(['agent', 'none'] as const),
  topic: fc.subarray(['topic 1', 'none']),
  group: fc.subarray(['1', 'none']),
  brand: fc.constantFrom([], ['9']),
  score: fc.subarray(['1', '2', 'good', 'none']),
  source: fc.constantFrom([], ['survey_responses']),
  sort: fc.record({ by: fc.constantFrom(...columns.map(({ id }) => id)), isDescending: fc.boolean() }),
});

describe('what a query finds', () => {
  it('is every row of the view that matches, and the counts of all views agree with it', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const found = await ask(app, some, query, onlooker);
        const wanted = (view: View) =>
          overview(view, rows, onlooker).rows.filter((row) => matches(row, query, context));
        expect(keysOf(found?.rows ?? []).sort()).toEqual(keysOf(wanted(query.view as View)).sort());
        for (const view of views) expect(found?.counts[view]).toBe(wanted(view).length);
      }),
      { numRuns: 40 },
    );
  });

  it('is as many rows as its choice was said to leave', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const counts = await countFacets(context, query, onlooker);
        for (const facet of facets) {
          for (const [value, count] of counts?.[facet] ?? []) {
            const found = await ask(app, some, { ...query, [facet]: [value] } as Query, onlooker);
            expect(`${facet} ${value} ${found?.rows.length}`).toBe(`${facet} ${value} ${count}`);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is nothing once it is asked no more', async () => {
    const many = storeOf(Array.from({ length: 20_000 }, (_, index) => rowOf(index + 1)));
    const stop = new AbortController();
    const found = ask(app, many, { ...emptyQuery, text: 'parcel' }, onlooker, stop.signal);
    stop.abort();
    expect(await found).toBeNull();
  });
});

it('views count what they list', () => {
  const counts = overview('open', rows, onlooker).counts;
  for (const view of views) expect(counts[view]).toBe(overview(view, rows, onlooker).rows.length);
  expect(counts.overdue).toBeGreaterThan(0);
});

describe('work in pieces', () => {
  it('sorts as the language itself does, equal ones in their order', async () => {
    const pairs = fc.array(fc.record({ by: fc.nat(9), id: fc.nat() }), { maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(pairs, async (items) => {
        const compare = (a: { by: number }, b: { by: number }) => a.by - b.by;
        expect(await inSlices(sorted(items, compare))).toEqual([...items].sort(compare));
      }),
    );
  });

  it('looks at the clock after a few hundred comparisons at most', () => {
    let compared = 0;
    let most = 0;
    const items = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);
    const job = sorted(items, (a, b) => {
      compared += 1;
      return a - b;
    });
    while (!job.next().done) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeLessThan(500);
  });
});

describe('a row heard of twice', () => {
  const [key, read] = [rowOf(1).feedback.key, rowOf(1)];
  const bare = (rev: number): CaseRow => ({
    ...read,
    feedback: { ...read.feedback, rev },
    ticket: null,
    isBare: true,
  });
  const heard = (...found: CaseRow[]) => {
    const known = new Map<string, CaseRow>();
    mergeRows(known, found);
    return known.get(key);
  };

  it('keeps the newer facts, whichever came first', () => {
    expect(heard(bare(3), bare(2))?.feedback.rev).toBe(3);
    expect(heard(bare(2), bare(3))?.feedback.rev).toBe(3);
  });

  it('keeps the ticket that was read', () => {
    expect(heard(read, bare(1))).toMatchObject({ ticket: { id: '1' } });
    expect(heard(read, bare(5))).toEqual({ ...read, feedback: { ...read.feedback, rev: 5 } });
    expect(heard(bare(5), read)?.feedback.rev).toBe(5);
    expect(heard(bare(5), read)?.ticket).toBe(read.ticket);
  });

  it('that was read and may not be seen is not read for again', () => {
    expect(heard({ ...read, ticket: null }, bare(5))?.isBare).toBeUndefined();
  });
});

describe('the file', () => {
  it('holds ids and instants as they are, and no formula a customer wrote', async () => {
    const [row] = rows;
    const text = await csvOf(await csvTable(row ? [row] : [], context));
    expect(text.startsWith('\ufeffDue,Priority,Customer,')).toBe(true);
    expect(text).toContain("'=Parcel 1 #1");
    expect(text).toContain('ticket:1,1,101,');
    expect(text).toContain(new Date(row?.feedback.case?.dueAt ?? 0).toISOString());
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });
});
