// Which headers does every answer of the API carry?

import { encodeReceivedHeaders, receivedHeadersName } from "./received-headers";

export const organizationId = "00000000-5142-4000-8000-000000000000";

const limits = { requests: 4_000, "input-tokens": 2_000_000, "output-tokens": 400_000, tokens: 2_400_000 };

/** The moment at which all rate limits are full again; fixed, so that the same request has the same answer. */
const resetAt = "2026-11-21T12:00:00Z";

/** Request id, organization and rate limits, and what the simulator received. */
export function commonHeaders(
  requestId: string,
  received: readonly (readonly [string, string])[],
  spent: { inputTokens: number; outputTokens: number } = { inputTokens: 0, outputTokens: 0 },
): [string, string][] {
  const used = {
    requests: 1,
    "input-tokens": spent.inputTokens,
    "output-tokens": spent.outputTokens,
    tokens: spent.inputTokens + spent.outputTokens,
  };
  const kinds = ["requests", "input-tokens", "output-tokens", "tokens"] as const;
  return [
    ["request-id", requestId],
    ["anthropic-organization-id", organizationId],
    ["anthropic-workspace-id", "wrkspc_01SimulatorDefault00000000"],
    ...kinds.flatMap((kind): [string, string][] => [
      [`anthropic-ratelimit-${kind}-limit`, String(limits[kind])],
      [`anthropic-ratelimit-${kind}-remaining`, String(Math.max(0, limits[kind] - used[kind]))],
      [`anthropic-ratelimit-${kind}-reset`, resetAt],
    ]),
    [receivedHeadersName, encodeReceivedHeaders(received)],
  ];
}

export const jsonType: [string, string] = ["content-type", "application/json"];

/** `no-transform` keeps a frame in front from compressing each chunk; the last one tells proxies not to buffer. */
export const streamHeaders: readonly [string, string][] = [
  ["content-type", "text/event-stream; charset=utf-8"],
  ["cache-control", "no-cache, no-transform"],
  ["x-accel-buffering", "no"],
];
