// Who set a header of a request?
import type { ObservationPoint } from "@/lib/protocol/observation-point";
import type { RunConfig } from "@/lib/protocol/run-config";
import { effectiveHeaders } from "./asked-headers";

/** In the order the matrix lists them. `expected` headers were never seen; `on-the-way` is whatever else stands between the HTTP client and the provider. */
export const headerOrigins = [
  "expected",
  "default",
  "per-request",
  "environment",
  "sdk",
  "http-client",
  "gateway",
  "on-the-way",
] as const;
export type HeaderOrigin = (typeof headerOrigins)[number];

/** What a group of headers is called on screen. */
export const originTitles: Readonly<Record<HeaderOrigin, string>> = {
  expected: "Expected, set by nobody",
  default: "Yours: default headers",
  "per-request": "Yours: per-request headers",
  environment: "Yours: from the environment",
  sdk: "SDK",
  "http-client": "HTTP client",
  gateway: "Gateway",
  "on-the-way": "Added on the way",
};

/** Headers a user asked for, whichever way. */
export const userOrigins: ReadonlySet<HeaderOrigin> = new Set(["default", "per-request", "environment"]);

/** Names the SDK sets where nobody else did. */
const sdkNames: ReadonlySet<string> = new Set([
  "accept",
  "authorization",
  "content-type",
  "idempotency-key",
  "user-agent",
  "x-api-key",
]);
const sdkPrefixes = ["x-stainless-", "anthropic-"];

/**
 * @param name the header's name in lower case
 * @param firstSeenAt the earliest point of any request of the run where it was seen
 * @param hasGateway whether a gateway is known to stand in front of the provider
 * @returns who set it; what the user asked for wins, per-request over default, as in the SDK
 */
export function headerOrigin(
  name: string,
  config: RunConfig | null,
  firstSeenAt: ObservationPoint | null,
  hasGateway = config?.provider.gateway === true,
): HeaderOrigin {
  const source = effectiveHeaders(config).findLast((each) => each.name.toLowerCase() === name)?.source;
  if (source !== undefined) return source === "betas" ? "per-request" : source;
  if (firstSeenAt === null) return "expected";
  if (firstSeenAt === "provider") return hasGateway ? "gateway" : "on-the-way";
  if (firstSeenAt === "gateway") return "on-the-way";
  if (sdkNames.has(name) || sdkPrefixes.some((prefix) => name.startsWith(prefix))) return "sdk";
  return firstSeenAt === "wire" ? "http-client" : "sdk";
}
