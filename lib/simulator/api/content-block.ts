// What are the parts of a message, as far as the simulator looks into them?

import type { JsonObject } from "../json/canonical-json";

export type TextBlock = { readonly type: "text"; readonly text: string };
export type ThinkingBlock = {
  readonly type: "thinking";
  readonly thinking: string;
  readonly signature: string;
};
export type ToolUseBlock = {
  readonly type: "tool_use";
  readonly id: string;
  readonly name: string;
  readonly input: JsonObject;
};
export type ToolResultBlock = {
  readonly type: "tool_result";
  readonly tool_use_id: string;
  readonly content?: string | readonly ContentBlock[] | null;
  readonly is_error?: boolean | null;
};
/** Any block: the API has many kinds, and a script may invent one. */
export type ContentBlock = { readonly type: string; readonly [field: string]: unknown };

export function isText(block: ContentBlock): block is TextBlock {
  return block.type === "text" && typeof block.text === "string";
}

export function isThinking(block: ContentBlock): block is ThinkingBlock {
  return block.type === "thinking" && typeof block.thinking === "string";
}

export function isToolUse(block: ContentBlock): block is ToolUseBlock {
  return block.type === "tool_use";
}

export function isToolResult(block: ContentBlock): block is ToolResultBlock {
  return block.type === "tool_result";
}

/** A block the API itself ran a tool in: those may end a paused turn. */
export function isServerToolBlock(block: ContentBlock): boolean {
  return block.type === "server_tool_use" || block.type === "mcp_tool_use" || isServerToolResult(block);
}

export function isServerToolResult(block: ContentBlock): boolean {
  return block.type !== "tool_result" && block.type.endsWith("_tool_result");
}
