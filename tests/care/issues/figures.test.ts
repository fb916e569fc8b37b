/** What the sentence rests on, what each topic costs the whole, and who is to be thanked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/care/insights/columns.ts';
import { flags, type Row } from '../../../src/care/insights/row.ts';
import { impactOf } from '../../../src/care/issues/impact.ts';
import {
  type IssueQuestion,
  issueFigures,
  issueKeys,
  type issueParts,
} from '../../../src/care/issues/issueFigures.ts';
import { taggersOf } from '../../../src/care/issues/taggers.ts';
import { newcombe } from './newcombe.ts';
import { april, columnsWith, day, may, row } from './rows.ts';

const asked = (given: Partial<IssueQuestion> = {}): IssueQuestion => ({
  topics: ['login'],
  found: null,
  period: may,
  hasSuspected: false,
  ...given,
});

describe('figures of an issue', () => {
  it('count what somebody gave its topic, rated or not, against all other ratings of the month', () => {
    const columns = columnsWith(
      { topic: 'login', good: 32, bad: 18, unrated: 450 },
      { topic: 'delivery', good: 300, bad: 50, unrated: 10 },
      { topic: null, good: 60, bad: 40 },
      { topic: 'login', good: 9, at: april.to - 1000 },
    );
    expect(issueFigures(columns, asked())).toEqual({
      basis: 'topics',
      handled: 500,
      byTopic: 500,
      bySearch: 0,
      isCut: false,
      own: { k: 32, n: 50 },
      rest: { k: 360, n: 450 },
      all: 960,
    });
  });

  it('join tickets a search found with their feedbacks, and count the silent ones of the month', () => {
    const columns = columnsOf([
      row(1, { topic: 'login', verdict: 1 }),
      row(2, { topic: null, verdict: 2 }),
      row(3, { topic: 'other', verdict: 2 }),
      row(4, { topic: null, verdict: 1, at: april.from + day }),
    ]);
    const created = (id: number, createdAt = may.from + day) => ({ id, createdAt });
    const tickets = [
      created(1),
      created(2, april.from),
      created(4, april.from),
      created(5),
      created(6, may.to),
      created(7),
    ];
    const question = asked({ found: { tickets, isCut: false } });
    expect(issueFigures(columns, question)).toMatchObject({
      basis: 'search',
      handled: 4,
      byTopic: 1,
      bySearch: 4,
      own: { k: 1, n: 2 },
      rest: { k: 1, n: 1 },
    });
    expect(new Set(issueKeys(columns, question, 'handled'))).toEqual(
      new Set(['ticket:1', 'ticket:2', 'ticket:5', 'ticket:7']),
    );
  });

  it('leave out what the account leaves out, and a machine’s click unless asked for', () => {
    const given = [
      row(1, { topic: 'login', verdict: 1, flags: flags.isLeftOut }),
      row(2, { topic: 'login', verdict: 1, flags: flags.isSuspected }),
      row(3, { topic: 'login', verdict: 2 }),
    ];
    expect(issueFigures(columnsOf(given), asked()).handled).toBe(1);
    expect(issueFigures(columnsOf(given), asked({ hasSuspected: true }))).toMatchObject({
      handled: 2,
      own: { k: 1, n: 2 },
    });
  });

  it('open exactly as many feedbacks behind each number, newest first', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 60 }),
        fc.array(fc.nat(70), { maxLength: 20 }),
        (given, ids) => {
          const columns = columnsOf(numbered(given));
          const tickets = [...new Set(ids)].map((id) => ({ id: id + 1, createdAt: may.from + id }));
          const question = asked({ found: { tickets, isCut: false } });
          const figures = issueFigures(columns, question);
          const count = (part: (typeof issueParts)[number]) => {
            const keys = issueKeys(columns, question, part);
            expect(new Set(keys).size).toBe(keys.length);
            return keys.length;
          };
          expect([count('handled'), count('rated'), count('good')]).toEqual([
            figures.handled,
            figures.own.n,
            figures.own.k,
          ]);
          expect(count('bad')).toBe(figures.own.n - figures.own.k);
          expect([count('rest'), count('rest_good')]).toEqual([figures.rest.n, figures.rest.k]);
          expect(figures.handled).toBeGreaterThanOrEqual(figures.own.n);
        },
      ),
    );
  });

  it('name the newest feedback first', () => {
    const columns = columnsOf([
      row(1, { topic: 'login', at: may.from }),
      row(2, { topic: 'login', at: may.to - 1000 }),
      row(3, { topic: 'login', at: may.from + day }),
    ]);
    expect(issueKeys(columns, asked(), 'handled')).toEqual(['ticket:2', 'ticket:3', 'ticket:1']);
  });
});

const anyRow = fc.record({
  topic: fc.constantFrom(null, 'login', 'delivery', 'price', 'app'),
  verdict: fc.nat(2),
  at: fc.integer({ min: april.from - day, max: may.to + day }),
  flags: fc.constantFrom(0, 0, 0, flags.isLeftOut, flags.isSuspected),
  bucketById: fc.constantFrom(null, '11', '12', '13'),
});
type Any = Pick<Row, 'topic' | 'verdict' | 'flags' | 'bucketById'> & { at: number };
const numbered = (given: readonly Any[]) => given.map((one, index) => row(index + 1, one));

const question = { period: may, before: april, filters: {}, hasSuspected: false, now: may.to };

describe('impact', () => {
  it('is the CSAT of all minus the CSAT without the topic: 78.4 % against 80 % is -1.6 points', () => {
    const columns = columnsWith(
      { topic: 'login', good: 32, bad: 18, unrated: 50 },
      { topic: 'delivery', good: 360, bad: 90 },
    );
    const { all, ranked } = impactOf(columns, question);
    expect(all).toMatchObject({ k: 392, n: 500, value: 0.784 });
    const [login, delivery] = ranked;
    expect(login).toMatchObject({ topic: 'login', volume: 100, volumeBefore: 0, trend: null });
    expect(login?.pull?.value).toBeCloseTo(-0.016, 12);
    expect(login?.weight).toBeCloseTo(16, 10);
    const ends = newcombe([32, 50], [360, 450]) ?? [];
    expect(login?.pull?.interval.map((end) => end.toFixed(9))).toEqual(
      ends.map((end) => (end / 10).toFixed(9)),
    );
    expect(login?.pull?.isDistinct).toBe(true);
    expect(delivery?.pull?.value).toBeCloseTo(0.784 - 0.64, 12);
  });

  it('ranks nothing below ten ratings, here or elsewhere, and lists it apart', () => {
    const columns = columnsWith(
      { topic: 'few', bad: 9, unrated: 90 },
      { topic: 'enough', good: 1, bad: 9 },
      { topic: 'most', good: 500 },
    );
    const { ranked, few } = impactOf(columns, question);
    expect(ranked.map(({ topic }) => topic)).toEqual(['enough', 'most']);
    expect(few.map(({ topic }) => topic)).toEqual(['few']);
    expect(impactOf(columnsWith({ topic: 'all', good: 500, bad: 1 }), question).ranked).toEqual([]);
  });

  it('breaks ties by volume', () => {
    const columns = columnsWith(
      { topic: 'a', good: 10, bad: 10 },
      { topic: 'b', good: 10, bad: 10, unrated: 5 },
      { topic: 'c', good: 20 },
    );
    expect(impactOf(columns, question).ranked.map(({ topic }) => topic)).toEqual(['b', 'a', 'c']);
  });

  it('compares with the period before, where both have ten ratings', () => {
    const columns = columnsWith(
      { topic: 'login', good: 10, bad: 30 },
      { topic: 'login', good: 30, bad: 10, unrated: 3, at: april.from },
      { topic: 'price', good: 10, bad: 10 },
      { topic: 'price', good: 9, at: april.from },
    );
    const { ranked } = impactOf(columns, question);
    const [login, price] = ranked;
    expect(login).toMatchObject({ topic: 'login', volumeBefore: 43, csatBefore: { k: 30, n: 40 } });
    expect(login?.trend?.value).toBeCloseTo(-0.5, 12);
    expect(price).toMatchObject({ volumeBefore: 9, trend: null });
    expect(impactOf(columns, { ...question, before: null }).ranked[0]).toMatchObject({
      volumeBefore: null,
      trend: null,
    });
  });

  it('equals what a slow hand counts, whatever the feedbacks', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 120 }), (given) => {
        const rows = numbered(given);
        const { all, volume, ranked, few, untopiced } = impactOf(columnsOf(rows), question);
        const own = rows.filter(
          ({ at, flags: left }) => at * 1000 >= may.from && at * 1000 < may.to && left === 0,
        );
        const csat = (some: readonly Row[]) => {
          const rated = some.filter(({ verdict }) => verdict > 0);
          return rated.filter(({ verdict }) => verdict === 2).length / rated.length;
        };
        expect([volume, untopiced]).toEqual([own.length, own.filter(({ topic }) => topic === null).length]);
        if (all.value !== null) expect(all.value).toBeCloseTo(csat(own), 12);
        for (const { topic, pull, volume: ownVolume } of [...ranked, ...few]) {
          expect(ownVolume).toBe(own.filter((one) => one.topic === topic).length);
          const without = csat(own.filter((one) => one.topic !== topic));
          if (pull) expect(pull.value).toBeCloseTo(csat(own) - without, 12);
        }
        expect(new Set([...ranked, ...few].map(({ topic }) => topic))).toEqual(
          new Set(own.flatMap(({ topic }) => topic ?? [])),
        );
        const pulls = ranked.map(({ pull }) => pull?.value ?? 0);
        expect(pulls).toEqual([...pulls].sort((a, b) => a - b));
      }),
    );
  });
});

describe('who is to be thanked', () => {
  it('is everybody who gave one of its topics, the most diligent first, nobody twice', () => {
    const columns = columnsOf([
      row(1, { topic: 'login', bucketById: '12' }),
      row(2, { topic: 'password', bucketById: '11' }),
      row(3, { topic: 'login', bucketById: '11', flags: flags.isLeftOut }),
      row(4, { topic: 'delivery', bucketById: '13' }),
      row(5, { topic: 'login' }),
    ]);
    expect(taggersOf(columns, ['login', 'password'])).toEqual(['11', '12']);
    expect(taggersOf(columns, [])).toEqual([]);
  });
});
