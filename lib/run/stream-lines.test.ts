import { expect, it } from "vitest";
import { streamLines, streamText } from "./stream-lines";
import { createEventBuilder } from "./testing/event-builder";

it("the stream of one request is its own events only, each with the time of its chunk", () => {
  const log = createEventBuilder().turn().request().responseStart();
  log
    .at(5)
    .chunk({ type: "ping" }, { type: "new_kind", x: 1 })
    .at(9)
    .chunk({ type: "message_stop" })
    .responseEnd();
  log.request({ attempt: 2 }).responseStart().chunk({ type: "ping" }).responseEnd();
  const lines = streamLines(log.log(), "request-1");
  expect(lines.map(({ at, type }) => [at, type])).toEqual([
    [5, "ping"],
    [5, "new_kind"],
    [9, "message_stop"],
  ]);
  expect(streamText(lines.slice(0, 2))).toBe(
    'event: ping\ndata: {"type":"ping"}\n\nevent: new_kind\ndata: {"type":"new_kind","x":1}\n\n',
  );
});
