import { describe, expect, it } from "vitest";
import type { RunEvent } from "@/lib/protocol/run-event";
import { findCall, findRequest, reduceRun, runOf } from "./reduce-run";
import { emptyRun } from "./run";
import { createEventBuilder, toolResults, toolUse } from "./testing/event-builder";
import { headerSet } from "./testing/example-headers";

const asked = { role: "user", content: "hi" };

/** A retried first request, a batch of two that ends out of order, a second turn that streams. */
function exampleLog(): RunEvent[] {
  const calls = [toolUse("a"), toolUse("b")];
  const log = createEventBuilder()
    .at(1)
    .turn()
    .request({ body: { system: "s", messages: [asked] } });
  log.at(5).requestError({ code: "provider-unreachable", message: "refused" });
  log
    .at(10)
    .request({ attempt: 2, body: { system: "s", messages: [asked] }, wire: headerSet(["Host", "h"]) });
  log.at(20).reply({ content: calls, stopReason: "tool_use" }).batch().call("a").at(22).call("b");
  log.emit({ type: "tool-call-log", toolCallId: "b", line: "looking" });
  log.at(30).endCall("b", { content: "no", isError: true }).at(40).endCall("a").endBatch().endTurn().turn();
  log.request({
    body: { system: "s", messages: [asked, { role: "assistant", content: calls }, toolResults("a", "b")] },
  });
  log
    .at(50)
    .responseStart()
    .chunk({ type: "message_start", message: { content: [] } });
  log.at(60).chunk({ type: "content_block_start", index: 0, content_block: { type: "text", text: "ok" } });
  return log.at(70).log();
}

describe("the run that a log describes", () => {
  const run = runOf(exampleLog());

  it("has a request per attempt in its turn, failed ones with their cause", () => {
    expect(run.turns.map((turn) => turn.requests.map((request) => request.requestId))).toEqual([
      ["request-1", "request-2"],
      ["request-3"],
    ]);
    expect(findRequest(run, "request-1")).toMatchObject({
      errorAt: 5,
      response: null,
      error: { code: "provider-unreachable" },
    });
  });

  it("keeps the header set of every point a request was seen at", () => {
    expect(Object.keys(findRequest(run, "request-2")?.headerSets ?? {})).toEqual(["fetch", "wire"]);
  });

  it("puts whole bodies together from deltas, across attempts and turns", () => {
    expect(findRequest(run, "request-2")?.body).toEqual({ system: "s", messages: [asked] });
    expect(findRequest(run, "request-3")?.body).toMatchObject({
      system: "s",
      messages: [asked, { role: "assistant" }, { role: "user" }],
    });
  });

  it("gives each call its own times, result and log", () => {
    expect(findCall(run, "b")).toMatchObject({
      startAt: 22,
      endAt: 30,
      result: { content: "no", isError: true },
      log: [{ at: 22, line: "looking" }],
    });
    expect(findCall(run, "a")).toMatchObject({ startAt: 20, endAt: 40, log: [] });
    expect(run.turns[0]?.batch).toMatchObject({ startAt: 20, endAt: 40 });
  });

  it("tells when the first content of a stream arrived and how many events it had", () => {
    expect(findRequest(run, "request-3")?.response).toMatchObject({
      startAt: 50,
      firstChunkAt: 50,
      endAt: 70,
      eventCount: 2,
    });
  });

  it("ends once, with the log's last event", () => {
    expect(run.end).toMatchObject({ outcome: "completed", at: 70 });
    expect([run.lastSeq, run.lastAt]).toEqual([exampleLog().length - 1, 70]);
  });

  it("finds nothing under an id that is not there", () => {
    expect([findRequest(run, "nope"), findCall(run, "nope")]).toEqual([undefined, undefined]);
  });
});

describe("folding", () => {
  it("changes nothing for an event that was folded in before, so a reconnect may repeat", () => {
    const events = exampleLog();
    const once = runOf(events);
    expect(events.reduce(reduceRun, once)).toBe(once);
  });

  it("gives the same run in one go, event by event, and after a stop at any point", () => {
    const events = exampleLog();
    const whole = runOf(events);
    for (const cut of [1, 7, 15, events.length - 1]) {
      expect(events.slice(cut).reduce(reduceRun, runOf(events.slice(0, cut)))).toEqual(whole);
    }
  });

  it("leaves the run before untouched and shares the turns that did not change", () => {
    const events = exampleLog();
    const before = runOf(events.slice(0, -1));
    const copy = structuredClone(before);
    const last = events.at(-1);
    if (last === undefined) throw new Error("the log is empty");
    const after = reduceRun(before, last);
    expect(before).toEqual(copy);
    expect(after.turns[0]).toBe(before.turns[0]);
  });

  it("takes the error of a body and of a stream alike", () => {
    const error = { type: "error", error: { type: "overloaded_error", message: "Overloaded" } };
    const inBody = createEventBuilder()
      .turn()
      .request()
      .responseStart(529)
      .responseEnd({ body: error })
      .run();
    const inStream = createEventBuilder().turn().request().responseStart().chunk(error).responseEnd().run();
    for (const run of [inBody, inStream]) {
      expect(findRequest(run, "request-1")?.response?.providerError).toEqual(error.error);
    }
  });

  it("keeps an answer that is neither message nor JSON as its text", () => {
    const log = createEventBuilder().turn().request().responseStart(502);
    const run = log
      .responseEnd({ text: "<html>", error: { code: "unexpected-content", message: "HTML" } })
      .run();
    expect(findRequest(run, "request-1")?.response).toMatchObject({ text: "<html>", message: null });
  });

  it("opens and closes pauses", () => {
    const log = createEventBuilder().turn().batch().call("a").at(3).pause("p", "a", "Sure?");
    expect(log.soFar().turns[0]?.batch?.calls[0]?.waits).toEqual([{ pauseId: "p", from: 3, to: null }]);
    const run = log.at(9).resume("p", { type: "approve" }).run();
    expect(run.pauses).toEqual([
      {
        pauseId: "p",
        waitsFor: "answer",
        toolCallId: "a",
        question: "Sure?",
        startAt: 3,
        endAt: 9,
        decidedBy: "person",
        decision: { type: "approve" },
      },
    ]);
    expect(run.turns[0]?.batch?.calls[0]?.waits).toEqual([{ pauseId: "p", from: 3, to: 9 }]);
  });

  it("starts from a run with nothing in it", () => {
    expect(runOf([])).toBe(emptyRun);
  });
});
