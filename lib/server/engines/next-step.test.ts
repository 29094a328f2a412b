import { expect, test } from "vitest";
import { nextStep } from "./next-step";

test.each([
  ["tool_use", "run-tools"],
  ["pause_turn", "resume"],
  ["compaction", "resume"],
  ["max_tokens", "more-room"],
  ["end_turn", "stop"],
  ["stop_sequence", "stop"],
  ["refusal", "stop"],
  ["model_context_window_exceeded", "stop"],
  ["a_reason_of_next_year", "stop"],
  [null, "stop"],
])("after %s the loop does %s", (stopReason, step) => {
  expect(nextStep(stopReason)).toBe(step);
});
