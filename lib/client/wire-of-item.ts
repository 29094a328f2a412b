// What of a tool is sent to the provider?

import type { JsonObject } from "@/lib/protocol/json-object";
import type { ToolDefinition } from "@/lib/protocol/tool-definition";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import { wireDefinition } from "@/lib/tool-design/wire-definition";
import type { CatalogueTool } from "./catalogues";

/**
 * @param builtins what is known of the built-in tools
 * @returns the definition in the API's own field names; null while it is no JSON, or not known
 */
export function wireOfItem(item: ToolItem, builtins: readonly CatalogueTool[]): JsonObject | null {
  const made = toolOfItem(item);
  if (!made.ok) return null;
  if (typeof made.tool !== "string") {
    return item.kind === "server" ? made.tool : wireDefinition(made.tool as ToolDefinition);
  }
  const known = builtins.find(({ name }) => name === made.tool);
  return known === undefined
    ? null
    : wireDefinition({ ...known, inputSchema: known.inputSchema as JsonObject });
}
