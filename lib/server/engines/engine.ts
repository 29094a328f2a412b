// What is an engine given, and what does it answer?
import type { JsonObject } from "@/lib/protocol/json-object";
import type { RunRequest } from "@/lib/protocol/run-request";
import type { Fetch } from "../recording/recorded-fetch";
import type { Tool } from "../tools/tool";

/** Everything a loop needs, and nothing that tells it is being watched. */
export type EngineContext = {
  readonly request: RunRequest;
  /** The conversation so far, in the Messages API's own shape. */
  readonly messages: readonly JsonObject[];
  readonly credential: { readonly apiKey: string } | { readonly authToken: string };
  readonly baseURL: string;
  readonly fetch: Fetch;
  readonly tools: readonly Tool[];
  /** Answers a call of a tool that is not in `tools`. */
  readonly unknownTool: (name: string) => Tool;
  /** Definitions of tools the provider executes itself. */
  readonly serverTools: readonly JsonObject[];
  readonly signal: AbortSignal;
};

export type EngineEnd =
  | { readonly outcome: "completed"; readonly stopReason: string }
  | { readonly outcome: "turn-limit"; readonly maxTurns: number };

/** Drives a whole run. Rejects with whatever the SDK threw, or with a RunFailure. */
export type Engine = (context: EngineContext) => Promise<EngineEnd>;
