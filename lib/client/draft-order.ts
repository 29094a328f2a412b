// In which orders can a setup run its calls, and what does it look like in each?
import { type CallOrder, callOrders } from "@/lib/run/call-order";
import type { SetupDraft } from "./setup-draft";

/** @returns the orders that make a difference: only the manual loop waits, and a script does not heed what it is told */
export function ordersOf({ engine, scenario, provider, toolChoice }: SetupDraft): CallOrder[] {
  const scripted = scenario !== null && provider === "simulator";
  return callOrders.filter((order) => {
    if (order === "sequential") return engine === "manual";
    return order === "parallel" || (!scripted && toolChoice !== "none");
  });
}

/** @returns the same setup, its calls in another order */
export function draftInOrder(draft: SetupDraft, order: CallOrder): SetupDraft {
  return {
    ...draft,
    execution: order === "sequential" ? "sequential" : "parallel",
    parallelToolUse: order !== "one-a-turn",
  };
}
