// Of which parts does a prompt consist, in the order in which it is cached?

import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { messageTokens, systemTokens, toolTokens } from "../api/token-estimate";
import { canonicalJson, isJsonObject } from "../json/canonical-json";
import { seedOf } from "../json/seed";
import { ttlOf } from "../rulebook/cache-rules";

export type PromptSegment = {
  /** A hash of the prompt up to and with this part. */
  readonly prefix: string;
  /** Tokens of the prompt up to and with this part. */
  readonly tokensSoFar: number;
  /** How long the prompt up to here is to be kept, where a breakpoint says so. */
  readonly keptFor?: "5m" | "1h";
};

type Part = { readonly value: unknown; readonly tokens: number; readonly keptFor?: "5m" | "1h" };

/** Tools, then system, then messages; thinking and the choice of tools stand in front of these, so that a change loses them. */
export function promptSegments(request: MessagesRequest): readonly PromptSegment[] {
  const parts = withAutomaticMark(request, partsOf(request));
  let prefix = seedOf("prompt", request.model);
  let tokensSoFar = 0;
  return parts.map(({ value, tokens, keptFor }) => {
    prefix = seedOf(prefix, canonicalJson(withoutMarks(value)));
    tokensSoFar += tokens;
    return { prefix, tokensSoFar, ...(keptFor !== undefined && { keptFor }) };
  });
}

function partsOf({ tools = [], system, messages, ...settings }: MessagesRequest): readonly Part[] {
  const costs = toolTokens(tools);
  const { type, budget_tokens: budget } = settings.thinking ?? {};
  return [
    ...tools.flatMap((tool, index) => (tool.defer_loading === true ? [] : part(tool, costs[index] ?? 0))),
    ...systemBlocks(system).flatMap((block) => part(block, systemTokens(block))),
    { value: [settings.tool_choice ?? null, type ?? null, budget ?? null], tokens: 0 },
    ...messages.flatMap((message) => {
      const blockCosts = messageTokens(message);
      return blocksOf(message).flatMap((block, index) => part(block, blockCosts[index] ?? 0, message.role));
    }),
  ];
}

function systemBlocks(system: MessagesRequest["system"]): readonly ContentBlock[] {
  return typeof system === "string" ? [{ type: "text", text: system }] : (system ?? []);
}

function part(block: { readonly [field: string]: unknown }, tokens: number, role?: string): readonly Part[] {
  const inner: readonly unknown[] = Array.isArray(block.content) ? block.content : [];
  const marks = [block, ...inner].flatMap((each) =>
    isJsonObject(each) ? (ttlOf(each.cache_control) ?? []) : [],
  );
  const keptFor = marks[0];
  return [{ value: [role ?? null, block], tokens, ...(keptFor !== undefined && { keptFor }) }];
}

/** A top-level `cache_control` marks the last part that can be cached. */
function withAutomaticMark(request: MessagesRequest, parts: readonly Part[]): readonly Part[] {
  const keptFor = ttlOf(request.cache_control);
  if (keptFor === undefined) return parts;
  const last = parts.findLastIndex(({ value, tokens }) => tokens > 0 && !isThought(value));
  return parts.map((each, index) => (index === last ? { keptFor, ...each } : each));
}

function isThought(value: unknown): boolean {
  const block: unknown = Array.isArray(value) ? value[1] : undefined;
  return isJsonObject(block) && (block.type === "thinking" || block.type === "redacted_thinking");
}

/** Where the marks stand is no part of what is cached: they move forward as a conversation grows. */
export function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "cache_control")
      .map(([key, field]) => [key, key === "input" ? field : withoutMarks(field)]),
  );
}
