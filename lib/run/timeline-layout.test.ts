import { describe, expect, it } from "vitest";
import { reduceRun } from "./reduce-run";
import { createEventBuilder, toolUse } from "./testing/event-builder";
import { batchText, rowName, rowSpan, timelineRows } from "./timeline-layout";

/** Request 0 to 300 ms (first chunk at 120), two overlapping calls, a second request that is still waiting. */
function parallelRun() {
  const log = createEventBuilder().turn().request().at(80).responseStart();
  log.at(120).chunk({ type: "message_start", message: { content: [toolUse("a"), toolUse("b")] } });
  log.at(300).responseEnd().at(312).batch();
  log.call("a", "get_weather", { location: "San Francisco" }).call("b", "get_time", { zone: "CET" });
  log.at(712).endCall("b").at(812).endCall("a", { isError: true }).endBatch().endTurn();
  return log.at(830).turn().request();
}

const shape = (run: Parameters<typeof timelineRows>[0]) =>
  timelineRows(run).map(({ kind, id, label, detail }) => [kind, id, label, detail]);

describe("the rows of the timeline", () => {
  it("are a turn's requests, its batch, and one row per call", () => {
    expect(shape(parallelRun().soFar())).toEqual([
      ["request", "request-1", "Turn 1", ""],
      ["batch", "batch-1", "Batch", "2 calls"],
      ["call", "a", "get_weather", "San Francisco"],
      ["call", "b", "get_time", "CET"],
      ["request", "request-2", "Turn 2", ""],
    ]);
  });

  it("split a request into waiting and streaming at its first chunk", () => {
    const rows = timelineRows(parallelRun().soFar());
    expect(rows[0]?.parts).toEqual([
      { phase: "waiting", from: 0, to: 120 },
      { phase: "streaming", from: 120, to: 300 },
    ]);
    expect(rows[4]?.parts).toEqual([{ phase: "waiting", from: 830, to: null }]);
  });

  it("draw every attempt as its own bar and the wait before a retry as a gap", () => {
    const log = createEventBuilder().turn().request().at(50).responseStart(529);
    log.responseEnd({ body: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } });
    const rows = timelineRows(log.at(550).request({ attempt: 2 }).soFar());
    expect(rows.map((row) => row.detail)).toEqual(["", "attempt 2"]);
    expect(rows[0]).toMatchObject({ failed: true, problem: "overloaded_error: Overloaded" });
    expect(rows[1]?.gap).toEqual({ from: 50, to: 550, isRetryWait: true });
  });

  it("show the loop's own time between the end of a batch and the next request", () => {
    expect(timelineRows(parallelRun().soFar())[4]?.gap).toEqual({ from: 812, to: 830, isRetryWait: false });
  });

  it("let calls start while the reply still streams", () => {
    const log = createEventBuilder().turn().request().responseStart().at(10).chunk({ type: "ping" });
    log.batch().call("a").at(30).endCall("a").at(90).responseEnd();
    const [request, , call] = timelineRows(log.run());
    expect(request?.parts.at(-1)).toMatchObject({ from: 10, to: 90 });
    expect(call?.parts).toEqual([{ phase: "calling", from: 10, to: 30 }]);
  });
});

describe("a call that waits for a person", () => {
  const waiting = () => createEventBuilder().turn().batch().call("a", "ask").at(40).pause("p", "a");

  it("is hatched while it waits, and named so", () => {
    const row = timelineRows(waiting().soFar())[1];
    expect(row?.parts).toEqual([
      { phase: "calling", from: 0, to: 40 },
      { phase: "person", from: 40, to: null },
    ]);
    expect(row && rowName(row, 2_040)).toBe("ask, 0 ms to now, 2.04 s, waiting for a person");
  });

  it("runs before and after", () => {
    const run = waiting().at(1_040).resume("p").at(1_100).endCall("a").run();
    expect(timelineRows(run)[1]?.parts).toEqual([
      { phase: "calling", from: 0, to: 40 },
      { phase: "person", from: 40, to: 1_040 },
      { phase: "calling", from: 1_040, to: 1_100 },
    ]);
    const batch = run.turns[0]?.batch;
    expect(batch && batchText(batch, 0)).toBe("1 call · wall 1.10 s · waited 1.00 s for a person");
  });
});

describe("the rows of a long run", () => {
  it("are the same objects for turns that did not change", () => {
    const log = parallelRun();
    const before = log.soFar();
    const after = log.at(900).responseStart().events().reduce(reduceRun, before);
    const [old, fresh] = [timelineRows(before), timelineRows(after)];
    expect(fresh.slice(0, 4).every((row, index) => row === old[index])).toBe(true);
    expect(fresh[4]).not.toBe(old[4]);
  });
});

describe("a row in words", () => {
  it("names the call, its input and its times", () => {
    const rows = timelineRows(parallelRun().soFar());
    expect(rows.map((row) => rowName(row, 1_000))).toEqual([
      "Turn 1, 0 ms to 300 ms, 300 ms",
      "Batch 2 calls, 312 ms to 812 ms, 500 ms",
      "get_weather San Francisco, 312 ms to 812 ms, 500 ms, failed",
      "get_time CET, 312 ms to 712 ms, 400 ms",
      "Turn 2, 830 ms to now, 170 ms, running",
    ]);
  });

  it("grows with the clock while it is running and never ends before it began", () => {
    const open = timelineRows(parallelRun().soFar())[4];
    if (open === undefined) throw new Error("there is no open request");
    expect(rowSpan(open, 1_030)).toEqual({ from: 830, to: 1_030, running: true });
    expect(rowSpan(open, 100)).toEqual({ from: 830, to: 830, running: true });
  });

  it("says what running at the same time saved", () => {
    const batch = parallelRun().run().turns[0]?.batch;
    if (batch == null) throw new Error("there is no batch");
    expect(batchText(batch, 0)).toBe("2 calls · wall 500 ms · summed 900 ms · 1.8x · peak 2");
  });

  it("claims no speed-up for a single call", () => {
    const log = createEventBuilder().turn().request().reply().batch().call("a").at(40).endCall("a");
    const batch = log.run().turns[0]?.batch;
    if (batch == null) throw new Error("there is no batch");
    expect(batchText(batch, 0)).toBe("1 call · wall 40 ms");
  });
});
