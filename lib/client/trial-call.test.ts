// Does the view of a trial follow its events, however many come at once?
import { expect, it } from "vitest";
import type { TrialEvent } from "@/lib/protocol/tool-trial";
import { resultBlock, type Trial, trialMs, withEvents } from "./trial-call";

const empty: Trial = {
  id: "t",
  toolId: "x",
  toolName: "x",
  at: "2026-11-27T00:00:00Z",
  inputText: "{}",
  state: "going on",
  calls: [],
  problem: null,
};
const start = (call: number): TrialEvent => ({ type: "start", call, at: call, toolCallId: `toolu_${call}` });
const end = (call: number, at: number): TrialEvent => ({
  type: "end",
  call,
  at,
  result: { content: "ok", isError: false },
});

it("keeps each call's log and result apart, in whatever order they end", () => {
  const one = withEvents(empty, [start(0), start(1), { type: "log", call: 1, at: 2, line: "a" }]);
  const two = withEvents(one, [end(1, 30), { type: "log", call: 0, at: 40, line: "b" }, end(0, 50)]);
  expect(two.calls).toMatchObject([
    { call: 0, endedAt: 50, log: [{ line: "b" }] },
    { call: 1, endedAt: 30, log: [{ line: "a" }] },
  ]);
  expect(trialMs(two)).toBe(50);
  expect(one.calls[1]).toMatchObject({ endedAt: null, log: [{ line: "a" }] });
});

it("takes a hundred thousand lines without a pause that could be felt", () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, at): TrialEvent => ({ type: "log", call: at % 100, at, line: "x" }),
  );
  const started = performance.now();
  const trial = withEvents(empty, [...Array.from({ length: 100 }, (_, call) => start(call)), ...lines]);
  expect(trial.calls.every(({ log }) => log.length === 1_000)).toBe(true);
  expect(performance.now() - started).toBeLessThan(500);
});

it("makes the block as it would be sent: is_error only where it is one", () => {
  expect(resultBlock("toolu_1", { content: "ok", isError: false })).toEqual({
    type: "tool_result",
    tool_use_id: "toolu_1",
    content: "ok",
  });
  expect(resultBlock("toolu_1", { content: "no", isError: true })).toMatchObject({ is_error: true });
});
