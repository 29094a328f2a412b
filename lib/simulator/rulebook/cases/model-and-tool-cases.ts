// Which requests just break, and just keep, the rules about models, tools and limits?

import {
  answered,
  cached,
  older,
  type RuleCase,
  schemaTool,
  tools,
  user,
  withBody,
  withMessages,
  withThread,
  withTools,
} from "./rule-case";

export const modelAndToolCases: readonly RuleCase[] = [
  {
    rule: 7,
    when: "an unknown model",
    breaks: withBody({ model: "claude-3-5-sonnet-20241022" }),
    keeps: withBody({ model: "claude-haiku-4-5-20251001" }),
    status: 404,
    message: "model: claude-3-5-sonnet-20241022",
  },
  {
    rule: 17,
    when: "max_tokens of 0 on the older version",
    breaks: older({ max_tokens: 0 }),
    keeps: withBody({ max_tokens: 0 }),
    message: "max_tokens: must be greater than or equal to 1",
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
    rule: 78,
    when: "thinking a model does not have",
    breaks: withBody({ model: "claude-opus-5-5", thinking: { type: "disabled" } }),
    keeps: withBody({ model: "claude-opus-5", thinking: { type: "disabled" } }),
    message:
      '"thinking.type.disabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
  },
  {
    rule: 85,
    when: "too long a prompt",
    breaks: withBody({ model: "claude-haiku-4-5", system: "word ".repeat(200_001) }),
    keeps: withBody({ model: "claude-haiku-4-5", max_tokens: 500, system: "word ".repeat(199_000) }),
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
    rule: 82,
    when: "four cache breakpoints on a thread",
    breaks: withThread({ type: "create" }, cached(4)),
    keeps: withThread({ type: "create" }, cached(3)),
    message:
      "thread: a maximum of 3 blocks with cache_control may be provided when thread is set -- the fourth marker slot is reserved for the marker the server places on the conversation last cache-eligible block. Found 4.",
    errorCode: "thread_unsupported_request",
  },
];
