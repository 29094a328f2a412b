// What does a tool result say as text?
import type { ToolResult } from "@/lib/protocol/tool-result";

/** @returns the text of the result; what is no text stands as its kind in brackets: `"[image]"` */
export function resultText(result: ToolResult | null): string {
  if (result === null) return "";
  if (typeof result.content === "string") return result.content;
  return result.content
    .map((block) => (typeof block.text === "string" ? block.text : `[${String(block.type)}]`))
    .join("\n");
}
