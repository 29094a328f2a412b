import { expect, test } from "vitest";
import type { RunEventBody } from "@/lib/protocol/run-event";
import { createTurns, type RequestTraits } from "./turns";

const message: RequestTraits = { addsNothing: false, countsTokens: false };
const again: RequestTraits = { ...message, addsNothing: true };
const count: RequestTraits = { ...message, countsTokens: true };

function turns() {
  const events: RunEventBody[] = [];
  const watched = createTurns((event) => events.push(event));
  const place = (request: RequestTraits) => {
    const { turnId, attempt } = watched.forRequest(request);
    return `${turnId}#${attempt}`;
  };
  return { ...watched, place, events };
}

test("a request that repeats the one before it, or follows a failed one, is another attempt", () => {
  const { place, requestFailed } = turns();
  expect([place(message), place(again), place(message)]).toEqual(["t1#1", "t1#2", "t2#1"]);
  requestFailed();
  expect(place(message)).toBe("t2#2");
});

test("counting tokens belongs to the turn it is about and is no attempt of its message", () => {
  const { place, forToolCall } = turns();
  expect([place(count), place(again)]).toEqual(["t1#1", "t1#1"]);
  forToolCall("toolu_a");
  expect([place(count), place({ ...again, countsTokens: true }), place(again)]).toEqual([
    "t2#1",
    "t2#2",
    "t2#1",
  ]);
});

test("a request after a batch opens the next turn and closes the batch first", () => {
  const { place, forToolCall, events } = turns();
  place(message);
  expect(forToolCall("toolu_a")).toEqual({ batchId: "b1", toolCallId: "toolu_a" });
  expect(forToolCall("toolu_a")).toEqual({ batchId: "b1", toolCallId: "toolu_a#2" });
  expect(place(again)).toBe("t2#1");
  expect(events.map((event) => event.type)).toEqual([
    "turn-start",
    "batch-start",
    "batch-end",
    "turn-end",
    "turn-start",
  ]);
});
