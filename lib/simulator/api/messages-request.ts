// What does a request to `POST /v1/messages` hold, once its shape has been checked?

import type { JsonObject } from "../json/canonical-json";
import type { ContentBlock } from "./content-block";

export type RequestMessage = {
  readonly role: "user" | "assistant" | "system";
  readonly content: string | readonly ContentBlock[];
  /** Of a system message: settings that hold from here on. */
  readonly output_config?: JsonObject;
};

export type ToolDefinition = {
  readonly type?: string | null;
  readonly name?: string;
  readonly description?: string;
  readonly input_schema?: JsonObject;
  readonly input_examples?: readonly JsonObject[];
  readonly defer_loading?: boolean;
  readonly [field: string]: unknown;
};

export type CustomTool = ToolDefinition & { readonly name: string; readonly input_schema: JsonObject };

export type ToolChoice = {
  readonly type: "auto" | "any" | "tool" | "none";
  readonly name?: string;
  readonly disable_parallel_tool_use?: boolean;
};

export type Thinking = {
  readonly type: "adaptive" | "enabled" | "between_tools" | "disabled";
  readonly budget_tokens?: number;
  readonly display?: "summarized" | "omitted" | "updates";
  readonly block_binding?: { readonly prefix_mismatch_behavior?: "error" | "drop_block" | null } | null;
};

export type MessagesRequest = {
  readonly model: string;
  readonly messages: readonly RequestMessage[];
  readonly max_tokens?: number;
  readonly system?: string | readonly ContentBlock[];
  readonly tools?: readonly ToolDefinition[];
  readonly tool_choice?: ToolChoice;
  readonly thinking?: Thinking;
  readonly output_config?: JsonObject;
  readonly stop_sequences?: readonly string[];
  readonly stream?: boolean;
  readonly [field: string]: unknown;
};

/** The blocks of a message: a string is short for one text block. */
export function blocksOf(message: RequestMessage): readonly ContentBlock[] {
  return typeof message.content === "string" ? [{ type: "text", text: message.content }] : message.content;
}

/** A tool of the user's own: it has a schema, and the caller runs it. */
export function isCustomTool(tool: ToolDefinition): tool is CustomTool {
  return (tool.type === undefined || tool.type === null || tool.type === "custom") && tool.name !== undefined;
}
