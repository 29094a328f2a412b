// Which calls ended with an error, and whose mistake was it?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Finding } from "@/lib/protocol/run-summary";
import { answeredRequest } from "../reply-of-turn";
import { resultText } from "../result-text";
import type { Run, ToolCall, Turn } from "../run";
import { hasFailed } from "../run-totals";
import { inputProblem } from "./input-problem";

/** `tool-not-found`, `tool-input-invalid` and `tool-failed`: one finding per failed call. */
export function failedCalls(run: Run): Finding[] {
  return run.turns.flatMap((turn) =>
    (turn.batch?.calls ?? []).filter(hasFailed).map((call) => ({
      ...causeOf(call, turn),
      turnId: turn.turnId,
      toolCallId: call.toolCallId,
    })),
  );
}

function causeOf(call: ToolCall, turn: Turn): Pick<Finding, "code" | "severity" | "message" | "fix"> {
  if (call.handler === "none") {
    return {
      code: "tool-not-found",
      severity: "error",
      message: `The model called ${call.name}, which this run has no handler for.`,
      fix: "Add the tool to the run, or remove it from the definitions and the prompt that mention it.",
    };
  }
  const schema = schemaOf(call.name, turn);
  const problem = schema === null ? null : inputProblem(call.input, schema);
  if (problem !== null) {
    return {
      code: "tool-input-invalid",
      severity: "warning",
      message: `The input of ${call.name} does not fit its schema: ${problem}.`,
      fix: "Describe the field and give an example in the tool's schema, or set strict on the tool.",
    };
  }
  return {
    code: "tool-failed",
    severity: "warning",
    message: `${call.name} answered with an error: ${firstLine(call)}`,
    fix: "Read the result and the log of the call. The run went on: the model was told what failed.",
  };
}

function schemaOf(name: string, turn: Turn): JsonObject | null {
  const body = answeredRequest(turn)?.body;
  const tools = isJsonObject(body) && Array.isArray(body.tools) ? body.tools : [];
  const tool = tools.filter(isJsonObject).find((each) => each.name === name);
  return isJsonObject(tool?.input_schema) ? tool.input_schema : null;
}

function firstLine(call: ToolCall): string {
  const line = resultText(call.result).split("\n")[0] ?? "";
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
