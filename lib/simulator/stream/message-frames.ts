// Which stream events does a message become, in which order?

import { type ContentBlock, isText, isThinking } from "../api/content-block";
import { textTokens } from "../api/token-estimate";
import { isJsonObject } from "../json/canonical-json";
import { seededRandom } from "../json/seed";
import type { BuiltMessage, Message } from "../message/message";
import { type DeltaKind, deltaFrames, inputDelta, piecesOf, textDelta, thinkingDelta } from "./delta-frames";

export type Frame = {
  /** The event as it goes over the wire. */
  readonly text: string;
  /** How many tokens of output it carries: what it costs in time. */
  readonly tokens: number;
  readonly kind: "message" | "block" | "text" | "tool-input";
};

/** Streamed with deltas; every other block comes whole in its `content_block_start`. */
const callTypes = new Set(["tool_use", "server_tool_use", "mcp_tool_use"]);

/** The frames of a message: message_start, one ping, the blocks in order, message_delta, message_stop. */
export function messageFrames({ message, cutInput }: BuiltMessage, seed: string): readonly Frame[] {
  const random = seededRandom(seed);
  const frames: Frame[] = [
    frame({ type: "message_start", message: opening(message) }),
    frame({ type: "ping" }),
  ];
  message.content.forEach((block, index) => {
    const isCut = cutInput !== undefined && index === message.content.length - 1;
    for (const each of blockFrames(block, index, random, isCut ? cutInput : undefined)) frames.push(each);
  });
  frames.push(frame(closing(message)), frame({ type: "message_stop" }));
  return frames;
}

function opening(message: Message): object {
  const usage = { ...message.usage, output_tokens: 1, output_tokens_details: null, server_tool_use: null };
  return {
    ...message,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    usage,
  };
}

function closing({ stop_reason, stop_sequence, stop_details, container, usage }: Message): EventPayload {
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
    },
  };
}

function blockFrames(
  block: ContentBlock,
  index: number,
  random: () => number,
  cutInput?: string,
): readonly Frame[] {
  const start = (content_block: object) =>
    frame({ type: "content_block_start", index, content_block }, 0, "block");
  const delta = (change: object) => frame({ type: "content_block_delta", index, delta: change }, 0, "text");
  const deltas = (kind: DeltaKind, text: string, first: readonly string[] = []) =>
    deltaFrames(index, kind, [...first, ...piecesOf(text, random)], textTokens(text));
  const stop = frame({ type: "content_block_stop", index }, 0, "block");

  if (isText(block)) {
    const citations = "citations" in block && Array.isArray(block.citations) ? block.citations : undefined;
    return [
      start({ type: "text", text: "", ...(citations !== undefined && { citations: [] }) }),
      ...(citations ?? []).map((citation: unknown) => delta({ type: "citations_delta", citation })),
      ...deltas(textDelta, block.text),
      stop,
    ];
  }
  if (isThinking(block)) {
    return [
      start({ type: "thinking", thinking: "", signature: "" }),
      ...deltas(thinkingDelta, block.thinking),
      delta({ type: "signature_delta", signature: block.signature }),
      stop,
    ];
  }
  if (!callTypes.has(block.type) || !isJsonObject(block.input)) return [start(block), stop];
  const json = cutInput ?? (Object.keys(block.input).length === 0 ? "" : JSON.stringify(block.input));
  return [start({ ...block, input: {} }), ...deltas(inputDelta, json, [""]), stop];
}

type EventPayload = { readonly type: string; readonly [field: string]: unknown };

/** The name of an event always equals the `type` of its data. */
export function frame(payload: EventPayload, tokens = 0, kind: Frame["kind"] = "message"): Frame {
  return { text: `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`, tokens, kind };
}
