// How does a person answer a tool call?
import type { HumanDecision } from "@/lib/protocol/human-decision";
import type { ToolHandler } from "@/lib/protocol/tool-handler";
import { FieldError } from "../door/field-error";
import { fillText } from "./fill-template";
import { nobodyDecided, refusedText } from "./human-refusal";
import { compileValueCheck, type InputCheck } from "./input-check";
import { ToolFailure } from "./tool-failure";
import type { ToolHandle } from "./tool-handle";

type HumanHandler = Extract<ToolHandler, { kind: "human" }>;
type AskedTool = { readonly name: string; readonly description: string; readonly checkInput: InputCheck };

/**
 * The call waits for an answer: free text, or a value that fits the answer schema. Without such a schema a person may also
 * approve what the model proposes in its input, approve it with changes, or refuse.
 *
 * @param field where the handler stands in the run request
 * @param timeoutMs how long a person may take, in milliseconds
 * @throws FieldError for an answer schema that is none
 */
export function humanHandle(
  handler: HumanHandler,
  tool: AskedTool,
  field: string,
  timeoutMs: number,
): ToolHandle {
  const checkAnswer = answerCheck(handler, field);
  const check = (decision: HumanDecision) => checkDecision(decision, handler, tool.checkInput, checkAnswer);
  return async (input, { ask }) => {
    if (ask === undefined) {
      throw new ToolFailure("Error: a person answers this tool, and nobody can be asked outside a run.");
    }
    const text = fillText(handler.question ?? tool.description, input);
    const end = await ask({ waitsFor: "answer", ...(text === "" ? {} : { text }), timeoutMs, check });
    if (end.by !== "person") throw nobodyDecided(tool.name, end.by, timeoutMs);
    return answerOf(end.decision);
  };
}

function answerCheck({ answerSchema }: HumanHandler, field: string): InputCheck | null {
  if (answerSchema === undefined) return null;
  try {
    return compileValueCheck("the answer", answerSchema);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FieldError(`${field}.answerSchema`, `this is not valid JSON Schema (2020-12): ${reason}`);
  }
}

function checkDecision(
  decision: HumanDecision,
  { answerSchema }: HumanHandler,
  checkInput: InputCheck,
  checkAnswer: InputCheck | null,
): void {
  if (decision.type === "answer") {
    const problem = checkAnswer?.(decision.content) ?? null;
    if (problem !== null) throw new FieldError("content", problem);
    if (checkAnswer === null && typeof decision.content !== "string")
      throw new FieldError("content", "the answer to this call is free text: send a string");
  }
  if ((decision.type === "approve" || decision.type === "edit") && answerSchema !== undefined)
    throw new FieldError("type", "this call asks for an answer that fits its schema: answer or refuse");
  const problem = decision.type === "edit" ? checkInput(decision.input) : null;
  if (problem !== null) throw new FieldError("input", problem);
}

function answerOf(decision: HumanDecision): unknown {
  switch (decision.type) {
    case "answer":
      return decision.content;
    case "approve":
      return "Approved by a person, as proposed.";
    case "edit":
      return `Approved by a person with these changes: ${JSON.stringify(decision.input)}`;
    case "refuse":
      throw new ToolFailure(refusedText(decision.reason));
    default:
      return decision satisfies never;
  }
}
