// How does what the model says become a message with ids, signatures, a stop reason and usage?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";
import type { PromptUsage } from "../cache/prompt-cache";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { seededId } from "../json/seed";
import type { Reply } from "../model/reply";
import type { InputTransformation } from "../thinking/returned-thinking";
import { shownThinking } from "../thinking/shown-thinking";
import { signThinking } from "../thinking/sign-thinking";
import { blockTokens, cutAtMaxTokens, cutAtStopSequence, type ReplyContent } from "./cut-reply";
import { linkBlocks } from "./link-blocks";
import type { BuiltMessage, Usage } from "./message";

const idPrefixes: Readonly<Record<string, string>> = {
  tool_use: "toolu_",
  server_tool_use: "srvtoolu_",
  mcp_tool_use: "mcptoolu_",
};

export type ReadPrompt = {
  readonly usage: PromptUsage;
  readonly transformations?: readonly InputTransformation[];
};

/**
 * One message for JSON and stream alike.
 *
 * @param seed whatever identifies the request: the same seed gives the same ids
 * @param isBeta whether the fields that only the beta surface has are present
 * @param prompt what the prompt cost, cache and all, and what was taken out of it where the request asks to hear of it
 */
export function buildMessage(
  request: MessagesRequest,
  reply: Reply,
  seed: string,
  isBeta: boolean,
  prompt: ReadPrompt,
): BuiltMessage {
  const whole: ReplyContent = {
    content: linkBlocks(reply.content.map((block, index) => completeBlock(block, `${seed}:${index}`))),
    stopReason: reply.stopReason,
    stopSequence: reply.stopSequence ?? null,
  };
  const cut = cutAtMaxTokens(cutAtStopSequence(whole, request.stop_sequences ?? []), request.max_tokens);
  const message = {
    id: seededId("msg_", seed),
    type: "message" as const,
    role: "assistant" as const,
    model: request.model,
    content: signThinking(shownThinking(cut.content, request), request),
    stop_reason: cut.stopReason,
    stop_sequence: cut.stopSequence,
    stop_details: reply.stopDetails ?? null,
    container: reply.container ?? null,
    diagnostics: null,
    usage: usageOf(request, cut, reply.usage ?? {}, prompt.usage),
    ...(isBeta && { context_management: null }),
    ...(prompt.transformations !== undefined && { input_transformations: prompt.transformations }),
  };
  return cut.cutInput === undefined ? { message } : { message, cutInput: cut.cutInput };
}

function completeBlock(block: ContentBlock, seed: string): ContentBlock {
  const prefix = Object.hasOwn(idPrefixes, block.type) ? idPrefixes[block.type] : undefined;
  if (prefix !== undefined) {
    const { type, id, name, input, ...rest } = block;
    const caller = block.type !== "mcp_tool_use" ? { caller: { type: "direct" } } : {};
    return { type, id: id ?? seededId(prefix, seed), name, input: input ?? {}, ...caller, ...rest };
  }
  if (block.type !== "thinking") return block;
  return { ...block, thinking: block.thinking ?? "", signature: block.signature ?? "" };
}

function usageOf(
  request: MessagesRequest,
  { content, stopReason }: ReplyContent,
  scripted: JsonObject,
  promptUsage: PromptUsage,
): Usage {
  const thinking = content.filter((block) => block.type === "thinking");
  const sum = (blocks: readonly ContentBlock[]) =>
    blocks.reduce((total, block) => total + blockTokens(block), 0);
  const outputTokens = sum(content);
  const searches = content.filter(
    (block) => block.type === "server_tool_use" && block.name === "web_search",
  ).length;
  const fetches = content.filter(
    (block) => block.type === "server_tool_use" && block.name === "web_fetch",
  ).length;
  const usesServerTools = searches + fetches > 0;
  return {
    ...promptUsage,
    output_tokens: stopReason === "max_tokens" ? (request.max_tokens ?? outputTokens) : outputTokens,
    output_tokens_details: thinking.length > 0 ? { thinking_tokens: sum(thinking) } : null,
    server_tool_use: usesServerTools ? { web_search_requests: searches, web_fetch_requests: fetches } : null,
    service_tier: "standard",
    speed: typeof request.speed === "string" ? request.speed : "standard",
    inference_geo: null,
    ...(isJsonObject(scripted) ? scripted : {}),
  };
}
