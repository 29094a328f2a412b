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
    if (isServerToolResult(block) && block.tool_use_id === undefined && lastCall !== undefined) {
      const { type, ...rest } = block;
      return { type, tool_use_id: lastCall, ...rest };
    }
    const { caller } = block;
    const isMadeByCode = isJsonObject(caller) && String(caller.type).startsWith("code_execution_");
    if (!isMadeByCode || caller.tool_id !== undefined || lastCode === undefined) return block;
    return { ...block, caller: { ...caller, tool_id: lastCode } };
  });
}
