import { describe, expect, it } from "vitest";
import type { RunEvent } from "@/lib/protocol/run-event";
import { reduceRun, runOf } from "./reduce-run";
import { emptyRun } from "./run";
import { countUntil, createRunSnapshots } from "./run-snapshots";
import { createEventBuilder } from "./testing/event-builder";

function longLog(turns: number, chunks: number): readonly RunEvent[] {
  const builder = createEventBuilder();
  let at = 0;
  const next = (ms: number) => {
    at += ms;
    return at;
  };
  for (let turn = 0; turn < turns; turn += 1) {
    builder.at(next(5)).turn().request().responseStart();
    builder.chunk({ type: "message_start", message: { role: "assistant", content: [] } });
    builder.chunk({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } });
    for (let chunk = 0; chunk < chunks; chunk += 1)
      builder
        .at(next(1))
        .chunk({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "word " } });
    builder.responseEnd().endTurn();
  }
  return builder.log();
}

function noted(events: readonly RunEvent[]) {
  const snapshots = createRunSnapshots();
  let run = emptyRun;
  for (const event of events) {
    run = reduceRun(run, event);
    snapshots.note(run);
  }
  return snapshots;
}

describe("a run at any of its moments", () => {
  it("is what the reducer makes of the events until then, forwards, backwards and by leaps", () => {
    const events = longLog(8, 100);
    const snapshots = noted(events);
    const counts = [
      1,
      2,
      300,
      301,
      302,
      255,
      256,
      257,
      10,
      events.length,
      511,
      512,
      513,
      0,
      events.length - 1,
    ];
    for (const count of counts)
      expect(snapshots.after(events, count), String(count)).toEqual(runOf(events.slice(0, count)));
  });

  it("counts what had happened at a time, the first event at least", () => {
    const events = longLog(2, 3);
    for (const ms of [-1, 0, 4.9, 5, 5.1, 8, 1_000]) {
      const count = events.filter((event) => event.at <= ms).length;
      expect(countUntil(events, ms), String(ms)).toBe(Math.max(1, count));
    }
    expect(countUntil([], 5)).toBe(0);
  });

  it("is there within a frame in a log of 50,000 events", () => {
    const events = longLog(200, 250);
    expect(events.length).toBeGreaterThan(50_000);
    const snapshots = noted(events);
    const times = [0.9, 0.1, 0.5, 0.99, 0.3, 0.7, 0.01, 0.6, 0.2].map((part) => {
      const started = performance.now();
      snapshots.after(events, Math.floor(events.length * part));
      return performance.now() - started;
    });
    // The median: a machine that does other things at the same time stalls now and then.
    expect(times.sort((one, other) => one - other)[4]).toBeLessThan(16);
  });
});
