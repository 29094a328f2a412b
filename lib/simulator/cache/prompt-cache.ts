// How much of a prompt is read from the cache, and how much is put there?

import type { CatalogueModel } from "../api/catalogue-model";
import type { MessagesRequest } from "../api/messages-request";
import { promptTokens } from "../api/token-estimate";
import { isJsonObject } from "../json/canonical-json";
import { breakpointsOf } from "../rulebook/cache-rules";
import { type PromptSegment, promptSegments } from "./prompt-segments";

/** The part of `usage` that is about the prompt; the three counts together are the whole of it. */
export type PromptUsage = {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation: {
    readonly ephemeral_5m_input_tokens: number;
    readonly ephemeral_1h_input_tokens: number;
  };
};

export type PromptCache = {
  readonly account: (request: MessagesRequest, model: CatalogueModel) => PromptUsage;
};

const lifeMs = { "5m": 5 * 60_000, "1h": 60 * 60_000 } as const;
/** How many parts before a breakpoint are searched for an earlier entry. */
const lookback = 20;

/**
 * Remembers prompts by a hash of what they begin with: the least recently used goes first, each after five minutes or
 * an hour without use. A request without breakpoints neither reads nor writes, so that its answer is always the same.
 */
export function createPromptCache({ maxEntries = 10_000, now = Date.now } = {}): PromptCache {
  const entries = new Map<string, { keptFor: "5m" | "1h"; expiresAt: number }>();

  const isHeld = (prefix: string) => (entries.get(prefix)?.expiresAt ?? 0) > now();
  const keep = (prefix: string, keptFor: "5m" | "1h") => {
    entries.delete(prefix);
    entries.set(prefix, { keptFor, expiresAt: now() + lifeMs[keptFor] });
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value ?? "");
  };

  return {
    account(request, model) {
      if (!isMarked(request)) return usageOf(promptTokens(request), 0, { "5m": 0, "1h": 0 });
      const segments = promptSegments(request);
      const marks = segments.flatMap((segment, index) =>
        segment.keptFor !== undefined && segment.tokensSoFar >= model.minCacheableTokens
          ? [{ ...segment, keptFor: segment.keptFor, index }]
          : [],
      );
      const hit = longestHit(
        segments,
        marks.map(({ index }) => index),
        isHeld,
      );
      const held = hit === undefined ? undefined : entries.get(hit.prefix);
      if (hit !== undefined && held !== undefined) keep(hit.prefix, held.keptFor);
      const read = hit?.tokensSoFar ?? 0;
      const written = { "5m": 0, "1h": 0 };
      let upTo = read;
      for (const mark of marks) {
        if (mark.tokensSoFar > upTo) {
          written[mark.keptFor] += mark.tokensSoFar - upTo;
          upTo = mark.tokensSoFar;
        }
        if (mark.prefix !== hit?.prefix) keep(mark.prefix, mark.keptFor);
      }
      return usageOf((segments.at(-1)?.tokensSoFar ?? 0) - upTo, read, written);
    },
  };
}

function isMarked(request: MessagesRequest): boolean {
  return isJsonObject(request.cache_control) || breakpointsOf(request).length > 0;
}

/** The longest prompt that is held, looking back from each breakpoint. */
function longestHit(
  segments: readonly PromptSegment[],
  marks: readonly number[],
  isHeld: (prefix: string) => boolean,
): PromptSegment | undefined {
  for (const mark of marks.toReversed()) {
    const searched = segments.slice(Math.max(0, mark - lookback), mark + 1).toReversed();
    const found = searched.find(({ prefix }) => isHeld(prefix));
    if (found !== undefined) return found;
  }
  return undefined;
}

function usageOf(input: number, read: number, written: Readonly<Record<"5m" | "1h", number>>): PromptUsage {
  return {
    input_tokens: input,
    cache_creation_input_tokens: written["5m"] + written["1h"],
    cache_read_input_tokens: read,
    cache_creation: {
      ephemeral_5m_input_tokens: written["5m"],
      ephemeral_1h_input_tokens: written["1h"],
    },
  };
}
