// How are Messages API fields named among the AI SDK's provider options?
import type { JSONValue } from "ai";
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";

/** What stands under `providerOptions.anthropic`. */
export type AnthropicOptions = Record<string, JSONValue>;

/** @returns the same value with every `snake_case` key in `camelCase`, at all depths */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCased(inner),
    ]),
  );
}

/** @returns the options of one part or message: its cache breakpoint, and what else is given */
export function partOptions(block: JsonObject, more: AnthropicOptions = {}) {
  const cache = block.cache_control === undefined ? {} : { cacheControl: camelCased(block.cache_control) };
  const anthropic = { ...cache, ...more } as AnthropicOptions;
  return Object.keys(anthropic).length === 0 ? {} : { providerOptions: { anthropic } };
}
