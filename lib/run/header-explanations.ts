// What is a known header for, in one sentence?

const explanations: Readonly<Record<string, string>> = {
  accept: "Which kinds of answer the client takes; the SDK asks for JSON even when it streams.",
  "accept-encoding": "Which compressions the HTTP client can undo; computed by fetch, not by the SDK.",
  "accept-language": "Sent as * by Node's fetch when nobody sets it.",
  "anthropic-beta":
    "Comma-separated beta features this request opts in to; a later source replaces the whole list, it is not merged.",
  "anthropic-dangerous-direct-browser-access": "Says that the request comes from a browser on purpose.",
  "anthropic-organization-id": "The organization the answer is accounted to.",
  "anthropic-user-profile-id": "The user profile this request acts for.",
  "anthropic-version":
    "The dated version of the Messages API the client speaks; the API refuses a request without it.",
  "anthropic-workspace-id": "The workspace this request belongs to.",
  authorization:
    "The credential. SDK 1.x sends the API key here as a Bearer token; earlier ones used x-api-key.",
  baggage: "OpenTelemetry context that travels with a trace.",
  "cache-control": "How the answer may be cached; an event stream must not be.",
  "cf-ray": "Cloudflare's id of this exchange; quote it in a support case.",
  "cf-worker": "Added by Cloudflare to requests that a Worker makes.",
  "cf-aig-authorization": "The token for Cloudflare AI Gateway itself, apart from the provider's credential.",
  "cf-aig-backoff": "How Cloudflare AI Gateway spaces its own retries: constant, linear or exponential.",
  "cf-aig-cache-key": "Replaces the key Cloudflare AI Gateway caches the answer under.",
  "cf-aig-cache-status": "Whether Cloudflare AI Gateway answered from its cache: HIT or MISS.",
  "cf-aig-cache-ttl": "How long Cloudflare AI Gateway may cache the answer.",
  "cf-aig-collect-log": "Whether Cloudflare AI Gateway keeps a log of this request, whatever its default.",
  "cf-aig-custom-cost": "The cost Cloudflare AI Gateway books for this request instead of its own estimate.",
  "cf-aig-event-id": "Cloudflare AI Gateway's id of an event, to trace it through the system.",
  "cf-aig-log-id": "Cloudflare AI Gateway's id of the log entry of this request, for feedback on it.",
  "cf-aig-max-attempts": "How often Cloudflare AI Gateway tries the provider.",
  "cf-aig-metadata": "Tags such as a user id that Cloudflare AI Gateway files this request under.",
  "cf-aig-request-timeout": "After how many milliseconds Cloudflare AI Gateway gives up or falls back.",
  "cf-aig-retry-delay": "How long Cloudflare AI Gateway waits between its retries.",
  "cf-aig-skip-cache": "Makes Cloudflare AI Gateway go past its cache.",
  "cf-aig-step": "Which fallback step of Cloudflare AI Gateway answered.",
  connection: "Whether the connection stays open; concerns this hop only and is never forwarded.",
  "content-length": "The size of the body in bytes; computed by the HTTP client.",
  "content-type": "What the body is; set by the SDK when there is one.",
  cookie: "State a server asked the client to send back; a Messages API client has none.",
  date: "When the answer was made, by the server's clock.",
  expect: "Asks the server to agree before the body is sent.",
  host: "The server the request is for; set by the HTTP client from the address.",
  "idempotency-key": "Lets a server recognise the repetition of a request.",
  "keep-alive": "How long this connection may stay open; concerns this hop only.",
  priority: "How urgent the HTTP client considers this request.",
  "proxy-authorization": "The credential for a proxy on the way.",
  "request-id": "The provider's id of this exchange; quote it in a support case.",
  "retry-after": "How many seconds to wait before another attempt.",
  "sec-fetch-mode": "Added by fetch itself (Node sends cors); the SDK does not set it.",
  server: "The software that answered.",
  te: "Which transfer codings the client takes; concerns this hop only.",
  traceparent: "The trace and span this request belongs to (W3C Trace Context).",
  tracestate: "Vendor details of the trace (W3C Trace Context).",
  "transfer-encoding": "How the body is framed on this hop; chunked for a stream.",
  "user-agent": "Which client sent the request, with its version.",
  via: "The proxies the message went through.",
  "x-api-key": "The API key. SDK 0.x and plain HTTP clients send it here; SDK 1.x uses authorization.",
  "x-forwarded-for": "The client's address, added by a proxy.",
  "x-forwarded-host": "The host the client asked for, added by a proxy.",
  "x-forwarded-proto": "The scheme the client used, added by a proxy.",
  "x-request-id": "An id for this exchange, given by a gateway or the server.",
  "x-should-retry":
    "The provider's word on whether another attempt makes sense; it overrides the SDK's own rules.",
  "x-stainless-arch": "The processor architecture the SDK runs on.",
  "x-stainless-helper": "Which helpers of the SDK built the request, as a growing list.",
  "x-stainless-helper-method": "stream when the request was made by the SDK's stream helper.",
  "x-stainless-lang": "The language of the SDK.",
  "x-stainless-os": "The operating system the SDK runs on.",
  "x-stainless-package-version": "The version of the SDK.",
  "x-stainless-retry-count": "Which retry this is by the SDK's own count: 0 for its first attempt.",
  "x-stainless-runtime": "The JavaScript runtime the SDK runs in.",
  "x-stainless-runtime-version": "The version of the JavaScript runtime.",
  "x-stainless-timeout": "After how many seconds the SDK gives up waiting for the response to begin.",
  "x-varnish": "Varnish's id of this exchange.",
};

const families: readonly (readonly [prefix: string, explanation: string])[] = [
  ["anthropic-ratelimit-", "What is left of a rate limit, and when it is full again."],
  ["cf-aig-", "A setting or report of Cloudflare AI Gateway."],
  ["x-portkey-", "A setting or report of the Portkey gateway."],
  ["x-stainless-", "Telemetry the SDK sends about itself."],
  ["sec-fetch-", "Added by fetch itself; the SDK does not set it."],
];

/**
 * @param name the header's name in any case
 * @returns one sentence on what it is for, or null for a header that is not generally known
 */
export function headerExplanation(name: string): string | null {
  const key = name.toLowerCase();
  if (Object.hasOwn(explanations, key)) return explanations[key] ?? null;
  return families.find(([prefix]) => key.startsWith(prefix))?.[1] ?? null;
}
