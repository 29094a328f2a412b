// How do the tools of an MCP server come into the current tool set?

import { isJsonObject } from "@/lib/protocol/json-object";
import type { McpTool } from "@/lib/protocol/mcp-server";
import { itemName } from "@/lib/tool-design/item-name";
import { itemOfTool } from "@/lib/tool-design/item-of-tool";
import { freeName } from "@/lib/tool-design/new-tool";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { randomId } from "./random-id";
import { addTools } from "./tool-edits";
import { currentSet } from "./tool-set";
import { restoreTools, setsOf, toolStore } from "./tool-store";

/**
 * Adds them under names that are free in the set; the handler knows what the server calls each.
 *
 * @returns takes them out again
 */
export function addMcpTools(tools: readonly McpTool[]): () => void {
  const before = setsOf(toolStore.getState());
  const taken = currentSet(before).tools.map(itemName);
  const added = tools.flatMap(({ definition }): ToolItem[] => {
    if (definition === null) return [];
    const name = freeName(definition.name, taken);
    taken.push(name);
    const item = itemOfTool({ ...definition, name }, randomId);
    return item === null ? [] : [item];
  });
  addTools(added);
  return () => restoreTools(before);
}

/** @returns what a server's tools are called that the set has already */
export function mcpToolsIn(items: readonly ToolItem[], server: string): ReadonlySet<string> {
  const names = items.flatMap((item) => {
    if (item.kind !== "own" || item.handlerKind !== "mcp") return [];
    const values: unknown = item.handlers.mcp;
    if (!isJsonObject(values) || values.server !== server) return [];
    return [typeof values.tool === "string" && values.tool !== "" ? values.tool : item.name];
  });
  return new Set(names);
}
