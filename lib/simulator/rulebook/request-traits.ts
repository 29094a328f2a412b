// What is there in a request at all, so that rules about the rest need not be asked?

import type { ContentBlock } from "../api/content-block";
import type { MessagesRequest } from "../api/messages-request";

export type RequestTraits = {
  readonly has: (field: string) => boolean;
  /** Tools, or something said about them. */
  readonly toolFields: boolean;
  /** A block that is more than text, or a text that carries more than its words. */
  readonly richBlocks: boolean;
  readonly systemMessages: boolean;
  /** A message with more than its role and content. */
  readonly messageFields: boolean;
  /** A field that a client without any beta need not know. */
  readonly specialFields: boolean;
};

const usualFields = new Set([
  "model",
  "max_tokens",
  "messages",
  "system",
  "tools",
  "tool_choice",
  "stream",
  "stop_sequences",
  "metadata",
  "temperature",
  "top_p",
  "top_k",
]);
const ofTools = ["tools", "tool_choice", "mcp_servers"];

export function traitsOf(request: MessagesRequest): RequestTraits {
  let richBlocks = false;
  let systemMessages = false;
  let messageFields = false;
  for (const message of request.messages) {
    if (message.role === "system") systemMessages = true;
    if (Object.keys(message).length > 2) messageFields = true;
    if (typeof message.content !== "string" && message.content.some(isRich)) richBlocks = true;
  }
  return {
    has: (field) => Object.hasOwn(request, field),
    toolFields: ofTools.some((field) => Object.hasOwn(request, field)),
    richBlocks,
    systemMessages,
    messageFields,
    specialFields: Object.keys(request).some((field) => !usualFields.has(field)),
  };
}

function isRich(block: ContentBlock): boolean {
  return block.type !== "text" || Object.keys(block).length > 2;
}
