// What is a request for: the first question, a follow-up, another attempt, or something its engine needs beside the loop?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { linesOf } from "./header-lookup";
import type { ProviderRequest, Run } from "./run";

export const requestKinds = [
  "first",
  "follow-up",
  "retry",
  /** The whole history once more, because the provider knows the thread no longer or never did. */
  "thread-replay",
  "count-tokens",
  /** Asks for a summary that takes the place of the history. */
  "compaction",
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a kind is called in a sentence. */
export const requestKindWords: Readonly<Record<RequestKind, string>> = {
  first: "first request",
  "follow-up": "follow-up",
  retry: "retry",
  "thread-replay": "thread replay",
  "count-tokens": "count tokens",
  compaction: "compaction",
};

/** @returns the kind of every request of the run, by its id, in the order they left */
export function requestKindsOf(run: Run): ReadonlyMap<string, RequestKind> {
  const kinds = new Map<string, RequestKind>();
  let before: ProviderRequest | null = null;
  for (const request of run.turns.flatMap((turn) => turn.requests)) {
    const kind = requestKind(request, before);
    kinds.set(request.requestId, kind);
    // A count is beside the loop: the request after it is what it would be without.
    if (kind !== "count-tokens") before = request;
  }
  return kinds;
}

function requestKind(request: ProviderRequest, before: ProviderRequest | null): RequestKind {
  if (pathOf(request.url).endsWith("/count_tokens")) return "count-tokens";
  if (isCompaction(request)) return "compaction";
  if (before === null) return "first";
  if (isReplay(request, before)) return "thread-replay";
  return request.attempt > 1 ? "retry" : "follow-up";
}

/** SDK 0.71 to 0.125 name their compaction in `x-stainless-helper`; since 0.129 it is a parameter of the request. */
function isCompaction(request: ProviderRequest): boolean {
  if (bodyOf(request)?.compaction !== undefined) return true;
  const helpers = linesOf(request.headerSets.fetch, "x-stainless-helper")?.values ?? [];
  return helpers.some(({ shown }) => shown.split(",").some((helper) => helper.trim() === "compaction"));
}

/**
 * Source: SDK 1.11.0 `ThreadState`, which answers `thread_not_found` (404) and the like of a `continue` with a new thread,
 * and `thread_unsupported_request` (400) with none. A `create` that is repeated as it was is a retry.
 */
function isReplay(request: ProviderRequest, before: ProviderRequest): boolean {
  const status = before.response?.status;
  if (status !== 400 && status !== 404) return false;
  const refused = threadType(before);
  const now = threadType(request);
  return refused === "continue" ? now !== "continue" : refused === "create" && now === null;
}

function threadType(request: ProviderRequest): unknown {
  const thread = bodyOf(request)?.thread;
  return isJsonObject(thread) ? thread.type : null;
}

function bodyOf({ body }: ProviderRequest): JsonObject | null {
  return isJsonObject(body) ? body : null;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
