// Is the conversation well formed, message by message?

import { isText, isToolResult } from "../api/content-block";
import { blocksOf, type RequestMessage } from "../api/messages-request";
import { isSummary } from "../context/compaction-block";
import { placedBlocks, placeOfBlock, type RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

export const conversationRules: readonly Rule<RequestFacts>[] = [
  {
    number: 25,
    precondition: "no messages",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) =>
      messages.length === 0 ? { path: "messages", wording: "at least one message is required" } : undefined,
  },
  {
    number: 26,
    precondition: "the first message is the assistant's, on API version 2023-06-01",
    status: 400,
    evidenced: true,
    violation: ({ version, request: { messages } }) =>
      version === "2023-06-01" && messages[0]?.role === "assistant" && !blocksOf(messages[0]).some(isSummary)
        ? { path: "messages", wording: 'first message must use the "user" role' }
        : undefined,
  },
  {
    number: 27,
    precondition: "a message without content that is not a final assistant message",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const empty = messages.findIndex((message, index) => isEmpty(message) && !mayBeEmpty(messages, index));
      if (empty === -1) return undefined;
      const wording =
        "all messages must have non-empty content except for the optional final assistant message";
      return { path: `messages.${empty}`, wording };
    },
  },
  {
    number: 28,
    precondition: "an empty text block",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) =>
      someText(messages, (text) => text === "")
        ? { path: "messages", wording: "text content blocks must be non-empty" }
        : undefined,
  },
  {
    number: 29,
    precondition: "a text block of white space only",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) =>
      someText(messages, (text) => text.trim() === "")
        ? { path: "messages", wording: "text content blocks must contain non-whitespace text" }
        : undefined,
  },
  {
    number: 30,
    precondition: "an error result without content",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const found = placedBlocks(messages).find(
        ({ block }) => isToolResult(block) && block.is_error === true && (block.content?.length ?? 0) === 0,
      );
      if (found === undefined) return undefined;
      return {
        path: `${placeOfBlock(found)}.tool_result`,
        wording: "content cannot be empty if `is_error` is true",
      };
    },
  },
];

function isEmpty(message: RequestMessage): boolean {
  return message.content.length === 0;
}

/** A directive-only system message has no content either. */
function mayBeEmpty(messages: readonly RequestMessage[], index: number): boolean {
  const role = messages[index]?.role;
  return role === "system" || (role === "assistant" && index === messages.length - 1);
}

function someText(messages: readonly RequestMessage[], test: (text: string) => boolean): boolean {
  return messages.some((message) => {
    if (isEmpty(message)) return false;
    return blocksOf(message).some((block) => isText(block) && test(block.text));
  });
}
