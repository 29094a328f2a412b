// Which settings of a call does the AI SDK have for the parameters of a run request?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import type { RunRequest } from "@/lib/protocol/run-request";
import { FieldError } from "../../door/field-error";
import { type AnthropicOptions, camelCased, partOptions } from "./anthropic-options";

/** Parameters that are settings of `generateText` and `streamText` themselves. */
const settingNames: ReadonlyMap<string, string> = new Map([
  ["temperature", "temperature"],
  ["top_p", "topP"],
  ["top_k", "topK"],
  ["stop_sequences", "stopSequences"],
]);

/** Parameters that are options of the Anthropic provider (`anthropic-messages-options.ts` of `@ai-sdk/anthropic` 3.0). */
const optionNames: ReadonlyMap<string, string> = new Map([
  ["thinking", "thinking"],
  ["metadata", "metadata"],
  ["mcp_servers", "mcpServers"],
  ["container", "container"],
  ["cache_control", "cacheControl"],
  ["context_management", "contextManagement"],
  ["speed", "speed"],
  ["inference_geo", "inferenceGeo"],
  ["betas", "anthropicBeta"],
]);

/** @throws FieldError (`params.<name>`) for a parameter that the AI SDK cannot send */
export function callSettings({ params, system, maxTokens, toolChoice }: RunRequest) {
  const settings: JsonObject = {};
  const anthropic: JsonObject = {};
  for (const [name, value] of Object.entries(params)) {
    const setting = settingNames.get(name);
    const option = optionNames.get(name);
    if (setting !== undefined) settings[setting] = value;
    else if (name === "output_config") Object.assign(anthropic, outputConfig(value));
    else if (name === "container" && typeof value === "string") anthropic.container = { id: value };
    else if (option !== undefined) anthropic[option] = camelCased(value);
    else throw unsendable(`params.${name}`);
  }
  if (toolChoice?.disable_parallel_tool_use !== undefined)
    anthropic.disableParallelToolUse = toolChoice.disable_parallel_tool_use;
  return {
    ...settings,
    maxOutputTokens: maxTokens,
    ...(system === undefined ? {} : { system: systemOf(system) }),
    ...(toolChoice === undefined ? {} : { toolChoice: toolChoiceOf(toolChoice) }),
    providerOptions: { anthropic: anthropic as AnthropicOptions },
  };
}

function unsendable(field: string): FieldError {
  return new FieldError(field, "the AI SDK cannot send this: leave it out, or choose another engine");
}

function outputConfig(value: unknown): JsonObject {
  const config = isJsonObject(value) ? value : {};
  for (const name of Object.keys(config)) {
    if (name !== "effort" && name !== "task_budget") throw unsendable(`params.output_config.${name}`);
  }
  return camelCased(config) as JsonObject;
}

function systemOf(system: NonNullable<RunRequest["system"]>) {
  if (typeof system === "string") return system;
  return system.map((block) => ({
    role: "system" as const,
    content: String(block.text),
    ...partOptions(block),
  }));
}

function toolChoiceOf({ type, name }: JsonObject) {
  switch (type) {
    case "auto":
    case "none":
      return type;
    case "any":
      return "required" as const;
    case "tool":
      return { type: "tool" as const, toolName: String(name) };
    default:
      throw unsendable("toolChoice.type");
  }
}
