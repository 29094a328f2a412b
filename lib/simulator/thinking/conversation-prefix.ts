// What came before a thinking block, in a form that can be compared?

import { createHash } from "node:crypto";
import type { ContentBlock } from "../api/content-block";
import { blocksOf, type MessagesRequest } from "../api/messages-request";
import { isSummary, type SummaryBlock, signatureIn } from "../context/compaction-block";
import { readSummarySignature } from "../context/summary-signature";
import { canonicalJson, isJsonObject } from "../json/canonical-json";

/** Hashes of the three parts of a conversation, so that it can be said which of them has changed. */
export type ConversationPrefix = {
  readonly system: Buffer;
  readonly tools: Buffer;
  readonly messages: Buffer;
};

/**
 * What each run of assistant messages has before it, by the index of its first message, and what a reply to the request
 * has before it. A run counts as one message, since a paused turn is resumed in the middle; thinking is left out, since
 * earlier thinking may be; so are cache marks and fields that say nothing (`null`, a direct caller).
 */
export function prefixesOf({ system, tools, messages }: MessagesRequest): {
  readonly ofRun: ReadonlyMap<number, ConversationPrefix>;
  readonly ofReply: ConversationPrefix;
  /** A hash of all messages. */
  readonly whole: Buffer;
} {
  const common = {
    system: digest(
      significant(typeof system === "string" ? [{ type: "text", text: system }] : (system ?? [])),
    ),
    tools: digest(significant(tools ?? [])),
  };
  const ofRun = new Map<number, ConversationPrefix>();
  let chain = digest("");
  let run: ConversationPrefix | undefined;
  messages.forEach((message, index) => {
    if (message.role !== "assistant") run = undefined;
    else run ??= { ...common, messages: chain };
    if (run !== undefined) ofRun.set(index, run);
    for (const block of blocksOf(message)) {
      if (isSummary(block)) {
        chain = summarized(block);
        // What the block stands for is behind it, so what follows it begins anew.
        run = message.role === "assistant" ? { ...common, messages: chain } : undefined;
        if (run !== undefined) ofRun.set(index, run);
      } else if (!isThought(block)) chain = digest([chain.toString("hex"), message.role, significant(block)]);
    }
  });
  return { ofRun, ofReply: run ?? { ...common, messages: chain }, whole: chain };
}

/** A signed summary carries the hash of the messages it stands for, so that thinking kept behind it counts as before. */
function summarized(block: SummaryBlock): Buffer {
  const { content, tool_changes: changes } = block;
  const reading = readSummarySignature(signatureIn(block) ?? "", content, changes);
  return reading.is === "intact" ? reading.messages : digest(["compaction", content]);
}

function isThought({ type }: ContentBlock): boolean {
  return type === "thinking" || type === "redacted_thinking";
}

function digest(value: unknown): Buffer {
  return createHash("sha256").update(canonicalJson(value)).digest().subarray(0, 8);
}

function significant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(significant);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, field]) => field !== null && key !== "cache_control" && !(key === "caller" && isDirect(field)),
      )
      .map(([key, field]) => [key, significant(field)]),
  );
}

function isDirect(caller: unknown): boolean {
  return isJsonObject(caller) && caller.type === "direct";
}
