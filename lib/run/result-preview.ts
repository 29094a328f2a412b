// What is shown of a tool result in a few lines?
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { ToolResultContent } from "@/lib/protocol/tool-result";

const most = 600;

/**
 * @returns the beginning of a result that is text; JSON in it as `name: value` pairs on one line. Null where the result
 *   holds anything but text, which has to be drawn
 */
export function resultPreview(content: ToolResultContent): string | null {
  const text = textOf(content);
  if (text === null) return null;
  const preview = compactJson(text) ?? text;
  return preview.length > most ? `${preview.slice(0, most - 1)}…` : preview;
}

function textOf(content: ToolResultContent): string | null {
  if (typeof content === "string") return content === "" ? null : content;
  const texts = content.map((block) => (block.type === "text" ? block.text : null));
  const isAllText = texts.length > 0 && texts.every((text) => typeof text === "string" && text !== "");
  return isAllText ? texts.join("\n") : null;
}

/** Text that only looks like JSON stays the text it is. */
function compactJson(text: string): string | null {
  const value = parsedJsonObject(text);
  if (value === null) return null;
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${typeof each === "string" ? each : JSON.stringify(each)}`)
    .join(" · ");
}
