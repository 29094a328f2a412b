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

const message = closed(
  { role, content: textOr(listOf(contentBlock)) },
  { clear_at: oneOf("next_user_message", "never"), output_config: dictionary },
);

const display = nullable(oneOf("summarized", "omitted", "updates"));
const thinking = tagged({
  adaptive: closed({}, { display, block_binding: dictionary }),
  enabled: closed(
    { budget_tokens: { is: "number", integer: true, min: 1024 } },
    { display, block_binding: dictionary },
  ),
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

const optional: Fields = {
  system: textOr(listOf(systemBlock)),
  tools: listOf(toolDefinition),
  tool_choice: toolChoice,
  thinking,
  output_config: closed(
    {},
    {
      effort: nullable(oneOf("low", "medium", "high", "xhigh", "max")),
      format: nullable(dictionary),
      task_budget: nullable(dictionary),
    },
  ),
  output_format: nullable(dictionary),
  ...cacheControlField,
  container: nullable(textOr(dictionary)),
  context_management: nullable(dictionary),
  mcp_servers: listOf(dictionary),
  compaction: nullable(dictionary),
  thread: nullable(tagged({ create: closed({}), continue: closed({ previous_message_id: text }) })),
  speed: nullable(oneOf("standard", "fast")),
  diagnostics: nullable(dictionary),
  fallbacks: anything,
  fallback_credit_token: nullable(text),
  billing_policy: anything,
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
