// How does a test stop a run?
import type { RunningRun } from "../run/execute-run";
import type { ProviderStub } from "./provider-stub";

/**
 * Stops a run, twice as a person in a hurry would.
 *
 * @param ms how long after its first request
 * @returns how long it went on, in milliseconds
 */
export async function stopAfter(stub: ProviderStub, run: RunningRun, ms: number): Promise<number> {
  await stub.asked;
  await new Promise((resolve) => setTimeout(resolve, ms));
  const stoppedAt = performance.now();
  run.stop();
  run.stop();
  await run.done;
  return performance.now() - stoppedAt;
}
