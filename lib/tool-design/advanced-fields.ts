// What can be said of the fields of a definition that most tools do not need?
import type { JsonObject } from "@/lib/protocol/json-object";

/** Source of the names and their meaning: reference of the Messages API, November 2026. */
export const flagFields = [
  {
    field: "strict",
    name: "strict",
    hint: "The model's input always fits the schema. Every object needs additionalProperties: false.",
  },
  {
    field: "deferLoading",
    name: "defer_loading",
    hint: "Not in the prompt until a tool search finds it. At least one tool must not be deferred.",
  },
  {
    field: "eagerInputStreaming",
    name: "eager_input_streaming",
    hint: "The input streams as it is written, unchecked: it may end in text that is no JSON.",
  },
  {
    field: "needsApproval",
    name: "needs approval",
    hint: "A person approves, edits or refuses each call before it runs. Not sent to the provider.",
  },
] as const;

export const cacheChoices = [
  { name: "none", label: "No breakpoint" },
  { name: "5m", label: "Ephemeral, 5 minutes" },
  { name: "1h", label: "Ephemeral, 1 hour" },
  { name: "other", label: "As imported" },
] as const;

/** @returns the choice a `cache_control` stands for */
export function cacheNameOf(cacheControl: JsonObject | null): string {
  if (cacheControl === null) return "none";
  const { type, ttl = "5m", ...rest } = cacheControl;
  const plain = type === "ephemeral" && Object.keys(rest).length === 0;
  return plain && (ttl === "5m" || ttl === "1h") ? ttl : "other";
}

/** @returns the `cache_control` of a choice; `before` where it is to stay as it was imported */
export function cacheControlOf(name: string, before: JsonObject | null): JsonObject | null {
  if (name === "5m") return { type: "ephemeral" };
  if (name === "1h") return { type: "ephemeral", ttl: "1h" };
  return name === "other" ? before : null;
}

export const callerNames = [
  { name: "direct", hint: "The model itself. This is what holds where nothing is chosen." },
  { name: "code_execution_20260521", hint: "Code that the model wrote, in the newest code execution tool." },
  { name: "code_execution_20260120", hint: "Code in the code execution tool of January 2026." },
  { name: "code_execution_20250825", hint: "Code in the code execution tool of August 2025." },
] as const;
