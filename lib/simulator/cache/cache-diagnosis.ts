// Why could the cache not be used, compared with the request that an earlier reply answered?

import type { MessagesRequest } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import {
  type CacheMissReason,
  cacheMiss,
  type RequestFingerprint,
  requestFingerprint,
} from "./request-fingerprint";

export type Diagnostics = { readonly cache_miss_reason: CacheMissReason };

/**
 * Remembers the fingerprints of requests that have `diagnostics`, by the id of their reply, the least recently used
 * dropped first; equal requests have equal ids and equal fingerprints.
 */
export function createCacheDiagnosis({ maxFingerprints = 2_000 } = {}) {
  const fingerprints = new Map<string, RequestFingerprint>();
  return {
    /** Null where nothing was asked, there is nothing to compare with, or nothing has changed. */
    diagnose(scope: string, request: MessagesRequest, betas: readonly string[], replyId: string) {
      if (!isJsonObject(request.diagnostics)) return null;
      const previous = request.diagnostics.previous_message_id;
      const before = typeof previous === "string" ? fingerprints.get(`${scope} ${previous}`) : undefined;
      const now = requestFingerprint(request, betas);
      const key = `${scope} ${replyId}`;
      fingerprints.delete(key);
      fingerprints.set(key, now);
      if (fingerprints.size > maxFingerprints) fingerprints.delete(fingerprints.keys().next().value ?? "");
      if (typeof previous !== "string") return null;
      const reason: CacheMissReason | undefined =
        before === undefined ? { type: "previous_message_not_found" } : cacheMiss(now, before);
      return reason === undefined ? null : { cache_miss_reason: reason };
    },
  };
}

export type CacheDiagnosis = ReturnType<typeof createCacheDiagnosis>;
