// How does a tool set leave the browser, for a file or for somebody else's program?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { itemName } from "@/lib/tool-design/item-name";
import { toolOfItem } from "@/lib/tool-design/tool-of-item";
import type { CatalogueTool } from "./catalogues";
import { storableItem } from "./stored-tools";
import type { ToolSet } from "./tool-set";
import { wireOfItem } from "./wire-of-item";

export type Written = { readonly text: string; readonly leftOut: readonly string[] };

/**
 * The set as a file of ours: `tools` is as in a run request, so the file also serves `POST /api/runs`. Secret values are left
 * out, and so are tools that are no JSON yet.
 */
export function setFile({ name, tools }: ToolSet): Written {
  const made = tools.map((item) => ({ item, made: toolOfItem(storableItem(item)) }));
  const off = tools.filter(({ enabled }) => !enabled).map(itemName);
  const file = {
    name,
    tools: made.flatMap((each) => (each.made.ok ? [each.made.tool] : [])),
    ...(off.length > 0 && { off }),
  };
  return {
    text: JSON.stringify(file, null, 2),
    leftOut: made.filter((each) => !each.made.ok).map(({ item }) => itemName(item)),
  };
}

/** The tools that are on, as the `tools` of a Messages API request. */
export function anthropicTools({ tools }: ToolSet, builtins: readonly CatalogueTool[]): Written {
  const made = tools
    .filter(({ enabled }) => enabled)
    .map((item) => ({ name: itemName(item), wire: wireOfItem(item, builtins) }));
  return {
    text: JSON.stringify(
      made.flatMap(({ wire }) => (wire === null ? [] : [wire])),
      null,
      2,
    ),
    leftOut: made.filter(({ wire }) => wire === null).map(({ name }) => name),
  };
}

/** The same as an MCP server lists its tools. Server tools have no schema, so they are left out. */
export function mcpTools(set: ToolSet, builtins: readonly CatalogueTool[]): Written {
  const { text, leftOut } = anthropicTools(set, builtins);
  const definitions: readonly unknown[] = JSON.parse(text);
  const tools = definitions.filter(isJsonObject).filter((tool) => isJsonObject(tool.input_schema));
  const others = definitions.filter(isJsonObject).filter((tool) => !isJsonObject(tool.input_schema));
  return {
    text: JSON.stringify({ tools: tools.map(mcpTool) }, null, 2),
    leftOut: [...leftOut, ...others.map((tool) => String(tool.name ?? tool.type))],
  };
}

function mcpTool({ name, description, input_schema }: JsonObject): JsonObject {
  return { name, ...(description !== undefined && { description }), inputSchema: input_schema };
}

/** @returns a name that every file system takes */
export function fileName(setName: string): string {
  return `${
    setName
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "tools"
  }.tools.json`;
}
