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
import { stopAfter } from "../testing/stop-after";

let stub: ProviderStub;
afterEach(() => stub.close());

async function stopped(ms: number, answers: readonly StubAnswer[]) {
  stub = await startProviderStub(answers);
  let wentOnMs = Number.POSITIVE_INFINITY;
  const run = await recordRun(
    stub.baseURL,
    { prompt: "Go" },
    {
      during: async (running) => {
        wentOnMs = await stopAfter(stub, running, ms);
      },
    },
  );
  expect(wentOnMs).toBeLessThan(1_000);
  expect(run.end.outcome).toBe("stopped");
  return run;
}

test("stop in the middle of a stream closes the provider's socket and keeps what arrived", async () => {
  const events = messageEvents([{ type: "text", text: "Half an ans" }], "end_turn");
  const { of } = await stopped(150, [streamAnswer(sse(events.slice(0, 3)), () => undefined)]);
  await stub.aborted;
  expect(JSON.stringify(of("response-chunk"))).toContain("Half an ans");
});

test("stop before any response closes the socket too", async () => {
  const { of } = await stopped(100, [() => undefined]);
  await stub.aborted;
  expect(of("request-error")).toHaveLength(1);
});

test("stop ends running tools and sends nothing more", async () => {
  const calls = [toolUse("toolu_a", "wait", { seconds: 30 }), toolUse("toolu_b", "wait", { seconds: 30 })];
  const { of } = await stopped(200, [streamAnswer(sse(messageEvents(calls, "tool_use")))]);
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
  await stopped(150, [busy]);
  expect(stub.received).toHaveLength(1);
});
