// In which order may the calls of a run's tools run?
import type { RunConfig } from "@/lib/protocol/run-config";

/** `one-a-turn` is the model's doing (`disable_parallel_tool_use`), `sequential` the loop's. */
export const callOrders = ["parallel", "sequential", "one-a-turn"] as const;
export type CallOrder = (typeof callOrders)[number];

/** As the words of a sentence: "all calls of a reply at once (A)". */
export const callOrderTexts: Record<CallOrder, string> = {
  parallel: "all calls of a reply at once",
  sequential: "one call after another",
  "one-a-turn": "one call a turn",
};

/** @returns how the run was told to go about its calls */
export function callOrderOf({
  execution,
  toolChoice,
}: Pick<RunConfig, "execution" | "toolChoice">): CallOrder {
  if (toolChoice?.disable_parallel_tool_use === true) return "one-a-turn";
  return execution === "sequential" ? "sequential" : "parallel";
}
