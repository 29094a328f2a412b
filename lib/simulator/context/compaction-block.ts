// Which blocks stand for a conversation that has been summarized, and of which kind are they?

import type { ContentBlock } from "../api/content-block";
import { isServerToolResult, isToolUse } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";

/** Compaction when the caller asks for it: its block is signed, and stands first in place of what it summarizes. */
export const onDemandBeta = "compact-2026-09-04";

export type SummaryBlock = ContentBlock & { readonly content: string };

/** A block whose content is null stands for a compaction that failed, and means nothing. */
export function isSummary(block: ContentBlock): block is SummaryBlock {
  return block.type === "compaction" && typeof block.content === "string";
}

export function signatureIn({ signature }: ContentBlock): string | undefined {
  return typeof signature === "string" ? signature : undefined;
}

/** Whether this request asks for a summary and nothing else. */
export function isCompacting({ compaction }: MessagesRequest): boolean {
  return isJsonObject(compaction);
}

/** Whether the last assistant turn waits for results: the caller's, or those of a tool that the API paused in. */
export function isUnfinished({ messages }: MessagesRequest): boolean {
  const last = messages.findLast(({ role }) => role !== "system");
  if (last?.role !== "assistant") return false;
  const blocks = blocksOf(last);
  const answered = new Set(blocks.filter(isServerToolResult).map(({ tool_use_id: id }) => id));
  return blocks.some(
    (block) =>
      isToolUse(block) ||
      ((block.type === "server_tool_use" || block.type === "mcp_tool_use") && !answered.has(block.id)),
  );
}
