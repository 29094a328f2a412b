// How does a tool of a run request come into the workbench?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { valuesOfHandler } from "./handler-values";
import type { OwnItem, ToolItem } from "./tool-item";

/**
 * Read without the schema: what is not valid is shown, and refused when the run starts.
 *
 * @param tool an entry of `tools` of a run request, of whatever shape
 * @returns null where it is no tool at all
 */
export function itemOfTool(tool: unknown, newId: () => string): ToolItem | null {
  const id = newId();
  const builtin = builtinToolNames.find((name) => name === tool);
  if (builtin !== undefined) return { id, enabled: true, kind: "builtin", name: builtin };
  if (!isJsonObject(tool)) return null;
  if (typeof tool.type === "string" && !isJsonObject(tool.handler)) {
    return { id, enabled: true, kind: "server", definitionText: jsonText(tool) };
  }
  return ownItem(tool, id, newId);
}

/** A run's tools in their order, then the built-in ones it did not have, switched off. */
export function itemsOfTools(tools: readonly unknown[], newId: () => string): ToolItem[] {
  const items = tools.map((tool) => itemOfTool(tool, newId)).filter((item) => item !== null);
  const rest = builtinToolNames.filter((name) => !items.some((item) => "name" in item && item.name === name));
  return [...items, ...rest.map((name) => ({ id: newId(), enabled: false, kind: "builtin" as const, name }))];
}

function ownItem(tool: JsonObject, id: string, newId: () => string): OwnItem {
  const handler = isJsonObject(tool.handler)
    ? tool.handler
    : { kind: "fixed", content: "called with {{input}}" };
  const kind = typeof handler.kind === "string" ? handler.kind : "fixed";
  return {
    id,
    enabled: true,
    kind: "own",
    name: typeof tool.name === "string" ? tool.name : "",
    description: typeof tool.description === "string" ? tool.description : "",
    schemaText: jsonText(tool.inputSchema ?? { type: "object", properties: {} }),
    examplesText: Array.isArray(tool.inputExamples) ? jsonText(tool.inputExamples) : "",
    strict: flag(tool.strict),
    deferLoading: flag(tool.deferLoading),
    cacheControl: isJsonObject(tool.cacheControl) ? tool.cacheControl : null,
    allowedCallers: Array.isArray(tool.allowedCallers) ? tool.allowedCallers.map(String) : null,
    eagerInputStreaming: flag(tool.eagerInputStreaming),
    needsApproval: flag(tool.needsApproval),
    handlerKind: kind,
    handlers: { [kind]: valuesOfHandler(handler, newId) },
  };
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
