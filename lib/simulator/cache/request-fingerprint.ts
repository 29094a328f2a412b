// In what does a request differ from the one before it, as far as the prompt cache goes?

import type { MessagesRequest } from "../api/messages-request";
import { modelById } from "../api/model-catalogue";
import { messageTokens, systemTokens, toolTokens } from "../api/token-estimate";
import { canonicalJson } from "../json/canonical-json";
import { seedOf } from "../json/seed";
import { withoutMarks } from "./prompt-segments";

/** Hashes and token counts only: never what was said. */
export type RequestFingerprint = {
  readonly model: string;
  readonly system: string;
  readonly tools: string;
  readonly settings: string;
  readonly messages: readonly { readonly hash: string; readonly tokens: number }[];
  readonly toolTokens: number;
  readonly systemTokens: number;
};

export type CacheMissReason =
  | {
      readonly type: "model_changed" | "system_changed" | "tools_changed" | "messages_changed";
      readonly cache_missed_input_tokens: number;
    }
  | { readonly type: "previous_message_not_found" | "unavailable" };

/** What besides model, system, tools and messages goes into a prompt. */
const settings = ["tool_choice", "thinking", "context_management", "output_config", "output_format"] as const;

/** @param request the effective request: on a thread, with its whole history */
export function requestFingerprint(request: MessagesRequest, betas: readonly string[]): RequestFingerprint {
  const { system, tools = [], messages, speed } = request;
  return {
    model: hashOf([modelById(request.model)?.id ?? request.model, speed ?? null]),
    system: hashOf(system ?? null),
    tools: hashOf(tools),
    settings: hashOf([settings.map((name) => request[name] ?? null), betas.toSorted()]),
    messages: messages.map((message) => ({
      hash: hashOf(message),
      tokens: sum(messageTokens(message)),
    })),
    toolTokens: sum(toolTokens(tools)),
    systemTokens: systemTokens(system),
  };
}

/**
 * The first difference, or undefined where the new request only goes on from the earlier one. The order of system and
 * tools among the reasons is that in which the documentation lists them: it is not verified.
 */
export function cacheMiss(now: RequestFingerprint, before: RequestFingerprint): CacheMissReason | undefined {
  const inMessages = sum(before.messages.map(({ tokens }) => tokens));
  const all = before.toolTokens + before.systemTokens + inMessages;
  if (now.model !== before.model) return { type: "model_changed", cache_missed_input_tokens: all };
  if (now.system !== before.system)
    return { type: "system_changed", cache_missed_input_tokens: before.systemTokens + inMessages };
  if (now.tools !== before.tools) return { type: "tools_changed", cache_missed_input_tokens: all };
  if (now.settings !== before.settings) return { type: "unavailable" };
  const at = before.messages.findIndex(({ hash }, index) => now.messages[index]?.hash !== hash);
  if (at === -1) return undefined;
  const missed = sum(before.messages.slice(at).map(({ tokens }) => tokens));
  return { type: "messages_changed", cache_missed_input_tokens: missed };
}

function hashOf(value: unknown): string {
  return seedOf(canonicalJson(withoutMarks(value)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
