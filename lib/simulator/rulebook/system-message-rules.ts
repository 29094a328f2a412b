// Do system messages stand where the API takes them?

import { isServerToolResult } from "../api/content-block";
import { blocksOf, type RequestMessage } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "./request-facts";
import type { Rule } from "./rule";

const directiveOnly = "the directive-only form (content: [] with output_config) is accepted at any position";

export const systemMessageRules: readonly Rule<RequestFacts>[] = [
  {
    number: 68,
    precondition: "a system message that neither a user message nor a server tool result comes before",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const index = messages.findIndex((message, at) => needsPlace(message) && !mayPrecede(messages[at - 1]));
      if (index === -1) return undefined;
      const wording = `role 'system' must follow a 'user' message or an 'assistant' message ending in a server tool result; ${directiveOnly}`;
      return { path: `messages.${index}`, wording };
    },
  },
  {
    number: 68,
    precondition: "a system message with something other than an assistant message behind it",
    status: 400,
    evidenced: true,
    violation: ({ request: { messages } }) => {
      const index = messages.findIndex((message, at) => needsPlace(message) && !mayFollow(messages[at + 1]));
      if (index === -1) return undefined;
      const wording = `role 'system' must precede an 'assistant' message or end the array; ${directiveOnly}`;
      return { path: `messages.${index}`, wording };
    },
  },
];

function needsPlace(message: RequestMessage): boolean {
  return message.role === "system" && !isDirective(message);
}

function isDirective(message: RequestMessage): boolean {
  return message.content.length === 0 && isJsonObject(message.output_config);
}

/** A run of system messages counts as one; a directive stands anywhere, and what is before it is not looked at. */
function mayPrecede(before: RequestMessage | undefined): boolean {
  if (before === undefined) return false;
  if (before.role !== "assistant") return true;
  const last = blocksOf(before).at(-1);
  return last !== undefined && isServerToolResult(last);
}

function mayFollow(after: RequestMessage | undefined): boolean {
  return after?.role !== "user";
}
