// Which fields does a message have on the beta surface only?

import type { MessagesRequest } from "../api/messages-request";
import type { AppliedEdit } from "../context/edit-outcome";
import { isJsonObject, type JsonObject } from "../json/canonical-json";
import type { Message } from "./message";

/**
 * The edits that were made of the context, where any were ordered, and the usage of each iteration: one for the message,
 * and one before it where the context was compacted on the way. A reply that says its iterations itself keeps them.
 */
export function withBetaFields(
  message: Message,
  { context_management: management, speed }: MessagesRequest,
  appliedEdits: readonly AppliedEdit[],
  compaction: JsonObject | undefined,
): Message {
  const { usage } = message;
  return {
    ...message,
    usage: {
      ...usage,
      iterations: usage.iterations ?? [...(compaction === undefined ? [] : [compaction]), iteration(message)],
      ...(typeof speed === "string" && { speed }),
    },
    context_management: isJsonObject(management) ? { applied_edits: appliedEdits } : null,
  };
}

function iteration({ model, usage }: Message): JsonObject {
  return {
    type: "message",
    model,
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_creation_input_tokens: usage.cache_creation_input_tokens,
    cache_read_input_tokens: usage.cache_read_input_tokens,
    cache_creation: usage.cache_creation,
  };
}
