import { expect, test } from 'vitest';
import { absolute, formatTable, isOver, median, relative } from './rows.ts';

test('a row with a floor is judged by its ratio', () => {
  const row = relative('ticket-open', 'ms', { value: 150, floor: 100, n: 10 }, 1.5);
  expect(row).toEqual({
    name: 'ticket-open',
    value: 150,
    unit: 'ms',
    floor: 100,
    ratio: 1.5,
    budget: 1.5,
    n: 10,
  });
  expect(isOver(row)).toBe(false);
  expect(isOver({ ...row, ratio: 1.51 })).toBe(true);
});

test('a row without a floor is judged by its value', () => {
  expect(isOver(absolute('bucket-click-calls', 'calls', 2, 2))).toBe(false);
  expect(isOver(absolute('bucket-click-calls', 'calls', 3, 2))).toBe(true);
});

test('a floor of nothing is refused', () => {
  expect(() => relative('x', 'ms', { value: 1, floor: 0, n: 1 }, 1)).toThrow(
    'x: the floor was not measured.',
  );
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow('no median');
});

test('the table marks what is over its budget', () => {
  const rows = [absolute('a', 'calls', 5, 4), relative('b', 'ms', { value: 10.26, floor: 10, n: 3 }, 1.5)];
  expect(formatTable(rows).split('\n')).toEqual([
    'row  value    floor  ratio  budget         n',
    'a    5 calls  -      -      ≤ 4 calls      1  OVER',
    'b    10.3 ms  10     1.03   ≤ 1.5 × floor  3  ok',
  ]);
});
