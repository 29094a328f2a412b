// Which tools are in a JSON value: those of Anthropic, OpenAI, MCP or Gemini, a JSON Schema, or our own?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { plainName } from "../lint/lint-name";
import type { ImportedTool } from "./imported-tool";

const listFields = ["tools", "functions", "functionDeclarations", "function_declarations"];
const deepest = 4;

/** @returns every tool the value holds; none where it holds none */
export function toolsOfJson(value: unknown, depth = 0): ImportedTool[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item) => toolsOfJson(item, depth + 1));
  if (isBuiltin(value)) return [{ tool: value, from: "built-in", notes: [] }];
  if (!isJsonObject(value)) return [];
  const single = oneTool(value);
  if (single !== null) return [single];
  for (const field of listFields) {
    const list = value[field];
    if (Array.isArray(list)) return list.flatMap((item) => toolsOfJson(item, depth + 1));
    // Some programs keep their tools by name.
    if (field === "tools" && isJsonObject(list)) {
      return Object.entries(list).flatMap(([name, tool]) =>
        toolsOfJson(isJsonObject(tool) ? { name, ...tool } : tool, depth + 1),
      );
    }
  }
  // The answer of an MCP server, and a request somebody copied whole.
  const inner = ["result", "body", "request", "params", "data"].find((field) => isJsonObject(value[field]));
  if (inner !== undefined) return toolsOfJson(value[inner], depth + 1);
  return looksLikeSchema(value) ? [ofSchema(value)] : [];
}

function oneTool(value: JsonObject): ImportedTool | null {
  if (isJsonObject(value.handler) && isJsonObject(value.inputSchema))
    return { tool: value, from: "Toolscope", notes: [] };
  if (isJsonObject(value.input_schema) && value.name !== undefined) return ofAnthropic(value);
  if (value.type === "function" && isJsonObject(value.function)) return ofOpenAI(value.function);
  if (value.type === "function" && value.name !== undefined) return ofOpenAI(value);
  if (isJsonObject(value.inputSchema) && value.name !== undefined) return ofMcp(value);
  const parameters = value.parameters ?? value.parametersJsonSchema;
  if (isJsonObject(parameters) && value.name !== undefined) return ofOpenAI({ ...value, parameters });
  if (typeof value.type === "string" && isServerType(value.type))
    return { tool: value, from: "Anthropic server tool", notes: [] };
  // A function that takes nothing.
  if (typeof value.name === "string" && typeof value.description === "string" && !looksLikeSchema(value)) {
    return listFields.some((field) => field in value) ? null : ofOpenAI(value);
  }
  return null;
}

function isBuiltin(value: unknown): value is string {
  return builtinToolNames.some((name) => name === value);
}

function isServerType(type: string): boolean {
  return /_\d{8}$|^tool_search_tool_|^mcp_toolset$/.test(type);
}

function ofAnthropic(value: JsonObject): ImportedTool {
  const known: Readonly<Record<string, string>> = {
    input_examples: "inputExamples",
    strict: "strict",
    defer_loading: "deferLoading",
    cache_control: "cacheControl",
    allowed_callers: "allowedCallers",
    eager_input_streaming: "eagerInputStreaming",
  };
  const fields = Object.entries(known).flatMap(([wire, own]) =>
    value[wire] == null ? [] : [[own, value[wire]]],
  );
  const tool = { ...base(value, value.input_schema), ...Object.fromEntries(fields) };
  const left = Object.keys(value).filter(
    (name) => !(name in known) && !["name", "description", "input_schema", "type"].includes(name),
  );
  return { tool, from: "Anthropic", notes: leftOut(left) };
}

function ofOpenAI(value: JsonObject): ImportedTool {
  const schema = lowerTypes(value.parameters ?? { type: "object", properties: {} });
  const strict = value.strict === true ? { strict: true } : {};
  return { tool: { ...base(value, schema), ...strict }, from: "OpenAI", notes: [] };
}

function ofMcp(value: JsonObject): ImportedTool {
  const left = ["outputSchema", "annotations", "icons"].filter((name) => value[name] !== undefined);
  const title = isJsonObject(value.annotations) ? (value.title ?? value.annotations.title) : value.title;
  const description = value.description ?? title;
  return { tool: base({ ...value, description }, value.inputSchema), from: "MCP", notes: leftOut(left) };
}

function ofSchema(value: JsonObject): ImportedTool {
  const { title, description, $schema: _, ...schema } = value;
  const name = plainName(typeof title === "string" ? title.toLowerCase() : "my_tool");
  return { tool: base({ name, description }, schema), from: "JSON Schema", notes: [] };
}

function base({ name, description }: JsonObject, inputSchema: unknown): JsonObject {
  return {
    name: typeof name === "string" ? name : "",
    description: typeof description === "string" ? description : "",
    inputSchema: isJsonObject(inputSchema) ? inputSchema : { type: "object", properties: {} },
  };
}

function leftOut(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`Not taken over, because no request has it: ${names.join(", ")}.`];
}

function looksLikeSchema(value: JsonObject): boolean {
  return (
    typeof value.$schema === "string" ||
    isJsonObject(value.properties) ||
    (value.type === "object" && !("name" in value)) ||
    ["anyOf", "oneOf", "allOf", "$ref"].some((word) => word in value)
  );
}

/** Gemini writes its types in capitals. */
function lowerTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerTypes);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    const isType = name === "type" && typeof inner === "string" && /^[A-Z]+$/.test(inner);
    return [name, isType ? inner.toLowerCase() : lowerTypes(inner)];
  });
  return Object.fromEntries(entries);
}
