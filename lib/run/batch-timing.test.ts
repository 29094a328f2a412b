import { describe, expect, it } from "vitest";
import { batchTiming } from "./batch-timing";
import type { Batch, Run } from "./run";
import { createEventBuilder } from "./testing/event-builder";

function openBatch() {
  return createEventBuilder().turn().request().reply({ stopReason: "tool_use" }).at(100).batch();
}

function batchOf(run: Run): Batch {
  const batch = run.turns[0]?.batch;
  if (batch == null) throw new Error("the run has no batch");
  return batch;
}

describe("the timing of a batch", () => {
  it("sets wall time against the sum of the calls", () => {
    const log = openBatch().call("a").call("b").call("c").call("d");
    log.at(600).endCall("a").at(700).endCall("c").at(800).endCall("b").at(900).endCall("d");
    expect(batchTiming(batchOf(log.run()), 5_000)).toEqual({
      calls: 4,
      wallMs: 800,
      summedMs: 2_600,
      waitedMs: 0,
      speedUp: 3.25,
      peakOverlap: 4,
      running: 0,
      slowest: { toolCallId: "d", name: "get_weather", ms: 800 },
    });
  });

  it("finds no overlap where one call starts in the instant another ends", () => {
    const log = openBatch().call("a").at(200).endCall("a").call("b").at(300).endCall("b");
    expect(batchTiming(batchOf(log.run()), 0)).toMatchObject({ wallMs: 200, speedUp: 1, peakOverlap: 1 });
  });

  it("measures running calls up to now", () => {
    const log = openBatch().call("a").at(150).call("b").at(250).endCall("a");
    const batch = batchOf(log.soFar());
    expect(batchTiming(batch, 350)).toMatchObject({ wallMs: 250, summedMs: 350, peakOverlap: 2, running: 1 });
    expect(batchTiming(batch, 0)).toMatchObject({ wallMs: 150, summedMs: 150 });
  });

  it("keeps what waits for a person apart", () => {
    // a runs 100 to 300; b runs 100 to 150, waits until 1,150, runs until 1,250.
    const log = openBatch().call("a").call("b").at(150).pause("p", "b").at(300).endCall("a");
    expect(batchTiming(batchOf(log.soFar()), 500)).toMatchObject({
      wallMs: 400,
      summedMs: 250,
      waitedMs: 200,
    });
    log.at(1_150).resume("p").at(1_250).endCall("b");
    expect(batchTiming(batchOf(log.run()), 0)).toMatchObject({
      wallMs: 1_150,
      summedMs: 350,
      waitedMs: 850,
      speedUp: 350 / 300,
      peakOverlap: 2,
      slowest: { toolCallId: "a", ms: 200 },
    });
  });

  it("is all zero before the first call", () => {
    expect(batchTiming(batchOf(openBatch().soFar()), 400)).toMatchObject({
      calls: 0,
      wallMs: 0,
      speedUp: 1,
      peakOverlap: 0,
      slowest: null,
    });
  });

  it("counts a call of no length as one, with nothing sped up", () => {
    expect(batchTiming(batchOf(openBatch().call("a").endCall("a").run()), 0)).toMatchObject({
      wallMs: 0,
      speedUp: 1,
      peakOverlap: 1,
    });
  });
});
