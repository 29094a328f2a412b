// How many tests did this script's runners run in all?
import { StepFailure } from "./steps.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };

/** Adds a runner's tests to the total, also where it fails. A runner that finds no test has not passed any. */
export async function counted(run, count) {
  const failure = await run.then(
    () => undefined,
    (error) => error,
  );
  const { passed, failed, skipped } = count();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failure !== undefined) throw failure;
  if (failed > 0) throw new StepFailure(`The runner reports ${failed} failed, yet ended well.`);
  if (passed === 0) throw new StepFailure("No test was run.");
  return `${passed} passed`;
}

/** The last line, where any test was run. */
export function sayTotal() {
  if (total.passed + total.failed === 0) return;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
}
