// How many tests did a runner run, and how did they end?
import { existsSync, readFileSync } from "node:fs";

const none = { passed: 0, failed: 0, skipped: 0 };

/** A file that could not even be loaded has no failed test in it: it counts as one. */
export function countVitest(file) {
  if (!existsSync(file)) return none;
  const report = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What fails outside a test (a server that does not start, a file that does not load) counts as one failure each. */
export function countPlaywright(file) {
  if (!existsSync(file)) return none;
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
