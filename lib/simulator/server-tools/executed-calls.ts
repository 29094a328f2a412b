// Which calls has the API executed in a conversation, and what do their results say in words?

import type { ContentBlock, ToolResultBlock, ToolUseBlock } from "../api/content-block";
import { isServerToolResult } from "../api/content-block";
import { isJsonObject } from "../json/canonical-json";
import { sandboxOutput } from "./code-execution";
import { editorOutput } from "./text-editor";
import { fetchedPage } from "./web-fetch";
import { bestFinding } from "./web-search";

/** A call and its result in the form of a caller's own, so that planning need not know the difference. */
export type ExecutedCall = {
  readonly call: ToolUseBlock;
  readonly result: ToolResultBlock;
  readonly served: ContentBlock;
};

/**
 * The calls with results among these blocks, in their order. Searches for tools are left out, and so is code that only
 * calls another of these tools: what that brought counts.
 */
export function executedCalls(blocks: readonly ContentBlock[]): readonly ExecutedCall[] {
  const results = new Map(
    blocks.filter(isServerToolResult).map((result) => [String(result.tool_use_id), result]),
  );
  const wrappers = new Set<unknown>(
    blocks.flatMap(({ type, caller }) =>
      type === "server_tool_use" && isJsonObject(caller) && caller.tool_id !== undefined
        ? [caller.tool_id]
        : [],
    ),
  );
  return blocks.flatMap((block) => {
    if (block.type !== "server_tool_use" && block.type !== "mcp_tool_use") return [];
    if (wrappers.has(block.id)) return [];
    const result = results.get(String(block.id));
    if (result === undefined || result.type === "tool_search_tool_result") return [];
    return [executedCall(block, result)];
  });
}

export function executedCall(call: ContentBlock, result: ContentBlock): ExecutedCall {
  const input = isJsonObject(call.input) ? call.input : {};
  const { text, isError } = wordsOfResult(result, String(input.query ?? ""));
  const id = String(call.id);
  return {
    call: { type: "tool_use", id, name: String(call.name), input },
    result: { type: "tool_result", tool_use_id: id, content: text, ...(isError && { is_error: true }) },
    served: result,
  };
}

function wordsOfResult(result: ContentBlock, query: string): { text: string; isError: boolean } {
  const { content } = result;
  if (isJsonObject(content) && typeof content.error_code === "string")
    return { text: content.error_code, isError: true };
  const edited = editorOutput(result);
  if (edited !== undefined) return { text: edited, isError: false };
  const output = sandboxOutput(result);
  if (output !== undefined) return output;
  if (result.type === "mcp_tool_result") return { text: textIn(content), isError: result.is_error === true };
  const text = fetchedPage(result)?.text ?? bestFinding(result, query)?.sentence;
  return { text: text ?? "nothing was found", isError: false };
}

function textIn(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((item: unknown) => (isJsonObject(item) ? String(item.text ?? "") : "")).join("\n");
}
