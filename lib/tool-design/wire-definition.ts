// What does a tool definition look like in a Messages API request?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolDefinition } from "@/lib/protocol/tool-definition";

/** @returns the definition under the API's own field names, with nothing in it that the user did not give */
export function wireDefinition(tool: Omit<ToolDefinition, "handler">): JsonObject {
  const fields: [string, unknown][] = [
    ["name", tool.name],
    ["description", tool.description === "" ? undefined : tool.description],
    ["input_schema", tool.inputSchema],
    ["input_examples", tool.inputExamples],
    ["strict", tool.strict],
    ["defer_loading", tool.deferLoading],
    ["cache_control", tool.cacheControl],
    ["allowed_callers", tool.allowedCallers],
    ["eager_input_streaming", tool.eagerInputStreaming],
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
