// Which stream events does a message become, in which order?

import { type ContentBlock, isText, isThinking } from "../api/content-block";
import { textTokens } from "../api/token-estimate";
import { isJsonObject } from "../json/canonical-json";
import { seededRandom } from "../json/seed";
import type { BuiltMessage, Message } from "../message/message";

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
    frames.push(...blockFrames(block, index, random, isCut ? cutInput : undefined));
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
  const delta = (change: object, tokens = 0, kind: Frame["kind"] = "text") =>
    frame({ type: "content_block_delta", index, delta: change }, tokens, kind);
  const stop = frame({ type: "content_block_stop", index }, 0, "block");

  if (isText(block)) {
    const citations = "citations" in block && Array.isArray(block.citations) ? block.citations : undefined;
    return [
      start({ type: "text", text: "", ...(citations !== undefined && { citations: [] }) }),
      ...(citations ?? []).map((citation: unknown) => delta({ type: "citations_delta", citation })),
      ...pieces(block.text, random).map((text) => delta({ type: "text_delta", text }, textTokens(text))),
      stop,
    ];
  }
  if (isThinking(block)) {
    return [
      start({ type: "thinking", thinking: "", signature: "" }),
      ...pieces(block.thinking, random).map((thinking) =>
        delta({ type: "thinking_delta", thinking }, textTokens(thinking)),
      ),
      delta({ type: "signature_delta", signature: block.signature }),
      stop,
    ];
  }
  if (!callTypes.has(block.type) || !isJsonObject(block.input)) return [start(block), stop];
  const json = cutInput ?? (Object.keys(block.input).length === 0 ? "" : JSON.stringify(block.input));
  return [
    start({ ...block, input: {} }),
    ...["", ...pieces(json, random)].map((partial_json) =>
      delta({ type: "input_json_delta", partial_json }, textTokens(partial_json), "tool-input"),
    ),
    stop,
  ];
}

/** A text in pieces of a few tokens, never between the halves of a character. */
function pieces(text: string, random: () => number): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at + 3 + Math.floor(random() * 12);
    if (isLowSurrogate(text.charCodeAt(end))) end += 1;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

type EventPayload = { readonly type: string; readonly [field: string]: unknown };

/** The name of an event always equals the `type` of its data. */
export function frame(payload: EventPayload, tokens = 0, kind: Frame["kind"] = "message"): Frame {
  return { text: `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`, tokens, kind };
}
