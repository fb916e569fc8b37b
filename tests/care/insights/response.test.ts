import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../../src/care/configuration.ts';
import { emptyTally, figuresOf, sumOf } from '../../../src/care/coverage.ts';
import { responseOf, type SentMonth } from '../../../src/care/insights/response.ts';

const tally = (offered: number, answered: number, open: number) => ({
  ...emptyTally(),
  offered,
  answered,
  open,
});
const month = (name: string, ...groups: [string, number, number, number][]): SentMonth => {
  const own = groups.map(([groupId, ...counts]) => ({ groupId, tally: tally(...counts) }));
  return { month: name, groups: own, total: sumOf(own.map((one) => one.tally)) };
};
const months = [month('2026-10', ['21', 100, 40, 4], ['22', 50, 5, 0]), month('2026-11', ['21', 20, 2, 18])];

describe('the response rate', () => {
  it('is by month of sending, without surveys that can still be answered', () => {
    const { months: each, whole } = responseOf(months, null);
    expect(each.map(({ month: name, figure, open }) => [name, figure.k, figure.n, open])).toEqual([
      ['2026-10', 45, 146, 4],
      ['2026-11', 2, 2, 18],
    ]);
    expect([whole.figure.k, whole.figure.n, whole.open]).toEqual([47, 148, 22]);
  });

  it('of some groups rests on their surveys alone', () => {
    const { whole } = responseOf(months, ['22']);
    expect([whole.figure.k, whole.figure.n]).toEqual([5, 50]);
    expect(responseOf(months, ['99']).whole.figure).toMatchObject({ value: null, n: 0, interval: null });
  });

  it('equals what the scores screen says', () => {
    const { figure } = responseOf(months, null).whole;
    const { responseRate } = figuresOf(sumOf(months.map(({ total }) => total)), defaultConfiguration, false);
    expect(figure).toMatchObject({ ...responseRate });
  });

  it('of no months is nothing', () => {
    expect(responseOf([], null)).toMatchObject({
      months: [],
      whole: { figure: { value: null, n: 0 }, open: 0 },
    });
  });
});
