import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/protocol/json-object";
import type { Run } from "./run";
import { createEventBuilder, toolUse } from "./testing/event-builder";
import { turnCard } from "./transcript-view";

const start = { type: "message_start", message: { type: "message", content: [] } };
const opened = (index: number, content_block: JsonObject) => ({
  type: "content_block_start",
  index,
  content_block,
});
const delta = (index: number, change: JsonObject) => ({ type: "content_block_delta", index, delta: change });
const closed = (index: number) => ({ type: "content_block_stop", index });

function cardOf(run: Run) {
  const turn = run.turns[0];
  if (turn === undefined) throw new Error("the run has no turn");
  return turnCard(turn);
}

function streaming(...events: JsonObject[]) {
  return createEventBuilder()
    .turn()
    .request()
    .responseStart()
    .chunk(start, ...events);
}

function callsOf(run: Run) {
  return cardOf(run).blocks.flatMap((block) => (block.kind === "calls" ? block.calls : []));
}

describe("the card of a turn", () => {
  it("says how much a request carried and what is new in it", () => {
    const body = { model: "m", messages: [{ role: "user", content: "hi" }] };
    const line = cardOf(createEventBuilder().turn().request({ body }).soFar()).requests[0];
    expect(line).toMatchObject({
      method: "POST",
      path: "/simulator/v1/messages",
      newMessages: 1,
      headerCount: 1,
      bytes: JSON.stringify(body).length,
      state: "waiting",
      waitBeforeMs: null,
    });
  });

  it("says since when the next attempt is waited for, and not once it is there", () => {
    const failed = createEventBuilder().turn().request().at(20).responseStart(529).responseEnd();
    expect(cardOf(failed.soFar()).retryWait).toEqual({ since: 20, asked: null });
    expect(cardOf(failed.at(900).request({ attempt: 2 }).soFar()).retryWait).toBeNull();
  });

  it("lists failed attempts with their status and the wait after them", () => {
    const log = createEventBuilder().turn().request().at(20).responseStart(529);
    log.responseEnd({ body: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } });
    const requests = cardOf(log.at(520).request({ attempt: 2 }).soFar()).requests;
    expect(requests).toMatchObject([
      { status: 529, state: "failed", problem: "overloaded_error: Overloaded" },
      { attempt: 2, state: "waiting", waitBeforeMs: 500 },
    ]);
  });

  it("shows text and thinking as they arrive", () => {
    const log = streaming(
      opened(0, { type: "thinking", thinking: "" }),
      delta(0, { type: "thinking_delta", thinking: "Hm." }),
      closed(0),
      opened(1, { type: "text", text: "" }),
      delta(1, { type: "text_delta", text: "  Let me" }),
    );
    expect(cardOf(log.soFar()).blocks).toEqual([
      { kind: "thinking", key: "0", text: "Hm.", redacted: false, streaming: false },
      { kind: "text", key: "1", text: "  Let me", streaming: true },
    ]);
  });

  it("never drops a kind of block it does not know", () => {
    const block = { type: "hologram", shape: "cube" };
    const [view] = cardOf(streaming(opened(0, block), closed(0)).soFar()).blocks;
    expect(view).toMatchObject({ kind: "server", type: "hologram", json: JSON.stringify(block, null, 2) });
  });

  it("follows a call from its arriving input to its result", () => {
    const log = streaming(
      opened(0, toolUse("a")),
      delta(0, { type: "input_json_delta", partial_json: '{"location": "Par' }),
    );
    expect(callsOf(log.soFar())).toMatchObject([{ state: "arriving", inputText: '{"location": "Par' }]);
    log.chunk(delta(0, { type: "input_json_delta", partial_json: 'is"}' }), closed(0));
    expect(callsOf(log.soFar())).toMatchObject([{ state: "ready", summary: "Paris" }]);
    log.responseEnd().batch().call("a", "get_weather", { location: "Paris" });
    expect(callsOf(log.soFar())).toMatchObject([{ state: "running" }]);
    expect(callsOf(log.pause("p", "a").soFar())).toMatchObject([{ state: "waiting" }]);
    log.resume("p");
    expect(callsOf(log.endCall("a", { isError: true }).soFar())).toMatchObject([{ state: "failed" }]);
  });

  it("groups neighbouring calls and keeps the order of what stands between them", () => {
    const log = streaming(
      ...[toolUse("a"), toolUse("b"), { type: "text", text: "and" }, toolUse("c")].flatMap((block, index) => [
        opened(index, block),
        closed(index),
      ]),
    );
    expect(
      cardOf(log.soFar()).blocks.map((block) => (block.kind === "calls" ? block.calls.length : block.kind)),
    ).toEqual([2, "text", 1]);
  });

  it("says of a call that was cut that it was not run", () => {
    expect(callsOf(streaming(opened(0, toolUse("a"))).run())).toMatchObject([
      { state: "not-run", call: null },
    ]);
  });

  it("tells apart two calls to which the provider gave one id", () => {
    const log = streaming(
      opened(0, toolUse("a")),
      closed(0),
      opened(1, toolUse("a")),
      closed(1),
    ).responseEnd();
    log.batch().call("a").call("a#2").endCall("a#2");
    expect(callsOf(log.soFar()).map((call) => call.state)).toEqual(["running", "done"]);
  });
});
