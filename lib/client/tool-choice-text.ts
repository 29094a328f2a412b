// What does a tool choice mean for the replies, and for the loop?
import type { ToolChoice } from "./setup-draft";

/**
 * Source: the API's `tool_choice`; a run sends the same choice with every request, so a forced call never lets the model
 * end its turn.
 *
 * @param parallel false where `disable_parallel_tool_use` is sent
 */
export function toolChoiceText(choice: ToolChoice, parallel: boolean): string {
  if (choice === "none") return "The model answers in text. The tools are still sent and counted as input.";
  if (choice === "auto") {
    return parallel
      ? "The model calls no tool, one, or several at once."
      : "At most one call in a reply (disable_parallel_tool_use): each further call costs a request of its own.";
  }
  const which = choice === "any" ? "some tool" : "this tool";
  const count = parallel ? `calls ${which}, once or several times` : `makes exactly one call of ${which}`;
  return `Every reply ${count}, without text or thinking before it; the loop goes on until its turn limit.`;
}
