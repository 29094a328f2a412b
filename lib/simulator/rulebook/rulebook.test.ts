// Does each rule refuse what breaks it, in the API's words, and let through what just keeps it?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { type Asked, ask, bodyWith, errorIn, usualHeaders } from "../testing/ask";
import { playgroundTools } from "../testing/tools";
import { rules } from "./rulebook";

const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });

type Case = {
  readonly rule: number | null;
  readonly when: string;
  readonly breaks: Asked;
  readonly keeps: Asked;
  readonly status?: number;
  readonly message: string | RegExp;
  readonly errorCode?: string;
};

const user = { role: "user", content: "Hello" };
const call = (id: string, input: unknown = {}) => ({ type: "tool_use", id, name: "get_weather", input });
const result = (id: string, fields: object = {}) => ({
  type: "tool_result",
  tool_use_id: id,
  content: "18 °C",
  ...fields,
});
const tools = playgroundTools;
const schemaTool = (schema: object, name = "a_tool") => ({
  name,
  input_schema: { type: "object", ...schema },
});
const withBody = (fields: Record<string, unknown>): Asked => ({ body: bodyWith(fields) });
const withMessages = (...messages: unknown[]): Asked => withBody({ messages, tools });
const withTools = (...own: unknown[]): Asked => withBody({ tools: own });
const withHeaders = (...headers: [string, string][]): Asked => ({ headers });
const version: [string, string] = ["anthropic-version", "2026-10-21"];
const oldVersion: [string, string] = ["anthropic-version", "2023-06-01"];
const key: [string, string] = ["x-api-key", "sk-test"];
const older = (fields: Record<string, unknown>): Asked => ({
  headers: [oldVersion, key],
  body: bodyWith(fields),
});
const answered = (id: string) => [
  user,
  { role: "assistant", content: [call(id)] },
  { role: "user", content: [result(id)] },
];
const cached = (count: number) =>
  withBody({
    messages: [
      {
        role: "user",
        content: Array.from({ length: count }, (_, index) => ({
          type: "text",
          text: `part ${index}`,
          cache_control: { type: "ephemeral" },
        })),
      },
    ],
  });

