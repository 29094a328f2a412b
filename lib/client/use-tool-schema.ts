// Which schema does the input of a tool have?

import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { useResource } from "./api-resource";
import { toolCatalogue } from "./catalogues";

const anyObject: JsonObject = { type: "object" };

/** @returns the schema as it stands; any object while it is no JSON, not loaded yet, or the provider's own business */
export function useToolSchema(tool: ToolItem): JsonObject {
  const builtins = useResource(toolCatalogue);
  if (tool.kind === "own") return parsedJsonObject(tool.schemaText) ?? anyObject;
  if (tool.kind === "server" || builtins.status !== "ready") return anyObject;
  const schema = builtins.value.find(({ name }) => name === tool.name)?.inputSchema;
  return isJsonObject(schema) ? schema : anyObject;
}
