// How does a call wait until a person lets it run?
import type { HumanDecision } from "@/lib/protocol/human-decision";
import type { ToolResult, ToolResultContent } from "@/lib/protocol/tool-result";
import { FieldError } from "../door/field-error";
import { nobodyDecided, refusedText } from "./human-refusal";
import type { InputCheck } from "./input-check";
import type { Tool } from "./tool";

/**
 * A person approves the call, approves it with another input, or refuses. What does not fit the schema is answered without
 * asking anybody. The tool's own time limit begins when it runs.
 *
 * @param timeoutMs how long a person may take, in milliseconds
 * @returns a function that never rejects
 */
export function withApproval(tool: Tool, checkInput: InputCheck, timeoutMs: number): Tool {
  const check = (decision: HumanDecision) => checkApproval(decision, checkInput);
  return {
    ...tool,
    run: async (input, context) => {
      const problem = checkInput(input);
      if (problem !== null) return failed(problem);
      if (context.ask === undefined) return tool.run(input, context);
      const end = await context.ask({ waitsFor: "approval", timeoutMs, check });
      if (end.by !== "person") return failed(nobodyDecided(tool.name, end.by, timeoutMs).content);
      if (end.decision.type === "refuse") return failed(refusedText(end.decision.reason));
      return tool.run(end.decision.type === "edit" ? end.decision.input : input, context);
    },
  };
}

function checkApproval(decision: HumanDecision, checkInput: InputCheck): void {
  if (decision.type === "answer")
    throw new FieldError("type", "this call waits for an approval: approve, edit or refuse");
  const problem = decision.type === "edit" ? checkInput(decision.input) : null;
  if (problem !== null) throw new FieldError("input", problem);
}

function failed(content: ToolResultContent): ToolResult {
  return { content, isError: true };
}
