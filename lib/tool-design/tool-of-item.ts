// Which entry of a run request does a tool in the workbench stand for?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { handlerOfValues } from "./handler-values";
import type { ItemProblem, OwnItem, ServerItem, ToolItem } from "./tool-item";

export type ToolOfItem =
  | { readonly ok: true; readonly tool: string | JsonObject }
  | { readonly ok: false; readonly problem: ItemProblem };

/** @returns the entry for `tools` of a run request, not yet held against its schema, or the first text that is no JSON */
export function toolOfItem(item: ToolItem): ToolOfItem {
  if (item.kind === "builtin") return { ok: true, tool: item.name };
  return item.kind === "server" ? serverTool(item) : ownTool(item);
}

function serverTool({ definitionText }: ServerItem): ToolOfItem {
  const read = typedJson(definitionText, "definition");
  if ("problem" in read) return { ok: false, problem: read.problem };
  if (isJsonObject(read.value)) return { ok: true, tool: read.value };
  const message = "Give the definition as a JSON object with a type";
  return { ok: false, problem: { field: "definition", message } };
}

function ownTool(item: OwnItem): ToolOfItem {
  const schema = typedJson(item.schemaText, "inputSchema");
  if ("problem" in schema) return { ok: false, problem: schema.problem };
  const examples = item.examplesText.trim() === "" ? { value: null } : typedExamples(item.examplesText);
  if ("problem" in examples) return { ok: false, problem: examples.problem };
  const handler = handlerOfValues(item.handlerKind, item.handlers[item.handlerKind] ?? {});
  if ("problem" in handler) return { ok: false, problem: handler.problem };
  const fields = {
    name: item.name,
    description: item.description,
    inputSchema: schema.value,
    inputExamples: examples.value,
    strict: item.strict,
    deferLoading: item.deferLoading,
    cacheControl: item.cacheControl,
    allowedCallers: item.allowedCallers,
    eagerInputStreaming: item.eagerInputStreaming,
    needsApproval: item.needsApproval,
    handler: handler.handler,
  };
  return { ok: true, tool: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) };
}

type Read = { readonly value: unknown } | { readonly problem: ItemProblem };

function typedJson(text: string, field: string): Read {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { problem: { field, message: `This is not JSON: ${cause}` } };
  }
}

function typedExamples(text: string): Read {
  const read = typedJson(text, "inputExamples");
  if ("problem" in read || (Array.isArray(read.value) && read.value.every(isJsonObject))) return read;
  return { problem: { field: "inputExamples", message: 'Give a JSON list of inputs: [{"city":"Paris"}]' } };
}
