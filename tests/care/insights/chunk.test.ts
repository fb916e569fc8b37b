import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  chunkVersion,
  inOrder,
  momentOfPlace,
  mostRows,
  mostText,
  type Placed,
  packChunk,
  placedIn,
  placeOf,
  sizeOf,
  unpackChunk,
} from '../../../src/care/insights/chunk.ts';
import type { Row } from '../../../src/care/insights/row.ts';
import { splitRows } from '../../../src/care/insights/split.ts';

const id = fc.option(fc.integer({ min: 1, max: 99_999 }).map((n) => String(360_000_000_000 + n)));
const second = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const short = fc.integer({ min: 0, max: 65_535 });
const row: fc.Arbitrary<Row> = fc.record({
  ticket: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 ** 48 })),
  key: fc.uuid().map((name) => `conversation:${name}`),
  rev: short,
  at: second,
  csat: fc.integer({ min: 0, max: 500 }),
  ces: fc.integer({ min: 0, max: 500 }),
  verdict: fc.integer({ min: 0, max: 2 }),
  bucket: fc.integer({ min: 0, max: 3 }),
  status: fc.integer({ min: 0, max: 3 }),
  ratedAt: second,
  openedAt: second,
  dueAt: second,
  firstActionAt: second,
  closedAt: second,
  firstActionOpen: second,
  closeOpen: second,
  dispute: fc.integer({ min: 0, max: 3 }),
  flags: fc.integer({ min: 0, max: 4095 }),
  topic: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  groupId: id,
  agentId: id,
  bucketById: id,
  ownerId: id,
  source: fc.option(fc.constantFrom('survey_responses', 'legacy')),
  channel: fc.option(fc.constantFrom('email', 'chat', 'voice')),
  brandId: id,
});
const placed: fc.Arbitrary<Placed> = fc
  .record({ place: fc.integer({ min: 0, max: 2 ** 51 }), row })
  .map(({ place, row: one }) => ({
    place,
    row: { ...one, key: one.ticket > 0 ? `ticket:${one.ticket}` : one.key },
  }));
const rows = fc.array(placed, { maxLength: 40 }).map((some) => some.sort(inOrder));

/** As rows are in an account that has run for a while; `n` is what tells them apart. */
function ordinary(n: number): Placed {
  const mixed = (salt: number) => Math.imul(n * 2_654_435_761 + salt * 40_503, 2_246_822_519) >>> 8;
  const at = 1_700_000_000 + n * 97 + (mixed(1) % 90);
  const isCase = mixed(2) % 6 === 0;
  const opened = isCase ? at + 60 : 0;
  return {
    place: placeOf((at + 120) * 1000, mixed(3) % 1024),
    row: {
      key: `ticket:${1_000_000 + n}`,
      ticket: 1_000_000 + n,
      rev: 1 + (mixed(4) % 3),
      at,
      csat: isCase ? 200 : 500,
      ces: 100 * (1 + (mixed(5) % 5)),
      verdict: isCase ? 1 : 2,
      bucket: isCase ? 1 + (mixed(6) % 3) : 0,
      status: isCase ? 3 : 0,
      ratedAt: isCase ? at : 0,
      openedAt: opened,
      dueAt: isCase ? opened + 86_400 : 0,
      firstActionAt: isCase ? opened + (mixed(7) % 30_000) : 0,
      closedAt: isCase ? opened + 30_000 + (mixed(8) % 100_000) : 0,
      firstActionOpen: isCase ? 1 + (mixed(7) % 30_000) : 0,
      closeOpen: isCase ? 1 + (mixed(8) % 60_000) : 0,
      dispute: 0,
      flags: isCase ? 2048 : 0,
      topic: isCase ? `Topic ${mixed(9) % 12}` : null,
      groupId: String(360_000_000 + (mixed(10) % 8)),
      agentId: String(361_000_000 + (mixed(11) % 60)),
      bucketById: isCase ? '361000001' : null,
      ownerId: isCase ? String(361_000_000 + (mixed(12) % 60)) : null,
      source: 'survey_responses',
      channel: ['email', 'chat', 'web'][mixed(13) % 3] ?? null,
      brandId: '360000000101',
    },
  };
}
const many = (n: number) => Array.from({ length: n }, (_, index) => ordinary(index));

afterEach(() => vi.unstubAllGlobals());

describe('a chunk', () => {
  it('gives back every row that was packed', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const chunk = await unpackChunk(JSON.parse(JSON.stringify(await packChunk(some))));
        expect(chunk && placedIn(chunk)).toEqual(some);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('is packed plain where the browser cannot deflate, and read by one that can', async () => {
    const some = many(20);
    vi.stubGlobal('CompressionStream', undefined);
    const body = await packChunk(some);
    vi.unstubAllGlobals();
    expect(body.z).toBe('plain');
    const chunk = await unpackChunk(body);
    expect(chunk && placedIn(chunk)).toEqual(some);
  });

  it.each([
    ['of another version', { v: 2, z: 'plain', data: 'AA==' }],
    ['cut short', { v: chunkVersion, z: 'plain', data: 'BQ==' }],
    ['of no base64', { v: chunkVersion, z: 'plain', data: '§' }],
    ['of no deflated bytes', { v: chunkVersion, z: 'deflate-raw', data: 'AAECAw==' }],
    ['of nothing', undefined],
    ['taken away', { isRemoved: true }],
  ])('%s is none', async (_name, body) => {
    expect(await unpackChunk(body)).toBeNull();
  });

  it('holds about as many ordinary rows as it may have in what a record holds', async () => {
    expect(sizeOf(await packChunk(many(mostRows)))).toBeLessThan(mostText * 1.1);
  });

  it('keeps when a record was made in its place', () => {
    const at = Date.parse('2026-11-22T10:00:00.123Z');
    expect(momentOfPlace(placeOf(at, 1023))).toBe(at);
    expect(placeOf(at, 1023)).toBeLessThan(placeOf(at + 1));
  });
});

describe('splitting rows', () => {
  it('loses none, keeps their order, and no part is larger than a record holds', async () => {
    const all = many(4_000);
    for (const isEnd of [false, true]) {
      const parts = await splitRows(all, isEnd);
      expect(parts.flatMap((part) => part.rows)).toEqual(all);
      for (const { body, rows: own } of parts) {
        expect(sizeOf(body)).toBeLessThanOrEqual(mostText);
        expect(own.length).toBeLessThanOrEqual(mostRows);
      }
    }
  });

  it('halves what packs badly', async () => {
    const noisy = many(600).map(({ place, row: own }, index) => ({
      place,
      row: {
        ...own,
        topic: `${index} ${Math.imul(index, 2_654_435_761)} ${'äöü'.repeat(1 + (index % 30))}${index * 7919}`,
      },
    }));
    vi.stubGlobal('CompressionStream', undefined);
    const parts = await splitRows(noisy, false);
    expect(parts.length).toBeGreaterThan(1);
    for (const { body } of parts) expect(sizeOf(body)).toBeLessThanOrEqual(mostText);
  });

  it('fills chunks at the end of all, and makes those in between equally full', async () => {
    const sizes = async (isEnd: boolean) =>
      (await splitRows(many(mostRows + 100).map(bare), isEnd)).map((part) => part.rows.length);
    expect(await sizes(true)).toEqual([mostRows, 100]);
    expect(await sizes(false)).toEqual([(mostRows + 100) / 2, (mostRows + 100) / 2]);
  });
});

const bare = ({ place, row: own }: Placed): Placed => ({
  place,
  row: { ...own, firstActionAt: 0, closedAt: 0, firstActionOpen: 0, closeOpen: 0 },
});
