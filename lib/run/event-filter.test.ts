import { describe, expect, it } from "vitest";
import { filterEvents } from "./event-filter";
import { eventSummary } from "./event-summary";
import { createEventBuilder } from "./testing/event-builder";

function exampleLog() {
  const log = createEventBuilder().turn().request().observed("wire", []).responseStart();
  log.chunk({ type: "ping" }, { type: "content_block_delta" }, { type: "content_block_delta" }).responseEnd();
  log.batch().call("a", "get_weather", { location: "Paris" });
  return log.endCall("a", { content: "No such city", isError: true }).log();
}

const types = (family: string, text = "") =>
  filterEvents(exampleLog(), { family, text }).map((event) => event.type);

describe("the filter of the log", () => {
  it("lets everything through while it is empty", () => {
    expect(filterEvents(exampleLog(), { family: "", text: "  " })).toHaveLength(exampleLog().length);
  });

  it("keeps a family of events together", () => {
    expect(types("request")).toEqual(["request-start", "request-observed"]);
    expect(types("tool-call")).toEqual(["tool-call-start", "tool-call-end"]);
    expect(types("run")).toEqual(["run-start", "run-end"]);
  });

  it("looks for text in types and summaries, whatever its case, within the family", () => {
    expect(types("", "PARIS")).toEqual(["tool-call-start"]);
    expect(types("", "observed")).toEqual(["request-observed"]);
    expect(types("turn", "paris")).toEqual([]);
  });
});

describe("the summary of an event", () => {
  const summaries = Object.fromEntries(exampleLog().map((event) => [event.type, eventSummary(event)]));

  it("counts the kinds of stream events that came together", () => {
    expect(summaries["response-chunk"]).toBe("request-1 ping, content_block_delta ×2");
  });

  it("says what a call was asked and what it answered", () => {
    expect(summaries["tool-call-start"]).toBe("get_weather Paris (a)");
    expect(summaries["tool-call-end"]).toBe("error: No such city (a)");
  });

  it("says how the run ended", () => expect(summaries["run-end"]).toBe("completed, end_turn"));
});