const cases: readonly Case[] = [
  {
    rule: 1,
    when: "no version",
    breaks: withHeaders(key),
    keeps: withHeaders(version, key),
    message: "anthropic-version: header is required",
  },
  {
    rule: null,
    when: "an unknown version",
    breaks: withHeaders(["anthropic-version", "2025-01-01"], key),
    keeps: withHeaders(oldVersion, key),
    message: /"2025-01-01" is not a valid version/,
  },
  {
    rule: 2,
    when: "no credential",
    breaks: withHeaders(version),
    keeps: withHeaders(version, ["Authorization", "Bearer x"]),
    status: 401,
    message: "x-api-key header is required",
  },
  {
    rule: 3,
    when: "a bad key",
    breaks: withHeaders(version, ["X-Api-Key", "invalid"]),
    keeps: withHeaders(version, ["X-Api-Key", "invalid2"]),
    status: 401,
    message: "invalid x-api-key",
  },
  {
    rule: 4,
    when: "a bad token",
    breaks: withHeaders(version, ["authorization", "Bearer sk-invalid-9"]),
    keeps: withHeaders(version, ["authorization", "Bearer sk-valid"]),
    status: 401,
    message: "Invalid bearer token",
  },
  {
    rule: 7,
    when: "an unknown model",
    breaks: withBody({ model: "claude-3-5-sonnet-20241022" }),
    keeps: withBody({ model: "claude-haiku-4-5-20251001" }),
    status: 404,
    message: "model: claude-3-5-sonnet-20241022",
  },
  {
    rule: 9,
    when: "too large a body",
    breaks: { body: " ".repeat(32 * 1024 * 1024 + 1) },
    keeps: { body: JSON.stringify(bodyWith()) + " ".repeat(32 * 1024 * 1024 - 300) },
    status: 413,
    message: "Request exceeds the maximum size",
  },
  {
    rule: 10,
    when: "no JSON",
    breaks: { body: '{"model":' },
    keeps: {},
    message: /^The request body is not valid JSON: unexpected end of data: line 1 column 10 \(char 9\)$/,
  },
  {
    rule: 10,
    when: "a lone surrogate",
    breaks: { body: '{"model":"\\ud83d"}' },
    keeps: { body: JSON.stringify(bodyWith({ system: "x" })).replace('"x"', '"\\ud83d\\ude00 \\\\ud83d"') },
    message: /^The request body is not valid JSON: no low surrogate in string: line 1 column 17 \(char 16\)$/,
  },
  {
    rule: 10,
    when: "too deep a body",
    breaks: { body: "[".repeat(200_000) },
    keeps: withBody({ tools: [schemaTool({ properties: deepSchema(100) })] }),
    message: /nested deeper than 512 levels/,
  },
  {
    rule: 11,
    when: "a beta that cannot be one",
    breaks: { headers: [...usualHeaders, ["anthropic-beta", "a-beta-2026-01-01, what is this"]] },
    keeps: { headers: [...usualHeaders, ["anthropic-beta", "a-beta-2026-01-01,other-2025-05-14"]] },
    message: /^Unexpected value\(s\) `what is this` for the `anthropic-beta` header\. Please consult/,
  },
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
    rule: 17,
    when: "max_tokens of 0 on the older version",
    breaks: older({ max_tokens: 0 }),
    keeps: withBody({ max_tokens: 0 }),
    message: "max_tokens: must be greater than or equal to 1",
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
    rule: 20,
    when: "a sampling parameter on the newer version",
    breaks: withBody({ model: "claude-sonnet-4-6", temperature: 1 }),
    keeps: older({ model: "claude-sonnet-4-6", temperature: 1 }),
    message: "temperature: Extra inputs are not permitted",
  },
  {
    rule: 20,
    when: "a sampling parameter for a newer model",
    breaks: older({ top_p: 0.9 }),
    keeps: older({ model: "claude-haiku-4-5", top_p: 0.9 }),
    message: "`top_p` is deprecated for this model.",
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
    rule: 24,
    when: "a system message for a model without",
    breaks: withBody({
      model: "claude-haiku-4-5",
      messages: [user, { role: "system", content: "Be brief" }],
    }),
    keeps: withBody({ messages: [user, { role: "system", content: "Be brief" }] }),
    message: /^messages: Unexpected role "system"/,
  },
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
    rule: 32,
    when: "a prefill",
    breaks: withMessages(user, { role: "assistant", content: "Once" }),
    keeps: withBody({ model: "claude-haiku-4-5", messages: [user, { role: "assistant", content: "Once" }] }),
    message:
      "This model does not support assistant message prefill. The conversation must end with a user message.",
  },
  {
    rule: 35,
    when: "two tools of one name",
    breaks: withTools(schemaTool({}, "a"), schemaTool({}, "a")),
    keeps: withTools(schemaTool({}, "a"), schemaTool({}, "A")),
    message: "tools: Tool names must be unique.",
  },
  {
    rule: 36,
    when: "a name of 129 characters",
    breaks: withTools(schemaTool({}, "a".repeat(129))),
    keeps: withTools(schemaTool({}, "a".repeat(128))),
    message: "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
  },
  {
    rule: 37,
    when: "an older draft's tuple",
    breaks: withTools(schemaTool({ properties: { pair: { type: "array", items: [{ type: "string" }] } } })),
    keeps: withTools(
      schemaTool({ properties: { pair: { type: "array", prefixItems: [{ type: "string" }] } } }),
    ),
    message:
      /^tools\.0\.custom\.input_schema: JSON schema is invalid\. It must match JSON Schema draft 2020-12/,
  },
  {
    rule: 37,
    when: "a broken pattern",
    breaks: withTools(schemaTool({ properties: { a: { type: "string", pattern: "(" } } })),
    keeps: withTools(schemaTool({ properties: { a: { type: "string", pattern: "()" } } })),
    message: /JSON schema is invalid/,
  },
  {
    rule: 38,
    when: "a combinator at the top",
    breaks: withTools(schemaTool({ anyOf: [{}] })),
    keeps: withTools(schemaTool({ properties: { a: { anyOf: [{ type: "string" }] } } })),
    message:
      "tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level",
  },
  {
    rule: 43,
    when: "all tools deferred",
    breaks: withTools({ ...schemaTool({}, "a"), defer_loading: true }),
    keeps: withTools({ ...schemaTool({}, "a"), defer_loading: true }, schemaTool({}, "b")),
    message: "At least one tool must have defer_loading=false. All tools cannot be deferred.",
  },
  {
    rule: 46,
    when: "the choice of a tool that is not there",
    breaks: withBody({ tools, tool_choice: { type: "tool", name: "nothing" } }),
    keeps: withBody({ tools, tool_choice: { type: "tool", name: "wait" } }),
    message: "Tool 'nothing' not found in provided tools",
  },
  {
    rule: 47,
    when: "a choice without tools",
    breaks: withBody({ tool_choice: { type: "auto" } }),
    keeps: withBody({ tools, tool_choice: { type: "auto" } }),
    message: "tool_choice may only be specified while providing tools.",
  },
  {
    rule: 48,
    when: "calls in the history and no tools",
    breaks: withBody({ messages: answered("toolu_1") }),
    keeps: withMessages(...answered("toolu_1")),
    message: "Requests which include `tool_use` or `tool_result` blocks must define tools.",
  },
  {
    rule: 49,
    when: "a forced call with manual thinking",
    breaks: withBody({
      model: "claude-sonnet-4-6",
      tools,
      tool_choice: { type: "any" },
      thinking: { type: "enabled", budget_tokens: 1024 },
    }),
    keeps: withBody({
      model: "claude-sonnet-4-6",
      tools,
      tool_choice: { type: "auto" },
      thinking: { type: "enabled", budget_tokens: 1024 },
    }),
    message: "Thinking may not be enabled when tool_choice forces tool use.",
  },
  {
    rule: 50,
    when: "a forced call on a model that always thinks",
    breaks: withBody({ model: "claude-opus-5-5", tools, tool_choice: { type: "any" } }),
    keeps: withBody({ model: "claude-opus-5", tools, tool_choice: { type: "any" } }),
    message: "tool_choice forces tool use is not compatible with this model.",
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
  {
    rule: 71,
    when: "a budget as large as max_tokens",
    breaks: withBody({
      model: "claude-sonnet-4-6",
      max_tokens: 2000,
      thinking: { type: "enabled", budget_tokens: 2000 },
    }),
    keeps: withBody({
      model: "claude-sonnet-4-6",
      max_tokens: 2001,
      thinking: { type: "enabled", budget_tokens: 2000 },
    }),
    message: /^`max_tokens` must be greater than `thinking\.budget_tokens`\./,
  },
  {
    rule: 72,
    when: "a budget of 1,023",
    breaks: withBody({ model: "claude-sonnet-4-6", thinking: { type: "enabled", budget_tokens: 1023 } }),
    keeps: withBody({ model: "claude-sonnet-4-6", thinking: { type: "enabled", budget_tokens: 1024 } }),
    message: "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
  },
  {
    rule: 78,
    when: "thinking a model does not have",
    breaks: withBody({ model: "claude-opus-5-5", thinking: { type: "disabled" } }),
    keeps: withBody({ model: "claude-opus-5", thinking: { type: "disabled" } }),
    message:
      '"thinking.type.disabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
  },
  {
    rule: 81,
    when: "five breakpoints",
    breaks: cached(5),
    keeps: cached(4),
    message: "A maximum of 4 blocks with cache_control may be provided. Found 5.",
  },
  {
    rule: 85,
    when: "too long a prompt",
    breaks: withBody({ model: "claude-haiku-4-5", system: "word ".repeat(200_001) }),
    keeps: withBody({ model: "claude-haiku-4-5", system: "word ".repeat(199_000) }),
    message: /^prompt is too long: \d+ tokens > 200000 maximum$/,
  },
  {
    rule: 87,
    when: "max_tokens over the model's",
    breaks: withBody({ max_tokens: 128_001 }),
    keeps: withBody({ max_tokens: 128_000 }),
    message:
      "max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5",
  },
  {
    rule: 91,
    when: "a thread",
    breaks: withBody({ thread: { type: "create" } }),
    keeps: withBody({ thread: null }),
    message: /^thread: /,
    errorCode: "thread_unsupported_request",
  },
  {
    rule: null,
    when: "a value of the wrong type",
    breaks: withBody({ stream: "yes" }),
    keeps: withBody({ stream: false }),
    message: "stream: Input should be a valid boolean",
  },
];

