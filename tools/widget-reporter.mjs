import { writeFileSync } from 'node:fs';

/** Writes `{ passed, failed }` to the file that `TEST_COUNTS_FILE` names, for the summary of `npm test`. */
export function countingReporter() {
  const file = process.env.TEST_COUNTS_FILE;
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of Array.from(sessions)) {
        const tests = session.testResults ? testsOf(session.testResults) : [];
        const failed = tests.filter((test) => !test.passed && !test.skipped).length;
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        // A file that does not load has no tests to fail.
        counts.failed += failed || (session.passed ? 0 : 1);
      }
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}

const testsOf = ({ tests, suites }) => [...tests, ...suites.flatMap(testsOf)];
