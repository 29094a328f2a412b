import { describe, expect, it } from "vitest";
import type { RunConfig } from "@/lib/protocol/run-config";
import { createEventBuilder } from "./testing/event-builder";
import { timeSaved } from "./time-saved";

const oneCall = { toolChoice: { type: "auto", disable_parallel_tool_use: true } };

function runOf(ms: number, config: Partial<RunConfig> = {}) {
  return createEventBuilder({ prompt: "Weather in Paris and Rome?", ...config })
    .turn()
    .request()
    .at(ms)
    .reply()
    .run();
}

describe("the time saved by calls at the same time", () => {
  it("is told against each other order, in milliseconds and percent of the slower run", () => {
    const runs = [runOf(400), runOf(1_000, { execution: "sequential" }), runOf(1_600, oneCall)];
    expect(timeSaved(runs)).toEqual({
      column: 0,
      ms: 400,
      others: [
        { column: 1, order: "sequential", ms: 1_000, savedMs: 600, percent: 60 },
        { column: 2, order: "one-a-turn", ms: 1_600, savedMs: 1_200, percent: 75 },
      ],
    });
  });

  it("may be none: a slower parallel run is told as it was", () => {
    const [other] = timeSaved([runOf(500, { execution: "sequential" }), runOf(600)])?.others ?? [];
    expect(other).toMatchObject({ savedMs: -100, percent: -20 });
  });

  it("is not told of another prompt, of two parallel runs, or of a run that goes on", () => {
    expect(timeSaved([runOf(1), runOf(2, { prompt: "else", execution: "sequential" })])).toBeNull();
    expect(timeSaved([runOf(1), runOf(2)])).toBeNull();
    expect(timeSaved([runOf(1), null])).toBeNull();
    const going = createEventBuilder({ prompt: "Weather in Paris and Rome?" }).turn().request().soFar();
    expect(timeSaved([going, runOf(2, { execution: "sequential" })])).toBeNull();
  });
});
