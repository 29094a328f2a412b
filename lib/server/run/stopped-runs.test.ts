import { afterEach, expect, test } from "vitest";
import {
  messageEvents,
  type ProviderStub,
  type StubAnswer,
  sse,
  startProviderStub,
  streamAnswer,
  toolUse,
} from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";

let stub: ProviderStub;
afterEach(() => stub.close());

async function stopAfter(ms: number, answers: readonly StubAnswer[]) {
  stub = await startProviderStub(answers);
  let stoppedAt = 0;
  const run = await recordRun(
    stub.baseURL,
    { prompt: "Go" },
    {
      during: (running) => {
        setTimeout(() => {
          stoppedAt = performance.now();
          running.stop();
          running.stop();
        }, ms);
      },
    },
  );
  expect(performance.now() - stoppedAt).toBeLessThan(1_000);
  expect(run.end.outcome).toBe("stopped");
  return run;
}

test("stop in the middle of a stream closes the provider's socket and keeps what arrived", async () => {
  const events = messageEvents([{ type: "text", text: "Half an ans" }], "end_turn");
  const { of } = await stopAfter(150, [streamAnswer(sse(events.slice(0, 3)), () => undefined)]);
  await stub.aborted;
  expect(JSON.stringify(of("response-chunk"))).toContain("Half an ans");
});

test("stop before any response closes the socket too", async () => {
  const { of } = await stopAfter(100, [() => undefined]);
  await stub.aborted;
  expect(of("request-error")).toHaveLength(1);
});

test("stop ends running tools and sends nothing more", async () => {
  const calls = [toolUse("toolu_a", "wait", { seconds: 30 }), toolUse("toolu_b", "wait", { seconds: 30 })];
  const { of } = await stopAfter(200, [streamAnswer(sse(messageEvents(calls, "tool_use")))]);
  expect(of("tool-call-end").map((event) => event.result.isError)).toEqual([true, true]);
  expect(stub.received).toHaveLength(1);
});

test("stop ends the wait between two attempts", async () => {
  const busy: StubAnswer = (response) => {
    response.writeHead(529, { "content-type": "application/json", "retry-after": "30" });
    response.end(
      JSON.stringify({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } }),
    );
  };
  await stopAfter(150, [busy]);
  expect(stub.received).toHaveLength(1);
});
