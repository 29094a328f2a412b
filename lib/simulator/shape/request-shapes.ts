// Which fields may the body of `POST /v1/messages` and of `count_tokens` hold?

import { cacheControlField, contentBlock, systemBlock } from "./block-shapes";
import {
  anything,
  closed,
  dictionary,
  type Fields,
  flag,
  listOf,
  nullable,
  type ObjectShape,
  oneOf,
  type Shape,
  tagged,
  text,
  textOr,
} from "./shape";
import { toolDefinition } from "./tool-shapes";

// The API names two roles when it refuses a third, although some models take `system`.
const role: Shape = { is: "one-of", values: ["user", "assistant", "system"], named: ["user", "assistant"] };

const effort = nullable(oneOf("low", "medium", "high", "xhigh", "max"));
const message = closed(
  { role, content: textOr(listOf(contentBlock)) },
  {
    clear_at: nullable(oneOf("next_user_message", "never")),
    output_config: nullable(closed({}, { effort })),
  },
);

const display = nullable(oneOf("summarized", "omitted", "updates"));
const block_binding = nullable(
  closed({}, { prefix_mismatch_behavior: nullable(oneOf("error", "drop_block")) }),
);
const thinking = tagged({
  adaptive: closed({}, { display, block_binding }),
  enabled: closed({ budget_tokens: { is: "number", integer: true, min: 1024 } }, { display, block_binding }),
  between_tools: closed({}),
  disabled: closed({}),
});

const parallel: Fields = { disable_parallel_tool_use: flag };
const toolChoice = tagged({
  auto: closed({}, parallel),
  any: closed({}, parallel),
  tool: closed({ name: text }, parallel),
  none: closed({}),
});

const model: Shape = { is: "string", min: 1, max: 256 };
const messages = listOf(message, 100_000);
/** Any integer here: how small it may be is a rule of its own, with its own wording. */
const maxTokens: Shape = { is: "number", integer: true };

const count = { is: "number", integer: true, min: 0 } as const;
const inputTokens = closed({ value: count });
const toolUses = closed({ value: count });
const thinkingTurns = nullable({
  is: "either",
  text: oneOf("all"),
  other: tagged({ thinking_turns: closed({ value: { ...count, min: 1 } }), all: closed({}) }),
});
const contextEdit = tagged({
  clear_tool_uses_20250919: closed(
    {},
    {
      trigger: nullable(tagged({ input_tokens: inputTokens, tool_uses: toolUses })),
      keep: nullable(tagged({ tool_uses: toolUses })),
      clear_at_least: nullable(tagged({ input_tokens: inputTokens })),
      exclude_tools: nullable(listOf(text)),
      clear_tool_inputs: anything,
    },
  ),
  clear_thinking_20251015: closed({}, { keep: thinkingTurns }),
  compact_20260112: closed(
    {},
    {
      trigger: nullable(tagged({ input_tokens: inputTokens })),
      pause_after_compaction: flag,
      instructions: nullable(text),
    },
  ),
});
const container = textOr(
  closed(
    {},
    {
      id: nullable(text),
      skills: nullable(
        listOf(closed({ type: oneOf("anthropic", "custom"), skill_id: text }, { version: nullable(text) })),
      ),
    },
  ),
);
const mcpServer = closed(
  { type: oneOf("url"), name: text, url: text },
  { authorization_token: nullable(text), tool_configuration: nullable(dictionary) },
);
const jsonFormat = nullable(tagged({ json_schema: closed({ schema: dictionary }) }));

const optional: Fields = {
  system: textOr(listOf(systemBlock)),
  tools: listOf(toolDefinition),
  tool_choice: toolChoice,
  thinking,
  output_config: closed(
    {},
    {
      effort,
      format: jsonFormat,
      task_budget: nullable(tagged({ tokens: closed({ total: count }, { remaining: nullable(count) }) })),
    },
  ),
  output_format: jsonFormat,
  ...cacheControlField,
  container: nullable(container),
  context_management: nullable(closed({}, { edits: listOf(contextEdit) })),
  mcp_servers: listOf(mcpServer),
  compaction: nullable(tagged({ summarize: closed({}, { instructions: nullable(text) }) })),
  thread: nullable(tagged({ create: closed({}), continue: closed({ previous_message_id: text }) })),
  speed: nullable(oneOf("standard", "fast")),
  diagnostics: nullable(closed({}, { previous_message_id: nullable(text) })),
  fallbacks: nullable({
    is: "either",
    text: oneOf("default"),
    other: listOf(
      closed(
        { model },
        { max_tokens: maxTokens, thinking, output_config: nullable(dictionary), speed: nullable(text) },
      ),
    ),
  }),
  fallback_credit_token: nullable(
    textOr(closed({ token: text }, { mode: nullable(oneOf("strict", "best_effort")) })),
  ),
  billing_policy: nullable(
    tagged({ billing_policy: closed({}, { bill_to: nullable(oneOf("self", "user_profile")) }) }),
  ),
};

const generation: Fields = {
  stream: flag,
  stop_sequences: listOf(text),
  metadata: closed({}, { user_id: nullable(text) }),
  service_tier: oneOf("auto", "standard_only"),
  inference_geo: nullable(text),
  temperature: { is: "number", min: 0, max: 1 },
  top_p: { is: "number", min: 0, max: 1 },
  top_k: { is: "number", integer: true, min: 0 },
};

export const createShape: ObjectShape = closed(
  { model, max_tokens: maxTokens, messages },
  { ...optional, ...generation },
);

/** Counting takes what creating takes, and lets `max_tokens` be left out. */
export const countShape: ObjectShape = closed(
  { model, messages },
  { ...optional, ...generation, max_tokens: maxTokens },
);
