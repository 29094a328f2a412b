// What does the AI SDK get to run when the model calls a tool?
import type { ToolSet } from "ai";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { ToolResult, ToolResultContent } from "@/lib/protocol/tool-result";
import type { Tool } from "../../tools/tool";
import type { EngineContext } from "../engine";
import { type AnthropicOptions, camelCased } from "./anthropic-options";

type AiModule = Pick<typeof import("ai"), "jsonSchema">;

/** The run's own tools under the AI SDK's names. It takes an error result only as something thrown, and as text. */
export function aiTools({ jsonSchema }: AiModule, { tools, signal }: EngineContext): ToolSet {
  return Object.fromEntries(
    tools.map((tool) => [
      tool.name,
      {
        ...definitionOf(tool),
        inputSchema: jsonSchema(schemaOf(tool)),
        execute: async (input: unknown, { toolCallId }: { toolCallId: string }) => {
          const result = await tool.run(input, { toolCallId, signal, log: () => undefined });
          if (result.isError) throw new Error(textOf(result));
          return result.content;
        },
        toModelOutput: ({ output }: { output: unknown }) => modelOutput(output as ToolResultContent),
      },
    ]),
  );
}

function schemaOf({ definition }: Tool): JsonObject {
  return isJsonObject(definition.input_schema) ? definition.input_schema : { type: "object" };
}

function definitionOf({ definition }: Tool) {
  const { description, strict, input_examples: examples } = definition;
  const own = ["defer_loading", "allowed_callers", "eager_input_streaming", "cache_control"];
  const given = Object.fromEntries(
    own.flatMap((name) => (name in definition ? [[name, definition[name]]] : [])),
  );
  return {
    ...(typeof description === "string" ? { description } : {}),
    ...(typeof strict === "boolean" ? { strict } : {}),
    ...(Array.isArray(examples) ? { inputExamples: examples.map((input: JsonObject) => ({ input })) } : {}),
    providerOptions: { anthropic: camelCased(given) as AnthropicOptions },
  };
}

function textOf({ content }: ToolResult): string {
  if (typeof content === "string") return content;
  return content
    .map((block) => (typeof block.text === "string" ? block.text : JSON.stringify(block)))
    .join("\n");
}

function modelOutput(content: ToolResultContent) {
  if (typeof content === "string") return { type: "text" as const, value: content };
  return { type: "content" as const, value: content.map(outputPart) };
}

/** A block the AI SDK has no form for goes back as its JSON. */
function outputPart(block: JsonObject) {
  const source = isJsonObject(block.source) ? block.source : {};
  const url = source.type === "url" ? String(source.url) : null;
  const data = source.type === "base64" ? String(source.data) : null;
  const mediaType = String(source.media_type);
  if (block.type === "text") return { type: "text" as const, text: String(block.text) };
  if (block.type === "image" && url !== null) return { type: "image-url" as const, url };
  if (block.type === "image" && data !== null) return { type: "image-data" as const, data, mediaType };
  if (block.type === "document" && url !== null) return { type: "file-url" as const, url };
  if (block.type === "document" && data !== null) return { type: "file-data" as const, data, mediaType };
  return { type: "text" as const, text: JSON.stringify(block) };
}
