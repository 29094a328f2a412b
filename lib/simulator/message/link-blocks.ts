// Which call does a result answer, and which code has made a call, where the reply leaves the ids out?

import { type ContentBlock, isServerToolResult } from "../api/content-block";
import { isJsonObject } from "../json/canonical-json";

/**
 * Fills in what ties blocks of one reply together: a result of a tool that the API executed answers the nearest call
 * before it, and a call made by code carries the id of the nearest code execution before it. Ids given stay.
 */
export function linkBlocks(content: readonly ContentBlock[]): readonly ContentBlock[] {
  let lastCall: unknown;
  let lastCode: unknown;
  return content.map((block) => {
    if (block.type === "server_tool_use" || block.type === "mcp_tool_use") lastCall = block.id;
    if (block.type === "server_tool_use" && block.name === "code_execution") lastCode = block.id;
    const answered = block.type === "code_execution_tool_result" ? lastCode : lastCall;
    return madeBy(lastCode, answering(answered, block));
  });
}

function answering(call: unknown, block: ContentBlock): ContentBlock {
  if (!isServerToolResult(block) || block.tool_use_id !== undefined || call === undefined) return block;
  const { type, ...rest } = block;
  return { type, tool_use_id: call, ...rest };
}

function madeBy(code: unknown, block: ContentBlock): ContentBlock {
  const { caller } = block;
  const isMadeByCode = isJsonObject(caller) && String(caller.type).startsWith("code_execution_");
  if (!isMadeByCode || caller.tool_id !== undefined || code === undefined) return block;
  return { ...block, caller: { ...caller, tool_id: code } };
}
