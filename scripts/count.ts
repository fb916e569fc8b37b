/** Counts passed and failed tests from the JSON reports of Vitest and Playwright. */
import * as v from 'valibot';

export interface Count {
  passed: number;
  failed: number;
}

export function sum(counts: Count[]): Count {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of counts) {
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

const VitestReport = v.object({
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * A file that failed before or beside its tests (a broken import, a failing hook) counts as one failed test;
 * skipped tests count as neither.
 * @throws when the report is not Vitest's.
 */
export function countVitest(report: unknown): Count {
  const { testResults } = v.parse(VitestReport, report);
  return sum(
    testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === 'passed').length;
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      return { passed, failed: status === 'failed' && failed === 0 ? 1 : failed };
    }),
  );
}

interface Suite {
  specs?: { tests: { expectedStatus: string; status: string }[] }[] | undefined;
  suites?: Suite[] | undefined;
}

const PlaywrightTest = v.object({ expectedStatus: v.string(), status: v.string() });

const PlaywrightSuite: v.GenericSchema<Suite> = v.object({
  specs: v.optional(v.array(v.object({ tests: v.array(PlaywrightTest) }))),
  suites: v.optional(v.array(v.lazy(() => PlaywrightSuite))),
});

const PlaywrightReport = v.object({ suites: v.array(PlaywrightSuite), errors: v.array(v.unknown()) });

/**
 * A test that was meant to run and did not (a time limit, a dead worker) counts as failed, as does each error
 * outside of tests.
 * @throws when the report is not Playwright's.
 */
export function countPlaywright(report: unknown): Count {
  const { suites, errors } = v.parse(PlaywrightReport, report);
  return sum([{ passed: 0, failed: errors.length }, ...suites.map(countSuite)]);
}

function countSuite({ specs = [], suites = [] }: Suite): Count {
  const tests = specs.flatMap((spec) => spec.tests).filter((test) => test.expectedStatus !== 'skipped');
  const passed = tests.filter((test) => test.status === 'expected').length;
  return sum([{ passed, failed: tests.length - passed }, ...suites.map(countSuite)]);
}
