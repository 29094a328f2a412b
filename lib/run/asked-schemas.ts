// Which schemas belong to a call that waits for a person?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Pause, Run } from "./run";

/** Null where there is none: then the answer is free text, the input any JSON object. */
export type AskedSchemas = {
  readonly answerSchema: JsonObject | null;
  readonly inputSchema: JsonObject | null;
};

/** @returns what the answer to a call of this tool, and its input, have to look like */
export function askedSchemas(run: Run, toolName: string): AskedSchemas {
  const tools: readonly unknown[] = run.config?.tools ?? [];
  const tool = tools.filter(isJsonObject).find((each) => each.name === toolName);
  const handler = isJsonObject(tool?.handler) ? tool.handler : {};
  return {
    answerSchema: isJsonObject(handler.answerSchema) ? handler.answerSchema : null,
    inputSchema: isJsonObject(tool?.inputSchema) ? tool.inputSchema : sentSchema(run, toolName),
  };
}

/** @returns the waits that nobody has ended yet, oldest first; the same objects as long as they stay open */
export function openPauses(run: Run): Pause[] {
  return run.pauses.filter((pause) => pause.endAt === null);
}

/** A built-in tool stands in the setup by its name only; its schema was sent with a request. */
function sentSchema(run: Run, toolName: string): JsonObject | null {
  for (const turn of run.turns.toReversed()) {
    for (const { body } of turn.requests) {
      const tools = isJsonObject(body) && Array.isArray(body.tools) ? body.tools : [];
      const tool = tools.filter(isJsonObject).find((each) => each.name === toolName);
      if (isJsonObject(tool?.input_schema)) return tool.input_schema;
    }
  }
  return null;
}
