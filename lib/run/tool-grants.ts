// Which tools does a conversation grant along the way?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { blocksOf } from "./message-blocks";

/**
 * @returns the names of deferred tools that a block found or granted: each `tool_reference` in a tool result, in the
 *   result of a tool search, or in a `tool_addition` (Messages API, tool search and mid-conversation tool changes)
 */
export function referencedTools(block: JsonObject): string[] {
  if (block.type === "tool_result") return namesIn(block.content);
  if (block.type === "tool_search_tool_result" && isJsonObject(block.content))
    return namesIn(block.content.tool_references);
  return block.type === "tool_addition" ? namesIn([block.tool]) : [];
}

/** @returns the name of the tool whose whole definition a `tool_addition` brings; null for any other block */
export function inlineTool(block: JsonObject): string | null {
  const { tool } = block;
  if (block.type !== "tool_addition" || !isJsonObject(tool) || !isJsonObject(tool.definition)) return null;
  return typeof tool.definition.name === "string" ? tool.definition.name : null;
}

/** @returns the message without its `tool_addition` blocks; null where nothing else was in it */
export function withoutGrants(message: JsonObject): JsonObject | null {
  const blocks = blocksOf(message);
  const kept = blocks.filter((block) => block.type !== "tool_addition");
  if (kept.length === blocks.length) return message;
  return kept.length === 0 ? null : { ...message, content: kept };
}

function namesIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list
    .filter(isJsonObject)
    .filter((item) => item.type === "tool_reference")
    .map((item) => String(item.tool_name ?? item.name));
}
