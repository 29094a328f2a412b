// What is wrong with a tool that somebody is writing, all of it at once?
import { type ToolDefinition, toolDefinitionSchema } from "@/lib/protocol/tool-definition";
import type { ToolProblem } from "@/lib/protocol/tool-trial";
import { FieldError } from "../door/field-error";
import { definedHandle, type HandlerSetting } from "./defined-handle";
import { compileInputCheck } from "./input-check";
import { sourceProblem } from "./javascript-handle";

/**
 * The same checks that a run makes before it starts, but none hides another.
 *
 * @param tool anything; what is no tool definition is told field by field
 */
export function toolProblems(tool: unknown, setting: HandlerSetting): ToolProblem[] {
  const parsed = toolDefinitionSchema.safeParse(tool);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  }
  return [...schemaProblems(parsed.data), ...handlerProblems(parsed.data, setting)];
}

function schemaProblems({ name, inputSchema, inputExamples = [] }: ToolDefinition): ToolProblem[] {
  try {
    const check = compileInputCheck(name, inputSchema);
    return inputExamples.flatMap((example, index) => {
      const problem = check(example);
      return problem === null
        ? []
        : [{ field: `inputExamples.${index}`, message: `Example ${index + 1}: ${problem}` }];
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return [{ field: "inputSchema", message: `This is no valid JSON Schema (2020-12): ${reason}` }];
  }
}

function handlerProblems(tool: ToolDefinition, setting: HandlerSetting): ToolProblem[] {
  const { handler } = tool;
  const source = handler.kind === "javascript" ? sourceProblem(handler.source) : null;
  if (source !== null) {
    const { reason, line } = source;
    return [{ field: "handler.source", message: reason, ...(line !== null && { line }) }];
  }
  try {
    // What the input is held against is told apart: here any input will do.
    definedHandle(tool, () => null, "", setting);
    return [];
  } catch (cause) {
    if (!(cause instanceof FieldError)) throw cause;
    return [{ field: cause.field.replace(/^\./, ""), message: cause.message }];
  }
}
