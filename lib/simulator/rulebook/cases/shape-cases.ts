// Which requests just break, and just keep, the shape of a request?

import { bodyWith } from "../../testing/ask";
import {
  answered,
  call,
  type RuleCase,
  schemaTool,
  user,
  withBody,
  withMessages,
  withTools,
} from "./rule-case";

export const shapeCases: readonly RuleCase[] = [
  {
    rule: 16,
    when: "no max_tokens",
    breaks: withBody({ max_tokens: undefined }),
    keeps: withBody({ max_tokens: 1 }),
    message: "max_tokens: Field required",
  },
  {
    rule: 16,
    when: "a schema without type",
    breaks: withTools({ name: "a", input_schema: {} }),
    keeps: withTools({ name: "a", input_schema: { type: "object" } }),
    message: "tools.0.custom.input_schema.type: Field required",
  },
  {
    rule: 18,
    when: "an unknown field",
    breaks: withMessages({ role: "user", content: [{ type: "text", text: "Hi", note: "" }] }),
    keeps: withMessages({ role: "user", content: [{ type: "text", text: "Hi", cache_control: null }] }),
    message: "messages.0.content.0.text.note: Extra inputs are not permitted",
  },
  {
    rule: 18,
    when: "a field named __proto__",
    breaks: { body: JSON.stringify(bodyWith()).replace("{", '{"__proto__":{},') },
    keeps: {},
    message: "__proto__: Extra inputs are not permitted",
  },
  {
    rule: 19,
    when: "an unknown tool type",
    breaks: withTools({ type: "function", name: "a" }),
    keeps: withTools({ type: "custom", name: "a", input_schema: { type: "object" } }),
    message:
      /^tools\.0: Input tag 'function' found using 'type' does not match any of the expected tags: 'bash_20241022',.* 'custom',/,
  },
  {
    rule: 21,
    when: "an input that is a string",
    breaks: withMessages(user, { role: "assistant", content: [call("toolu_1", "{}")] }),
    keeps: withMessages(...answered("toolu_1")),
    message: "messages.1.content.0.tool_use.input: Input should be a valid dictionary",
  },
  {
    rule: 22,
    when: "a call without a name",
    breaks: withMessages(user, { role: "assistant", content: [{ ...call("toolu_1"), name: "" }] }),
    keeps: withMessages(...answered("toolu_1")),
    message: "messages.1.content.0.tool_use.name: String should have at least 1 character",
  },
  {
    rule: 23,
    when: "an id with a dot",
    breaks: withMessages(...answered("toolu.1")),
    keeps: withMessages(...answered("toolu-1")),
    message: "messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  },
  {
    rule: 24,
    when: "an unknown role",
    breaks: withMessages({ role: "tool", content: "Hi" }),
    keeps: withMessages(user),
    message: "messages.0.role: Input should be 'user' or 'assistant'",
  },
  {
    rule: 33,
    when: "100,001 messages",
    breaks: withBody({ messages: Array.from({ length: 100_001 }, () => user) }),
    keeps: {
      path: "/v1/messages/count_tokens",
      ...withBody({ messages: Array.from({ length: 100_000 }, () => user) }),
    },
    message: /^messages: List should have at most 100000 items/,
  },
  {
    rule: 36,
    when: "a name of 129 characters",
    breaks: withTools(schemaTool({}, "a".repeat(129))),
    keeps: withTools(schemaTool({}, "a".repeat(128))),
    message: "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
  },
  {
    rule: 72,
    when: "a budget of 1,023",
    breaks: withBody({ model: "claude-sonnet-4-6", thinking: { type: "enabled", budget_tokens: 1023 } }),
    keeps: withBody({ model: "claude-sonnet-4-6", thinking: { type: "enabled", budget_tokens: 1024 } }),
    message: "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
  },
  {
    rule: null,
    when: "a value of the wrong type",
    breaks: withBody({ stream: "yes" }),
    keeps: withBody({ stream: false }),
    message: "stream: Input should be a valid boolean",
  },
];
