// What is the answer of `POST /v1/messages`?

import type { ContentBlock } from "../api/content-block";
import type { Diagnostics } from "../cache/cache-diagnosis";
import type { AppliedEdit } from "../context/edit-outcome";
import type { JsonObject } from "../json/canonical-json";
import type { InputTransformation } from "../thinking/returned-thinking";

export type Usage = {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation: {
    readonly ephemeral_5m_input_tokens: number;
    readonly ephemeral_1h_input_tokens: number;
  };
  readonly output_tokens: number;
  readonly output_tokens_details: { readonly thinking_tokens: number } | null;
  readonly server_tool_use: JsonObject | null;
  readonly service_tier: "standard";
  readonly inference_geo: null;
  /** Beta requests only: what each sampling cost, that of a compaction apart from the counts above. */
  readonly iterations?: readonly JsonObject[];
  readonly speed: string;
};

export type Message = {
  readonly id: string;
  readonly type: "message";
  readonly role: "assistant";
  readonly model: string;
  readonly content: readonly ContentBlock[];
  readonly stop_reason: string | null;
  readonly stop_sequence: string | null;
  readonly stop_details: JsonObject | null;
  readonly container: JsonObject | null;
  readonly diagnostics: Diagnostics | null;
  readonly usage: Usage;
  /** Beta requests only. */
  readonly context_management?: { readonly applied_edits: readonly AppliedEdit[] } | null;
  /** Requests with the beta for thinking bindings only. */
  readonly input_transformations?: readonly InputTransformation[];
};

export type BuiltMessage = {
  readonly message: Message;
  /** The model that a stream begins with, where another one had the last word. */
  readonly openingModel?: string;
  /** The JSON text of the last block's input where `max_tokens` cut it off: what a stream shows of it. */
  readonly cutInput?: string;
};
