// Which tools does the model see at this point of the conversation, and which are still to be found?

import type { ContentBlock } from "../api/content-block";
import {
  blocksOf,
  type CustomTool,
  isCustomTool,
  type MessagesRequest,
  type ToolDefinition,
} from "../api/messages-request";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { inputSchemaFlaw } from "../json/tool-input-schema";
import { codeExecution } from "./code-execution";
import { mcpTools } from "./mcp-tools";
import type { ServerTool } from "./server-tool";
import { textEditor, textEditorName } from "./text-editor";
import type { ToolSearchKind } from "./tool-search";
import { webFetch } from "./web-fetch";
import { webSearch } from "./web-search";

export type AvailableTools = {
  /** The caller's own tools that the model may call now. */
  readonly custom: readonly CustomTool[];
  /** Those the API executes. */
  readonly served: readonly ServerTool[];
  /** What a tool search looks through: deferred, and not found or granted yet. */
  readonly hidden: readonly CustomTool[];
  readonly search?: ToolSearchKind;
};

type Candidate = {
  readonly tool: CustomTool;
  readonly served?: ServerTool;
  readonly isDeferred: boolean;
};

type ToolMaker = readonly [type: RegExp, ...make: ((definition: JsonObject) => ServerTool)[]];

const makers: readonly ToolMaker[] = [
  [/^web_search_/, webSearch],
  [/^web_fetch_/, webFetch],
  [/^code_execution_20250522$/, codeExecution],
  [/^code_execution_/, codeExecution, textEditor],
];

/**
 * Declared tools, with those deferred ones that a search has found or a system message granted, without those that a
 * system message withdrew; the last word counts.
 *
 * @param saidNow blocks of the reply in the making, which come after the messages
 */
export function availableTools(
  { tools = [], messages }: MessagesRequest,
  saidNow: readonly ContentBlock[],
): AvailableTools {
  const candidates = new Map(tools.flatMap(candidatesOf).map((each) => [each.tool.name, each]));
  const shown = new Map<string, boolean>();
  for (const block of [...messages.flatMap(blocksOf), ...saidNow]) {
    for (const name of foundIn(block)) shown.set(name, true);
    const change = isJsonObject(block.tool) ? block.tool : undefined;
    if (change === undefined) continue;
    if (block.type === "tool_addition" && isJsonObject(change.definition)) {
      for (const added of candidatesOf(change.definition)) {
        candidates.set(added.tool.name, added);
        shown.set(added.tool.name, !added.isDeferred);
      }
    } else if (block.type === "tool_addition" || block.type === "tool_removal") {
      for (const name of namesIn(change, [...candidates.values()]))
        shown.set(name, block.type === "tool_addition");
    }
  }
  const all = [...candidates.values()];
  const visible = all.filter(({ tool, isDeferred }) => shown.get(tool.name) ?? !isDeferred);
  const search = tools.map(searchKindOf).find((kind) => kind !== undefined);
  return {
    custom: visible.flatMap(({ tool, served }) => (served === undefined ? [tool] : [])),
    served: visible.flatMap(({ served }) => served ?? []),
    hidden: all.filter(({ tool, isDeferred }) => isDeferred && !shown.has(tool.name)).map(({ tool }) => tool),
    ...(search !== undefined && { search }),
  };
}

function candidatesOf(definition: ToolDefinition): readonly Candidate[] {
  if (isCustomTool(definition)) return isUsable(definition) ? [candidateOf(definition)] : [];
  if (definition.type === "mcp_toolset")
    return mcpTools(definition).map(({ tool, isDeferred }) => ({
      tool: tool.tool,
      served: tool,
      isDeferred,
    }));
  const [, ...make] = makers.find(([type]) => type.test(definition.type ?? "")) ?? [];
  return make.map((each) => {
    const served = each(definition);
    return { tool: served.tool, served, isDeferred: definition.defer_loading === true };
  });
}

function candidateOf(tool: CustomTool): Candidate {
  return { tool, isDeferred: tool.defer_loading === true };
}

/** A definition in a system message has not been held against the shape of one. */
function isUsable({ name, description, input_schema }: { readonly [field: string]: unknown }): boolean {
  const isTold = description === undefined || description === null || typeof description === "string";
  return (
    typeof name === "string" &&
    isTold &&
    isJsonObject(input_schema) &&
    inputSchemaFlaw(input_schema) === undefined
  );
}

function searchKindOf({ type }: ToolDefinition): ToolSearchKind | undefined {
  if (type?.startsWith("tool_search_tool_regex")) return "regex";
  return type?.startsWith("tool_search_tool_bm25") ? "bm25" : undefined;
}

/** References in the result of the API's tool search, and in that of a search the caller runs. */
function foundIn({ type, content }: ContentBlock): readonly string[] {
  const list: unknown =
    type === "tool_result"
      ? content
      : type === "tool_search_tool_result" && isJsonObject(content)
        ? content.tool_references
        : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) =>
    isJsonObject(item) && item.type === "tool_reference" ? [String(item.tool_name)] : [],
  );
}

/** A change names one tool, one tool of an MCP server, or all of one. */
function namesIn(
  { type, name, server_name }: JsonObject,
  candidates: readonly Candidate[],
): readonly string[] {
  if (type === "mcp_toolset_reference")
    return candidates.filter(({ served }) => isOfServer(served, server_name)).map(({ tool }) => tool.name);
  return typeof name === "string" ? [name, ...standInsOf(name)] : [];
}

/** Code execution is declared under one name and called under another. */
function standInsOf(name: string): readonly string[] {
  return name === "code_execution" ? ["bash_code_execution", textEditorName] : [];
}

function isOfServer(served: ServerTool | undefined, serverName: unknown): boolean {
  return served?.call.type === "mcp_tool_use" && served.call.server_name === serverName;
}
