import { expect, test } from 'vitest';
import { countPlaywright, countVitest, sum } from '../../scripts/count.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((s) => ({ status: s })),
});
const spec = (status: string, expectedStatus = 'passed') => ({ tests: [{ status, expectedStatus }] });

test('unit tests are counted over all files', () => {
  const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1 });
});

test('a unit test file that could not be loaded counts as one failure', () => {
  expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
});

test('a file whose tests passed and whose hook failed counts as a failure', () => {
  expect(countVitest({ testResults: [file('failed', 'passed')] })).toEqual({ passed: 1, failed: 1 });
});

test('skipped unit tests count as neither', () => {
  expect(countVitest({ testResults: [file('passed', 'passed', 'pending', 'todo')] })).toEqual({
    passed: 1,
    failed: 0,
  });
});

test('stories are counted through nested suites', () => {
  const report = {
    errors: [],
    suites: [{ specs: [spec('expected')], suites: [{ specs: [spec('expected'), spec('unexpected')] }] }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 2, failed: 1 });
});

test('a story that should have run and did not counts as a failure, a skipped one does not', () => {
  const report = {
    errors: [],
    suites: [{ specs: [spec('skipped'), spec('skipped', 'skipped'), spec('flaky')] }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 0, failed: 2 });
});

test('an error outside of the stories counts as a failure', () => {
  expect(countPlaywright({ errors: [{ message: 'no tests found' }], suites: [] })).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a report of another shape is refused', () => {
  expect(() => countVitest({})).toThrow();
  expect(() => countPlaywright([])).toThrow();
});

test('counts add up', () => {
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
