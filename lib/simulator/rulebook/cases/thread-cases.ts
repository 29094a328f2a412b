// Which requests just break, and just keep, the rules about threads?

import type { Simulator } from "../../simulator";
import { type Asked, ask, chunksOf, messageFrom, usualHeaders } from "../../testing/ask";
import { type Asking, type RuleCase, user, withBody, withThread } from "./rule-case";

const noPace = { timeToFirstTokenMs: 0, tokensPerSecond: 0 };
const text = (words: string) => [{ type: "text", text: words }];

/** A request that continues a thread just created, with fields of its own and more betas. */
function continuing(fields: object = {}, ...betas: readonly string[]): Asking {
  return async (simulator) => continued(await created(simulator, "/v1/messages"), fields, betas);
}

/** Each case has a thread of its own: equal requests would get equal ids. */
async function created(simulator: Simulator, path: string): Promise<string> {
  made += 1;
  const messages = [{ role: "user", content: `Hello for the ${made}th time` }];
  return (await messageFrom(simulator, { ...withThread({ type: "create" }, withBody({ messages })), path }))
    .id;
}
let made = 0;

function continued(id: string, fields: object = {}, betas: readonly string[] = []): Asked {
  const body = { model: "claude-opus-5", max_tokens: 2_000, messages: [user], ...fields };
  const asked = withThread({ type: "continue", previous_message_id: id }, { body });
  const all = ["message-threads-2026-08-12", ...betas].join(",");
  return { ...asked, headers: [...usualHeaders, ["anthropic-beta", all]] };
}

/** The second of two requests that continue from one reply; the first has its answer, or is getting it. */
function second(isAnswered: boolean): Asking {
  return async (simulator) => {
    const slow = { when: { mentions: "slowly" }, content: text("and so on ".repeat(50)), tokensPerSecond: 1 };
    simulator.registerScript("slow", { turns: [{ content: text("Yes.") }, slow], pace: noPace });
    const path = "/~slow/v1/messages";
    const messages = isAnswered ? [user] : [{ role: "user", content: "Now slowly" }];
    const next = { ...continued(await created(simulator, path), { messages, stream: true }), path };
    const running = await ask(simulator, next);
    if (isAnswered) await chunksOf(running);
    return next;
  };
}

const coded = (when: string, errorCode: string, breaks: Asking, message: RegExp): RuleCase => ({
  rule: 91,
  when,
  breaks,
  keeps: continuing(),
  message,
  errorCode: `thread_${errorCode}`,
});
const contextBeta = "context-management-2025-06-27";
const fallbackBeta = "server-side-fallback-2026-07-01";

export const threadCases: readonly RuleCase[] = [
  {
    ...coded(
      "a thread that nobody holds",
      "not_found",
      withThread({ type: "continue", previous_message_id: "msg_1" }),
      /^thread: no usable thread was found for `previous_message_id` msg_1/,
    ),
    status: 404,
  },
  coded("a reply continued twice", "already_continued", second(true), /has already been continued/),
  coded("a reply that is being continued", "continue_in_flight", second(false), /is still continuing/),
  coded(
    "another model than the thread's",
    "fingerprint_mismatch",
    continuing({ model: "claude-opus-4-8" }),
    /^thread: `model` differs from the stored value claude-opus-5/,
  ),
  coded(
    "context management on a thread",
    "unsupported_request",
    continuing({ context_management: { edits: [] } }, contextBeta),
    /^thread: `context_management` is not supported/,
  ),
  coded(
    "fallbacks on a thread",
    "unsupported_request",
    continuing({ fallbacks: "default" }, fallbackBeta),
    /^thread: `fallbacks` is not supported/,
  ),
  {
    rule: 91,
    when: "a continued thread with tools of its own",
    breaks: continuing({ tools: [] }),
    keeps: continuing(),
    message: /^tools: Extra inputs are not permitted when `thread\.type` is "continue"/,
  },
  {
    rule: 18,
    when: "a thread without its beta",
    breaks: withBody({ thread: { type: "create" } }),
    keeps: withThread({ type: "create" }),
    message: "thread: Extra inputs are not permitted",
  },
];
