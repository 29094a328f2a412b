// Which answers can be given again without asking the provider?

import { createHash } from "node:crypto";
import type { HeaderPairs } from "./header-pairs";
import type { Upstream } from "./upstreams";

export type CachedAnswer = { readonly status: number; readonly headers: HeaderPairs; readonly body: Buffer };

export type ResponseCache = {
  readonly find: (key: string) => CachedAnswer | undefined;
  /** Takes chunks as they pass; keeps them when told that they were all. */
  readonly keeper: (key: string, ttlSeconds: number) => AnswerKeeper;
};

export type AnswerKeeper = {
  readonly chunk: (chunk: Uint8Array) => void;
  readonly complete: (head: Omit<CachedAnswer, "body">) => void;
};

const maxAnswerBytes = 4 * 1024 * 1024;

/** In memory and bounded: the least recently used answers go first. @param now milliseconds */
export function createResponseCache({ maxBytes = 32 * 1024 * 1024, now = Date.now } = {}): ResponseCache {
  const kept = new Map<string, CachedAnswer & { readonly staleAt: number }>();
  let bytes = 0;

  const forget = (key: string) => {
    bytes -= kept.get(key)?.body.length ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, answer: CachedAnswer, ttlSeconds: number) => {
    forget(key);
    kept.set(key, { ...answer, staleAt: now() + ttlSeconds * 1_000 });
    bytes += answer.body.length;
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes && kept.size <= 1_000) return;
      forget(oldest);
    }
  };

  return {
    find(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      if (now() >= found.staleAt) {
        forget(key);
        return undefined;
      }
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    keeper(key, ttlSeconds) {
      let chunks: Uint8Array[] = [];
      let length = 0;
      return {
        chunk(chunk) {
          length += chunk.byteLength;
          if (length <= maxAnswerBytes) chunks.push(chunk);
          else chunks = [];
        },
        complete(head) {
          if (length <= maxAnswerBytes) keep(key, { ...head, body: Buffer.concat(chunks) }, ttlSeconds);
        },
      };
    },
  };
}

/**
 * The provider with its credential, and the request's method, address and whole body (Cloudflare: how the cache key works);
 * the caller's own key, where there is one, in place of the request.
 */
export function cacheKey(
  request: {
    readonly method: string;
    readonly url: URL;
    readonly credential: Upstream["credential"];
    readonly body: Buffer;
  },
  custom: string | undefined,
): string {
  const { method, url, credential, body } = request;
  const parts = [
    credential ?? null,
    url.origin,
    ...(custom === undefined ? [method, url.href] : ["key", custom]),
  ];
  const hash = createHash("sha256").update(JSON.stringify(parts));
  return (custom === undefined ? hash.update(body) : hash).digest("hex");
}
