// How does a run end that is stopped, and how soon do its connections?
import { expect, onTestFinished, type TestContext } from "vitest";
import type { RunRequestInput } from "@/lib/protocol/run-request";
import type { FullListener } from "./full-listener";
import { type StubAnswer, startProviderStub } from "./provider-stub";
import { recordRun } from "./recorded-run";
import { stopAfter } from "./stop-after";

const now = () => performance.now();

/** For the scorecard: how long after Stop the socket closed, in milliseconds. */
export function note({ task }: TestContext, ms: number) {
  Object.assign(task.meta, { stopToClosedMs: [ms] });
}

/**
 * Carries out a run, stops it, and checks that it ended at once, as stopped, after its only request.
 *
 * @param ms how long after that request
 */
export async function stopped(
  ms: number,
  answers: readonly StubAnswer[],
  fields: Partial<RunRequestInput> = {},
  options: Parameters<typeof recordRun>[2] = {},
) {
  const provided = await startProviderStub(answers);
  onTestFinished(provided.close);
  let stoppedAt = 0;
  let wentOnMs = Number.POSITIVE_INFINITY;
  const { provider: _, ...rest } = fields;
  const run = await recordRun(
    provided.baseURL,
    { prompt: "Go", ...rest },
    {
      ...options,
      during: async (running) => {
        wentOnMs = await stopAfter(provided, running, ms);
        stoppedAt = performance.now() - wentOnMs;
        // After the end it is as harmless as the second time.
        running.stop();
      },
    },
  );
  expect(wentOnMs).toBeLessThan(1_000);
  expect(run.end.outcome).toBe("stopped");
  expect(run.of("run-end")).toHaveLength(1);
  expect(provided.received).toHaveLength(1);
  return { ...run, stoppedAt, connections: provided.connections };
}

/** @returns how long after the stop the other side saw its connection close, in milliseconds */
export async function closedAfter(aborted: Promise<number>, stoppedAt: number): Promise<number> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("the socket stayed open")), 1_000).unref(),
  );
  return Math.max(0, (await Promise.race([aborted, late])) - stoppedAt);
}
/** @returns how long after `stoppedAt` nothing was on its way any more, as the kernel counts, in milliseconds */
export async function gaveUpAfter(listener: FullListener, stoppedAt: number): Promise<number> {
  while (listener.connecting() > 0) {
    if (now() - stoppedAt > 1_000) throw new Error("it still connects");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return now() - stoppedAt;
}
