// Is every try of a failed request seen, and is nothing waited for without end? Case P36 of the public test plan.
import { afterEach, describe, expect, test } from "vitest";
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { busy, refusals } from "../testing/provider-faults";
import { type ProviderStub, startProviderStub } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { stopAfter } from "../testing/stop-after";
import { says } from "../testing/stub-replies";

let stub: ProviderStub | undefined;
afterEach(() => stub?.close());

const engines: [string, EngineChoice][] = [
  ["manual loop", { kind: "manual" }],
  ["tool runner", { kind: "tool-runner", thread: false }],
  ["AI SDK", { kind: "ai-sdk" }],
];
describe.each(engines)("P36 retries-visible, %s", (_name, engine) => {
  test.concurrent.each(refusals)(
    "%s: three tries, three requests in the log",
    async (_what, answer, status) => {
      const stub = await startProviderStub([answer]);
      const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
      await stub.close();
      expect(end).toMatchObject({ outcome: "failed", error: { status, retryable: true } });
      expect(of("request-start").map(({ turnId, attempt }) => [turnId, attempt])).toEqual([
        ["t1", 1],
        ["t1", 2],
        ["t1", 3],
      ]);
      expect(of("response-start").map((event) => event.status)).toEqual([status, status, status]);
      expect(stub.received).toHaveLength(3);
    },
  );

  test("the wait that is asked for is kept, and stands in the log between two tries", async () => {
    stub = await startProviderStub([busy({ "retry-after": "1" }), says("Here you are.")]);
    const { of, end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(end.outcome).toBe("completed");
    const [refused] = of("response-end");
    const again = of("request-start")[1];
    const waited = (again?.at ?? 0) - (refused?.at ?? 0);
    expect(waited).toBeGreaterThanOrEqual(990);
    expect(waited).toBeLessThan(3_000);
    expect(JSON.stringify(of("response-start")[0]?.headers)).toContain("retry-after");
  });

  test("a wait of an hour is not waited for: a clear error names it, in time", async () => {
    stub = await startProviderStub([busy({ "retry-after": "3600" })]);
    const started = performance.now();
    const { end } = await recordRun(stub.baseURL, { prompt: "Go", engine });
    expect(performance.now() - started).toBeLessThan(60_000);
    if (end.outcome !== "failed") throw new Error(`the run ended ${end.outcome}`);
    // The AI SDK does not keep to such a wait: it tries again after its own.
    if (engine.kind === "ai-sdk") expect(stub.received).toHaveLength(3);
    else {
      expect(stub.received).toHaveLength(1);
      expect(end.error.message).toContain("3,600 s");
    }
    expect(end.error).toMatchObject({ status: 529, retryable: true });
  });

  test("a stop during the wait ends the run within a second", async () => {
    const busyStub = await startProviderStub([busy({ "retry-after": "30" })]);
    stub = busyStub;
    let wentOnMs = Number.POSITIVE_INFINITY;
    const { end } = await recordRun(
      busyStub.baseURL,
      { prompt: "Go", engine },
      {
        during: async (run) => {
          wentOnMs = await stopAfter(busyStub, run, 150);
        },
      },
    );
    expect(end.outcome).toBe("stopped");
    expect(wentOnMs).toBeLessThan(1_000);
    expect(busyStub.received).toHaveLength(1);
  });
});
