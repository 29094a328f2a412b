// What are the messages of a conversation in the AI SDK's form?
import type { AssistantModelMessage, ModelMessage, ToolModelMessage, UserModelMessage } from "ai";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { FieldError } from "../../door/field-error";
import { partOptions } from "./anthropic-options";

type PartOf<Message> = Message extends { content: infer Content }
  ? Content extends readonly (infer Part)[]
    ? Part
    : never
  : never;

/** @throws FieldError (`messages.<n>.content.<m>`) for a content block the AI SDK has no form for */
export function modelMessages(messages: readonly JsonObject[]): ModelMessage[] {
  const names = toolNames(messages);
  return messages.flatMap((message, index): ModelMessage[] => {
    const field = `messages.${index}.content`;
    const blocks = blocksOf(message);
    if (message.role === "system")
      return [{ role: "system", content: blocks.map((block) => String(block.text)).join("\n") }];
    if (message.role === "assistant") {
      const content = blocks.map((block, at) => assistantPart(block, `${field}.${at}`));
      return [{ role: "assistant", content }];
    }
    const results = blocks.filter((block) => block.type === "tool_result");
    const content = blocks.flatMap((block, at) =>
      block.type === "tool_result" ? [] : [userPart(block, `${field}.${at}`)],
    );
    return [
      ...(results.length === 0
        ? []
        : [{ role: "tool" as const, content: results.map((block) => toolPart(block, names)) }]),
      ...(content.length === 0 ? [] : [{ role: "user" as const, content }]),
    ];
  });
}

function blocksOf({ content }: JsonObject): JsonObject[] {
  return Array.isArray(content) ? content.filter(isJsonObject) : [{ type: "text", text: content }];
}

/** The AI SDK names the tool at its result too, where the Messages API has the id only. */
function toolNames(messages: readonly JsonObject[]): ReadonlyMap<unknown, string> {
  const calls = messages.flatMap(blocksOf).filter((block) => block.type === "tool_use");
  return new Map(calls.map((block) => [block.id, String(block.name)]));
}

function userPart(block: JsonObject, field: string): PartOf<UserModelMessage> {
  const options = partOptions(block);
  const source = isJsonObject(block.source) ? block.source : {};
  const data = source.type === "url" ? new URL(String(source.url)) : String(source.data);
  const isPlaced = source.type === "url" || source.type === "base64" || source.type === "text";
  if (block.type === "text") return { type: "text", text: String(block.text), ...options };
  if (block.type === "image" && isPlaced)
    return { type: "image", image: data, ...mediaType(source), ...options };
  if (block.type === "document" && isPlaced)
    return { type: "file", data, mediaType: String(source.media_type ?? "application/pdf"), ...options };
  throw formless(block, field);
}

function mediaType({ media_type: type }: JsonObject) {
  return typeof type === "string" ? { mediaType: type } : {};
}

function assistantPart(block: JsonObject, field: string): PartOf<AssistantModelMessage> {
  switch (block.type) {
    case "text":
      return { type: "text", text: String(block.text), ...partOptions(block) };
    case "thinking":
      return {
        type: "reasoning",
        text: String(block.thinking),
        ...partOptions(block, { signature: String(block.signature) }),
      };
    case "redacted_thinking":
      return { type: "reasoning", text: "", ...partOptions(block, { redactedData: String(block.data) }) };
    case "tool_use":
      return {
        type: "tool-call",
        toolCallId: String(block.id),
        toolName: String(block.name),
        input: block.input,
        ...partOptions(block),
      };
    default:
      throw formless(block, field);
  }
}

function toolPart(block: JsonObject, names: ReadonlyMap<unknown, string>): PartOf<ToolModelMessage> {
  const text = typeof block.content === "string" ? block.content : blocksOf(block).map(textOf).join("\n");
  return {
    type: "tool-result",
    toolCallId: String(block.tool_use_id),
    toolName: names.get(block.tool_use_id) ?? "unknown",
    output: { type: block.is_error === true ? "error-text" : "text", value: text },
    ...partOptions(block),
  };
}

function textOf(block: JsonObject): string {
  return block.type === "text" ? String(block.text) : JSON.stringify(block);
}

function formless(block: JsonObject, field: string): FieldError {
  return new FieldError(
    field,
    `the AI SDK has no form for a block of the type "${String(block.type)}": leave it out, or choose another engine`,
  );
}
