import { expect, it } from 'vitest';
import { csvOf } from '../../src/actions/exportCases.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1', "'+49 30 1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['-cmd|x', "'-cmd|x"],
  ['-0.1708', '-0.1708'],
  ['-12', '-12'],
  ['-1e-7', '-1e-7'],
])('a file holds %s so that a spreadsheet runs nothing and numbers stay numbers', async (given, written) => {
  const text = await csvOf({ fields: ['a'], data: [[given]] });
  expect(text.split('\r\n')[1]?.replace(/^"|"$/g, '')).toBe(written);
});
