// How are the tool calls of one reply executed and answered?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { Tool } from "../tools/tool";
import type { EngineContext } from "./engine";

/**
 * Executes every client tool call of a reply, all at once or one after the other.
 *
 * @returns the `tool_result` blocks in the order of the calls, whatever order they ended in
 */
export async function runBatch(
  content: readonly JsonObject[],
  context: EngineContext,
): Promise<JsonObject[]> {
  const calls = content.filter((block) => block.type === "tool_use");
  if (context.request.execution === "parallel") {
    return Promise.all(calls.map((call) => answer(call, context)));
  }
  const results: JsonObject[] = [];
  for (const call of calls) results.push(await answer(call, context));
  return results;
}

async function answer(call: JsonObject, context: EngineContext): Promise<JsonObject> {
  const name = String(call.name);
  const tool: Tool = context.tools.find((each) => each.name === name) ?? context.unknownTool(name);
  const toolCallId = String(call.id);
  const result = await tool.run(call.input, { toolCallId, signal: context.signal, log: () => undefined });
  return {
    type: "tool_result",
    tool_use_id: toolCallId,
    content: result.content,
    ...(result.isError ? { is_error: true } : {}),
    // A toolset's results name their toolset, as the call did.
    ...(call.toolset_name === undefined ? {} : { toolset_name: call.toolset_name }),
  };
}

/** True where a reply that ran out of tokens broke off in a tool call: its last block is then never complete. */
export function endsInToolCall(content: readonly JsonObject[]): boolean {
  return content.at(-1)?.type === "tool_use";
}

/**
 * @returns the reply as it goes back into the history: every block as it came, but for a tool input that is no JSON
 * object, which the API refuses in a request (`tool_use.input: Input should be a valid dictionary`)
 */
export function echoed(content: readonly JsonObject[]): JsonObject[] {
  return content.map((block) =>
    block.type === "tool_use" && !isJsonObject(block.input) ? { ...block, input: {} } : block,
  );
}
