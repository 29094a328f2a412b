// Which requests just break, and just keep, the rules about messages?

import { answered, call, older, type RuleCase, result, user, withBody, withMessages } from "./rule-case";

export const conversationCases: readonly RuleCase[] = [
  {
    rule: 25,
    when: "no messages",
    breaks: withBody({ messages: [] }),
    keeps: withBody({ messages: [user] }),
    message: "messages: at least one message is required",
  },
  {
    rule: 26,
    when: "the assistant first",
    breaks: older({ messages: [{ role: "assistant", content: "Hi" }, user] }),
    keeps: withMessages({ role: "assistant", content: "Hi" }, user),
    message: 'messages: first message must use the "user" role',
  },
  {
    rule: 27,
    when: "an empty message in the middle",
    breaks: withMessages(user, { role: "assistant", content: [] }, user),
    keeps: withMessages(user, { role: "assistant", content: "Hi" }, user),
    message:
      "messages.1: all messages must have non-empty content except for the optional final assistant message",
  },
  {
    rule: 28,
    when: "an empty text block",
    breaks: withMessages({ role: "user", content: [{ type: "text", text: "" }] }),
    keeps: withMessages({ role: "user", content: [{ type: "text", text: "." }] }),
    message: "messages: text content blocks must be non-empty",
  },
  {
    rule: 29,
    when: "a blank text block",
    breaks: withMessages({ role: "user", content: " \n" }),
    keeps: withMessages({ role: "user", content: " \n." }),
    message: "messages: text content blocks must contain non-whitespace text",
  },
  {
    rule: 30,
    when: "an empty error result",
    breaks: withMessages(...answered("toolu_1").slice(0, 2), {
      role: "user",
      content: [result("toolu_1", { content: "", is_error: true })],
    }),
    keeps: withMessages(...answered("toolu_1").slice(0, 2), {
      role: "user",
      content: [result("toolu_1", { content: "", is_error: false })],
    }),
    message: "messages.2.content.0.tool_result: content cannot be empty if `is_error` is true",
  },
  {
    rule: 56,
    when: "a call unanswered",
    breaks: withMessages(
      user,
      { role: "assistant", content: [call("toolu_1"), call("toolu_2"), call("toolu_3")] },
      { role: "user", content: [result("toolu_2")] },
    ),
    keeps: withMessages(
      user,
      { role: "assistant", content: [call("toolu_1"), call("toolu_2")] },
      { role: "user", content: [result("toolu_2"), result("toolu_1")] },
    ),
    message:
      "messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1, toolu_3. Each `tool_use` block must have a corresponding `tool_result` block in the next message.",
  },
  {
    rule: 56,
    when: "a call answered after text",
    breaks: withMessages(...answered("toolu_1").slice(0, 2), {
      role: "user",
      content: [{ type: "text", text: "Here:" }, result("toolu_1")],
    }),
    keeps: withMessages(...answered("toolu_1").slice(0, 2), {
      role: "user",
      content: [result("toolu_1"), { type: "text", text: "There." }],
    }),
    message: /^messages\.1: `tool_use` ids were found without/,
  },
  {
    rule: 58,
    when: "a result without its call",
    breaks: withMessages({ role: "user", content: [result("toolu_9")] }),
    keeps: withMessages(...answered("toolu_9")),
    message:
      "messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_9. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.",
  },
  {
    rule: 59,
    when: "two results for one call",
    breaks: withMessages(...answered("toolu_1").slice(0, 2), {
      role: "user",
      content: [result("toolu_1"), result("toolu_1")],
    }),
    keeps: withMessages(...answered("toolu_1")),
    message:
      "messages.2.content.1: each tool_use must have a single result. Found multiple `tool_result` blocks with id: toolu_1",
  },
  {
    rule: 60,
    when: "two calls of one id",
    breaks: withMessages(
      ...answered("toolu_1"),
      { role: "assistant", content: [call("toolu_1")] },
      { role: "user", content: [result("toolu_1")] },
    ),
    keeps: withMessages(
      ...answered("toolu_1"),
      { role: "assistant", content: [call("toolu_2")] },
      { role: "user", content: [result("toolu_2")] },
    ),
    message: "messages.3.content.0: `tool_use` ids must be unique",
  },
];
