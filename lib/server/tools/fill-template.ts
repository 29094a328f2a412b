// What does a fixed reply say once the input of a call is filled in?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { ToolResultContent } from "@/lib/protocol/tool-result";

const placeholder = /\{\{\s*input((?:\.[^\s.{}]+)*)\s*\}\}/g;

/**
 * Replaces `{{input.city}}`, `{{input.items.0.name}}` and `{{input}}` in text, and in every text inside content blocks.
 * Strings are put in as they are, other values as JSON; a path that leads nowhere leaves nothing.
 */
export function fillTemplate(content: ToolResultContent, input: JsonObject): ToolResultContent {
  return typeof content === "string"
    ? fillText(content, input)
    : content.map((block) => filledObject(block, input));
}

function filledObject(value: JsonObject, input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledValue(inner, input)]));
}

function filledValue(value: unknown, input: JsonObject): unknown {
  if (typeof value === "string") return fillText(value, input);
  if (Array.isArray(value)) return value.map((item) => filledValue(item, input));
  return isJsonObject(value) ? filledObject(value, input) : value;
}

/** The same for one text. @param encode what is done to each value before it is put in, such as encodeURIComponent */
export function fillText(
  text: string,
  input: JsonObject,
  encode: (value: string) => string = (value) => value,
): string {
  return text.replaceAll(placeholder, (_, path: string) => {
    const value = path.split(".").slice(1).reduce<unknown>(childOf, input);
    return encode(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
  });
}

function childOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