function deepSchema(depth: number): object {
  return depth === 0 ? {} : { inner: { type: "object", properties: deepSchema(depth - 1) } };
}

describe("each rule", () => {
  test.each(cases)("$rule refuses $when", async ({ breaks, status = 400, message, errorCode }) => {
    const error = errorIn(await ask(simulator, breaks));
    expect(error?.status).toBe(status);
    if (typeof message === "string") expect(error?.message).toBe(message);
    else expect(error?.message).toMatch(message);
    expect(error?.details?.error_code).toBe(errorCode);
  });

  test.each(cases)("$rule lets through what is just not $when", async ({ keeps }) => {
    expect(errorIn(await ask(simulator, keeps))).toBeUndefined();
  });

  test("has a case here", () => {
    const tested = new Set(cases.map(({ rule }) => rule));
    expect(rules.map(({ number }) => number).filter((number) => !tested.has(number))).toEqual([]);
  });
});

describe("the order of the rules", () => {
  test.each([
    ["the version before the credential", { headers: [] }, "anthropic-version: header is required"],
    ["the credential before the body", { headers: [version], body: "{" }, "x-api-key header is required"],
    [
      "the shape before the model",
      withBody({ model: "none", max_tokens: undefined }),
      "max_tokens: Field required",
    ],
    ["the model before its limits", withBody({ model: "none", max_tokens: 10_000_000 }), "model: none"],
    [
      "a thread before its missing messages",
      withBody({ thread: { type: "continue", previous_message_id: "msg_1" }, messages: [] }),
      /^thread: /,
    ],
  ])("holds %s", async (_, asked, message) => {
    expect(errorIn(await ask(simulator, asked))?.message).toMatch(message);
  });
});

describe("a conversation", () => {
  test("may answer the calls of one turn in consecutive user messages, which the API joins", async () => {
    const split = withMessages(
      user,
      { role: "assistant", content: [call("toolu_1"), call("toolu_2")] },
      { role: "user", content: [result("toolu_1")] },
      { role: "user", content: [result("toolu_2")] },
    );
    expect(errorIn(await ask(simulator, split))).toBeUndefined();
  });

  test("may end with an assistant message that paused in the middle of a server tool", async () => {
    const search = { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: {} };
    const paused = withMessages(user, { role: "assistant", content: [search] });
    expect(errorIn(await ask(simulator, paused))).toBeUndefined();
  });
});
