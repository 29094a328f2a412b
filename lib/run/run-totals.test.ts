import { describe, expect, it } from "vitest";
import { runTotals } from "./run-totals";
import { createEventBuilder } from "./testing/event-builder";

function twoTurns() {
  return createEventBuilder()
    .turn()
    .request({ body: { messages: [{ role: "user", content: "hi" }] } })
    .responseStart(529)
    .responseEnd({ body: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } })
    .request({ attempt: 2, body: { messages: [{ role: "user", content: "hi" }] } })
    .reply({
      usage: {
        input_tokens: 100,
        output_tokens: 20,
        cache_read_input_tokens: 40,
        cache_creation_input_tokens: 8,
      },
    })
    .batch()
    .call("a")
    .call("b")
    .endCall("a", { isError: true });
}

describe("the totals of a run", () => {
  it("count turns, requests, retries and calls", () => {
    const totals = runTotals(twoTurns().soFar(), 0);
    expect(totals).toMatchObject({
      turns: 1,
      requests: 2,
      retries: 1,
      calls: 2,
      runningCalls: 1,
      failedCalls: 1,
    });
  });

  it("add up tokens over requests, attempts without usage counting as nothing", () => {
    const log = twoTurns().endCall("b").endBatch().endTurn().turn().request();
    const run = log.reply({ usage: { input_tokens: 150, output_tokens: 5 } }).run();
    expect(runTotals(run, 0)).toMatchObject({
      inputTokens: 250,
      outputTokens: 25,
      cacheReadTokens: 40,
      cacheWriteTokens: 8,
    });
  });

  it("add up the bytes of bodies as sent, though the log holds deltas", () => {
    const bytes = JSON.stringify({ messages: [{ role: "user", content: "hi" }] }).length;
    expect(runTotals(twoTurns().soFar(), 0).bytesSent).toBe(2 * bytes);
  });

  it("let the duration follow the clock while the run goes on and stay with the end afterwards", () => {
    const log = twoTurns().at(900);
    expect(runTotals(log.soFar(), 1_500).durationMs).toBe(1_500);
    expect(runTotals(log.run(), 5_000).durationMs).toBe(900);
  });
});
