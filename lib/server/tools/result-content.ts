// How does what a tool gave back become the content of a tool result?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { ToolResultContent } from "@/lib/protocol/tool-result";
import { ToolFailure } from "./tool-failure";

/** Bytes. The API refuses requests over 32 MB, and every later request repeats the result. */
export const maxResultBytes = 10_000_000;

/** The field that tells a content block from other JSON with a `type`, by the block types a tool result may hold. */
const tellingField = new Map([
  ["text", "text"],
  ["image", "source"],
  ["document", "source"],
  ["search_result", "content"],
  ["tool_reference", "tool_name"],
  ["browser_state", "type"],
]);

/**
 * @param value text, a JSON value (written compactly), an array of content blocks (kept), or undefined (empty text)
 * @throws ToolFailure where the value has no JSON form or is larger than `maxResultBytes`
 */
export function resultContent(toolName: string, value: unknown): ToolResultContent {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : jsonText(toolName, value);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxResultBytes) throw new ToolFailure(tooLarge(toolName, bytes));
  return isContentBlocks(value) ? value : text;
}

function jsonText(toolName: string, value: unknown): string {
  let text: string | undefined;
  try {
    // Undefined for functions and symbols, whatever its declared type says.
    text = JSON.stringify(value);
  } catch (cause) {
    // The engine draws a cyclic path over several lines; the first one says what is wrong.
    const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0];
    throw new ToolFailure(`Error: the result of ${toolName} cannot be written as JSON: ${reason}.`);
  }
  if (text === undefined) {
    throw new ToolFailure(`Error: ${toolName} returned a ${typeof value}, which cannot be written as JSON.`);
  }
  return text;
}

function tooLarge(toolName: string, bytes: number): string {
  const megabytes = (count: number) => `${(count / 1_000_000).toFixed(1)} MB`;
  return (
    `Error: the result of ${toolName} is ${megabytes(bytes)}, more than the ${megabytes(maxResultBytes)} a tool ` +
    "result may have here. Ask for less: a smaller range, a page, or a summary."
  );
}

function isContentBlocks(value: unknown): value is JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every(isContentBlock);
}

function isContentBlock(value: unknown): boolean {
  if (!isJsonObject(value) || typeof value.type !== "string") return false;
  const field = tellingField.get(value.type);
  return field !== undefined && value[field] !== undefined;
}
