// Which stream events does a message become, in which order?

import { type ContentBlock, isText, isThinking } from "../api/content-block";
import { isSummary, signatureIn } from "../context/compaction-block";
import { isJsonObject } from "../json/canonical-json";
import type { BuiltMessage, Message } from "../message/message";
import { deltaFrames, inputDelta, textDelta, thinkingDelta } from "./delta-frames";
import { fieldPieces } from "./input-pieces";
import { type DeltaKind, frame, type StreamPart } from "./stream-part";

/** Streamed with deltas; every other block comes whole in its `content_block_start`. */
const callTypes = new Set(["tool_use", "server_tool_use", "mcp_tool_use"]);

/**
 * The events of a message: message_start, one ping, the blocks in order, message_delta, message_stop.
 *
 * @param isEager whether a tool's input is streamed as it is written; otherwise it comes key by key
 */
export function messageStream(
  { message, cutInput, openingModel }: BuiltMessage,
  isEager: (toolName: unknown) => boolean,
): readonly StreamPart[] {
  const streamed = message.content.map((block, index) =>
    streamedText(block, index === message.content.length - 1 ? cutInput : undefined),
  );
  const tokensPerLetter = tokensPerLetterOf(message, streamed);
  return [
    frame({ type: "message_start", message: opening(message, openingModel) }),
    frame({ type: "ping" }),
    ...message.content.flatMap((block, index) =>
      blockParts(block, {
        index,
        text: streamed[index] ?? "",
        tokensPerLetter,
        isEager: () => isEager(block.name),
      }),
    ),
    frame(closing(message)),
    frame({ type: "message_stop" }),
  ];
}

function opening(message: Message, model = message.model): object {
  const { iterations: _later, ...spent } = message.usage;
  const usage = { ...spent, output_tokens: 1, output_tokens_details: null, server_tool_use: null };
  return {
    ...message,
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    usage,
    ...(message.context_management !== undefined && { context_management: null }),
  };
}

function closing(message: Message) {
  const { stop_reason, stop_sequence, stop_details, container, usage, context_management } = message;
  const { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens } = usage;
  return {
    type: "message_delta",
    delta: { stop_reason, stop_sequence, stop_details, ...(container !== null && { container }) },
    usage: {
      input_tokens,
      cache_creation_input_tokens,
      cache_read_input_tokens,
      output_tokens,
      ...(usage.output_tokens_details !== null && { output_tokens_details: usage.output_tokens_details }),
      ...(usage.server_tool_use !== null && { server_tool_use: usage.server_tool_use }),
      ...(usage.iterations !== undefined && { iterations: usage.iterations }),
    },
    ...(context_management !== undefined && { context_management }),
  };
}

/** What of a block arrives piece by piece; the other kinds come whole, in their `content_block_start`. */
function streamedText(block: ContentBlock, cutInput?: string): string | undefined {
  if (isText(block)) return block.text;
  if (isThinking(block)) return block.thinking;
  if (!callTypes.has(block.type) || !isJsonObject(block.input)) return undefined;
  return cutInput ?? (Object.keys(block.input).length === 0 ? "" : JSON.stringify(block.input));
}

/** So that all pieces together take as long as the tokens that the usage counts. */
function tokensPerLetterOf({ usage }: Message, streamed: readonly (string | undefined)[]): number {
  const letters = streamed.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const share = usage.output_tokens / letters;
  return Number.isFinite(share) ? share : 0;
}

type Writing = {
  readonly index: number;
  /** What arrives piece by piece. */
  readonly text: string;
  readonly tokensPerLetter: number;
  readonly isEager: () => boolean;
};

function blockParts(block: ContentBlock, writing: Writing): readonly StreamPart[] {
  const { index, text, tokensPerLetter } = writing;
  const start = (content_block: object) =>
    frame({ type: "content_block_start", index, content_block }, 0, "block");
  const delta = (change: object) => frame({ type: "content_block_delta", index, delta: change }, 0, "text");
  const run = (kind: DeltaKind) => ({ index, delta: kind, text, tokensPerLetter });
  const stop = frame({ type: "content_block_stop", index }, 0, "block");

  if (isText(block)) {
    const citations = "citations" in block && Array.isArray(block.citations) ? block.citations : undefined;
    return [
      start({ type: "text", text: "", ...(citations !== undefined && { citations: [] }) }),
      ...(citations ?? []).map((citation: unknown) => delta({ type: "citations_delta", citation })),
      run(textDelta),
      stop,
    ];
  }
  if (isThinking(block)) {
    const signature = delta({ type: "signature_delta", signature: block.signature });
    return [start({ type: "thinking", thinking: "", signature: "" }), run(thinkingDelta), signature, stop];
  }
  if (isUnsignedSummary(block)) {
    const { content, encrypted_content } = block;
    const summary = { content, ...(encrypted_content !== undefined && { encrypted_content }) };
    return [start({ ...block, content: null }), delta({ type: "compaction_delta", ...summary }), stop];
  }
  if (!callTypes.has(block.type) || !isJsonObject(block.input)) return [start(block), stop];
  return [start({ ...block, input: {} }), ...inputParts(block, writing), stop];
}

/** An empty piece first; then as it is written, or key by key. A member of a toolset gets its input in one. */
function inputParts(block: ContentBlock, { isEager, ...rest }: Writing): readonly StreamPart[] {
  const run = { ...rest, delta: inputDelta };
  if (typeof block.toolset_name === "string") return deltaFrames(run, [rest.text]);
  if (isEager()) return [...deltaFrames(run, [""]), run];
  return deltaFrames(run, ["", ...fieldPieces(rest.text)]);
}

/** That of a compaction at a threshold; one that was asked for is signed, and comes whole. */
function isUnsignedSummary(block: ContentBlock): boolean {
  return isSummary(block) && signatureIn(block) === undefined;
}
