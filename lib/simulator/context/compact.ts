// How is a conversation compacted: on demand, or because it has grown past a threshold?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import { promptTokens, textTokens } from "../api/token-estimate";
import type { PromptUsage } from "../cache/prompt-cache";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { Reply } from "../model/reply";
import { prefixesOf } from "../thinking/conversation-prefix";
import { isUnfinished } from "./compaction-block";
import { contextEdit, settingOf } from "./context-edit";
import { netToolChanges } from "./net-tool-changes";
import { recalled } from "./recall-summary";
import { summarySignature } from "./summary-signature";
import { writeSummary } from "./write-summary";

/** Where the edit says nothing. */
const defaultTrigger = 150_000;

/** The answer to a request for a summary: the signed block alone, or nothing where `max_tokens` cuts the summary off. */
export function compactOnDemand(
  sent: MessagesRequest,
  read: MessagesRequest,
  promptUsage: PromptUsage,
): Reply {
  const { instructions } = isJsonObject(sent.compaction) ? sent.compaction : {};
  const block = summaryBlock(read, instructions);
  const needed = textTokens(block.content);
  const most = sent.max_tokens ?? needed;
  const usage = usageOfCompaction(promptUsage, Math.min(needed, most));
  if (needed > most) return { content: [], stopReason: "max_tokens", usage };
  const signature = summarySignature(block.content, block.tool_changes, prefixesOf(sent).whole);
  return { content: [{ ...block, signature }], stopReason: "compaction", usage };
}

export type ThresholdCompaction = {
  readonly block: ContentBlock;
  /** What the model reads from here on. */
  readonly request: MessagesRequest;
  readonly outputTokens: number;
  readonly pauses: boolean;
};

/** Undefined where no edit orders it, or the prompt has not reached the threshold. The block carries no signature. */
export function compactAtThreshold(read: MessagesRequest): ThresholdCompaction | undefined {
  const edit = contextEdit(read, "compact_20260112");
  const trigger = settingOf(edit?.trigger, "input_tokens") ?? defaultTrigger;
  if (edit === undefined || isUnfinished(read) || promptTokens(read) < trigger) return undefined;
  const block = summaryBlock(read, edit.instructions);
  return {
    block,
    request: { ...read, messages: [{ role: "assistant", content: [block] }] },
    outputTokens: textTokens(block.content),
    pauses: edit.pause_after_compaction === true,
  };
}

/** The usage of a reply that consists of nothing but a summary: all of it is in the iteration. */
export function usageOfCompaction(prompt: PromptUsage, outputTokens: number): JsonObject {
  return {
    input_tokens: 0,
    output_tokens: 0,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
    iterations: [compactionIteration(prompt, outputTokens)],
  };
}

export function compactionIteration(prompt: PromptUsage, outputTokens: number): JsonObject {
  return { type: "compaction", ...prompt, output_tokens: outputTokens };
}

function summaryBlock(read: MessagesRequest, instructions: unknown) {
  const toolChanges = netToolChanges(read);
  return {
    type: "compaction",
    content: writeSummary(
      recalled(read).messages,
      typeof instructions === "string" ? instructions : undefined,
    ),
    ...(toolChanges !== undefined && { tool_changes: toolChanges }),
  };
}
