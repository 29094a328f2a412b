// May this request create or continue a message thread?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import type { RequestFacts } from "../rulebook/request-facts";
import type { Rule } from "../rulebook/rule";
import { threadFieldOf } from "./effective-request";
import type { HeldThread } from "./thread-store";

export const threadsBeta = "message-threads-2026-08-12";

/** A request with a `thread` field, and what is held under the id it continues from. */
export type ThreadQuestion = { readonly facts: RequestFacts; readonly held: HeldThread | undefined };

/** Held against the body as it was sent, before the model is looked at. */
export const threadFieldRules: readonly Rule<Pick<RequestFacts, "endpoint" | "betas" | "request">>[] = [
  {
    number: 18,
    precondition: "a thread without its beta, or where tokens are counted",
    status: 400,
    evidenced: true,
    violation: ({ endpoint, betas, request }) =>
      threadFieldOf(request) !== undefined && (!betas.includes(threadsBeta) || endpoint !== "create")
        ? { path: "thread", wording: "Extra inputs are not permitted" }
        : undefined,
  },
];

export const threadRules: readonly Rule<ThreadQuestion>[] = [
  {
    number: 91,
    precondition: "a continued thread that brings its own system prompt or tools",
    status: 400,
    evidenced: false,
    violation: ({ facts: { request } }) => {
      if (threadFieldOf(request)?.type !== "continue") return undefined;
      const repeated = ["system", "tools"].find((name) => (request[name] ?? null) !== null);
      if (repeated === undefined) return undefined;
      const wording = 'Extra inputs are not permitted when `thread.type` is "continue"';
      return { path: repeated, wording: `${wording}: they come from the thread` };
    },
  },
  unsupported("context_management", "context_management"),
  unsupported("fallbacks", "fallbacks"),
  {
    number: 91,
    precondition: "a thread that is not held: never stored, forgotten, or of another path",
    status: 404,
    errorCode: "thread_not_found",
    evidenced: false,
    violation: ({ facts: { request }, held }) => {
      const field = threadFieldOf(request);
      if (field?.type !== "continue" || held !== undefined) return undefined;
      const wording = `no usable thread was found for \`previous_message_id\` ${field.previous_message_id}`;
      return { path: "thread", wording: `${wording}. ${replay}` };
    },
  },
  {
    number: 91,
    precondition: "a reply that is being continued by another request",
    status: 400,
    errorCode: "thread_continue_in_flight",
    evidenced: false,
    violation: ({ held }) =>
      held?.state === "in-flight"
        ? {
            path: "thread",
            wording: "another request is still continuing from this `previous_message_id`",
          }
        : undefined,
  },
  {
    number: 91,
    precondition: "a reply that has been continued before",
    status: 400,
    errorCode: "thread_already_continued",
    evidenced: false,
    violation: ({ held }) => {
      if (held?.state !== "continued") return undefined;
      const wording = "this `previous_message_id` has already been continued, and each can be continued once";
      return { path: "thread", wording: `${wording}. ${replay}` };
    },
  },
  {
    number: 91,
    precondition: "another model than the thread was created with",
    status: 400,
    errorCode: "thread_fingerprint_mismatch",
    evidenced: false,
    violation: ({ facts: { request }, held }) => {
      if (held?.state !== "open" || held.thread.model === request.model) return undefined;
      const wording = `\`model\` differs from the stored value ${held.thread.model}`;
      return { path: "thread", wording: `${wording}. ${replay}` };
    },
  },
  {
    number: 82,
    precondition: "more than three cache breakpoints with a thread",
    status: 400,
    errorCode: "thread_unsupported_request",
    details: { unsupported: ["cache_control"] },
    evidenced: true,
    violation: ({ facts: { request }, held }) => {
      if (threadFieldOf(request) === undefined) return undefined;
      const kept = held?.state === "open" ? [held.thread.system, held.thread.tools] : [];
      const found = breakpoints([request.tools, request.system, request.messages, ...kept]);
      if (found <= 3) return undefined;
      const wording =
        "a maximum of 3 blocks with cache_control may be provided when thread is set -- the fourth marker slot is reserved for the marker the server places on the conversation last cache-eligible block.";
      return { path: "thread", wording: `${wording} Found ${found}.` };
    },
  },
];

const replay = 'Replay the full conversation with `thread: {"type": "create"}`';

function unsupported(field: keyof MessagesRequest & string, name: string): Rule<ThreadQuestion> {
  return {
    number: 91,
    precondition: `a thread together with ${field}`,
    status: 400,
    errorCode: "thread_unsupported_request",
    details: { unsupported: [name] },
    evidenced: false,
    violation: ({ facts: { request } }) =>
      threadFieldOf(request) === undefined || (request[field] ?? null) === null
        ? undefined
        : { path: "thread", wording: `\`${field}\` is not supported when thread is set` },
  };
}

function breakpoints(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + breakpoints(item), 0);
  if (!isJsonObject(value)) return 0;
  return (isJsonObject(value.cache_control) ? 1 : 0) + breakpoints(value.content);
}
