import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../src/care/coaching/sheet.ts';
import { flags, type Row } from '../../../src/care/insights/row.ts';
import { aRow } from './someRows.ts';

const bad = (key: string, change: Partial<Row> = {}) => aRow({ key, verdict: 1, csat: 200, ...change });

describe('the themes of a sheet', () => {
  it('are the three most frequent bucket, topic and channel of bad scores, each at least twice', () => {
    const of = (topic: string, count: number) =>
      Array.from({ length: count }, (_, index) => bad(`${topic}:${index}`, { topic, bucket: 1 }));
    const { themes, single } = sheetOf(
      [...of('login', 4), ...of('price', 2), ...of('tone', 3), ...of('late', 2), ...of('once', 1)],
      [],
    );
    expect(themes.map(({ topic, keys }) => [topic, keys.length])).toEqual([
      ['login', 4],
      ['tone', 3],
      ['price', 2],
    ]);
    expect(single).toBe(3);
  });

  it('tell one channel from another', () => {
    const { themes } = sheetOf([bad('a', { channel: 'web' }), bad('b', { channel: 'email' })], []);
    expect(themes).toEqual([]);
  });

  it('hold nothing of the process: not what was liked and hard, not what is said to be of the process', () => {
    const rows = [
      aRow({ key: 'nice', verdict: 2, csat: 500, ces: 100, flags: flags.isNiceButHard }),
      aRow({ key: 'nice2', verdict: 2, csat: 500, ces: 100, flags: flags.isNiceButHard }),
      bad('said', { bucket: 2 }),
      bad('said2', { bucket: 2 }),
    ];
    const { themes, process } = sheetOf(rows, []);
    expect(themes).toEqual([]);
    expect([...process].sort()).toEqual(['nice', 'nice2', 'said', 'said2']);
  });

  it('hold what was rated well enough and found hard', () => {
    const hard = (key: string) => aRow({ key, verdict: 0, ces: 200 });
    expect(sheetOf([hard('a'), hard('b')], []).themes[0]?.keys.sort()).toEqual(['a', 'b']);
  });
});

describe('the figures of a sheet', () => {
  it('are told with and without what was set aside, suspected, or moved away by a dispute', () => {
    const rows = [
      aRow({ key: 'good', verdict: 2, csat: 500 }),
      bad('aside', { flags: flags.isLeftOut }),
      bad('machine', { flags: flags.isSuspected }),
      bad('open', { dispute: 1 }),
      bad('lost', { dispute: 3 }),
    ];
    const { own, withAll, objections } = sheetOf(rows, [bad('won', { dispute: 2, agentId: null })]);
    expect([own.good, own.rated]).toEqual([1, 3]);
    expect([withAll.good, withAll.rated]).toEqual([1, 6]);
    expect(Object.fromEntries(objections.map(({ key, kind }) => [key, kind]))).toEqual({
      aside: 'set_aside',
      machine: 'suspected',
      open: 'dispute_open',
      lost: 'dispute_rejected',
      won: 'moved_away',
    });
  });

  it('are nothing, and no theme and no praise, without feedback', () => {
    const { own, themes, praise, process, objections } = sheetOf([], []);
    expect([own.n, own.rated, own.ces]).toEqual([0, 0, 0]);
    expect([themes, praise, process, objections]).toEqual([[], [], [], []]);
  });
});

it('praise is the top score, newest first, and never what does not count', () => {
  const top = (key: string, at: number, change: Partial<Row> = {}) =>
    aRow({ key, verdict: 2, csat: 500, at, ...change });
  const rows = [
    top('old', 10),
    top('new', 20),
    aRow({ key: 'four', verdict: 2, csat: 400 }),
    top('aside', 30, { flags: flags.isLeftOut }),
    aRow({ key: 'legacy', verdict: 2, csat: 0, at: 5 }),
  ];
  expect(sheetOf(rows, []).praise).toEqual(['new', 'old', 'legacy']);
});
