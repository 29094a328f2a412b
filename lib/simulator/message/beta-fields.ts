// Which fields does a message have on the beta surface only?

import type { MessagesRequest } from "../api/messages-request";
import type { AppliedEdit } from "../context/edit-outcome";
import type { Attempt } from "../fallback/fall-back";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import { blockTokens } from "./cut-reply";
import type { Message, Usage } from "./message";

/**
 * The edits that were made of the context, where any were ordered, and the usage of each iteration: one for the message
 * and, where other models were asked first, one for each of them, and one before all where the context was compacted on
 * the way. A reply that says its iterations itself keeps them.
 */
export function withBetaFields(
  message: Message,
  { context_management: management }: MessagesRequest,
  appliedEdits: readonly AppliedEdit[],
  compaction: JsonObject | undefined,
  attempts: readonly Attempt[] = [],
): Message {
  const { usage } = message;
  const spoken =
    attempts.length === 0
      ? [iteration("message", message.model, usage)]
      : attempts.map(({ model, content }, index) =>
          iteration(index === attempts.length - 1 ? "fallback_message" : "message", model, {
            ...usage,
            output_tokens: content.reduce((sum, block) => sum + blockTokens(block), 0),
          }),
        );
  return {
    ...message,
    usage: {
      ...usage,
      iterations: usage.iterations ?? [...(compaction === undefined ? [] : [compaction]), ...spoken],
    },
    context_management: isJsonObject(management) ? { applied_edits: appliedEdits } : null,
  };
}

function iteration(type: string, model: string, usage: Usage): JsonObject {
  return {
    type,
    model,
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_creation_input_tokens: usage.cache_creation_input_tokens,
    cache_read_input_tokens: usage.cache_read_input_tokens,
    cache_creation: usage.cache_creation,
  };
}
