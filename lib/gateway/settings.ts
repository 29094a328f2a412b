// What does a request ask of the gateway itself?

import { errorCodes, GatewayRefusal } from "./gateway-error";
import { type HeaderPairs, valuesOf } from "./header-pairs";

/** The `cf-aig-*` headers that are carried out, as documented by Cloudflare (AI Gateway: caching, request handling). */
export type Settings = {
  /** Attempts in all, 1 to 5. */
  readonly maxAttempts: number;
  readonly retryDelayMs: number;
  readonly backoff: "constant" | "linear" | "exponential";
  /** Until the first part of the answer; undefined waits as long as it takes. */
  readonly timeoutMs: number | undefined;
  /** Seconds; undefined caches nothing. */
  readonly cacheTtl: number | undefined;
  readonly cacheKey: string | undefined;
  readonly eventId: string | undefined;
  readonly collectLog: boolean;
  /** Names of headers that were understood and have no effect here. */
  readonly ignored: readonly string[];
};

const carriedOut: ReadonlySet<string> = new Set([
  "cf-aig-authorization",
  "cf-aig-max-attempts",
  "cf-aig-retry-delay",
  "cf-aig-backoff",
  "cf-aig-request-timeout",
  "cf-aig-cache-ttl",
  "cf-aig-cache-key",
  "cf-aig-skip-cache",
  "cf-aig-event-id",
  "cf-aig-collect-log",
]);

const month = 30 * 24 * 3_600;
const ttlOfKey = 300;

/** @throws GatewayRefusal 400 naming the header that cannot be understood; numbers out of range are brought into it */
export function readSettings(headers: HeaderPairs): Settings {
  const cacheKey = text(headers, "cf-aig-cache-key");
  const ttl = number(headers, "cf-aig-cache-ttl", 60, month) ?? number(headers, "cf-cache-ttl", 60, month);
  const skips = flag(headers, "cf-aig-skip-cache") ?? flag(headers, "cf-skip-cache") ?? false;
  return {
    maxAttempts: number(headers, "cf-aig-max-attempts", 1, 5) ?? 1,
    retryDelayMs: number(headers, "cf-aig-retry-delay", 0, 5_000) ?? 0,
    backoff: backoff(headers),
    timeoutMs: number(headers, "cf-aig-request-timeout", 1, 2 ** 31 - 1),
    cacheTtl: skips ? undefined : (ttl ?? (cacheKey === undefined ? undefined : ttlOfKey)),
    cacheKey,
    eventId: text(headers, "cf-aig-event-id"),
    collectLog: flag(headers, "cf-aig-collect-log") ?? true,
    ignored: ignoredNames(headers),
  };
}

function ignoredNames(headers: HeaderPairs): string[] {
  const names = headers.map(([name]) => name.toLowerCase());
  return [...new Set(names)].filter((name) => name.startsWith("cf-aig-") && !carriedOut.has(name));
}

/** The last one counts where a header stands there twice. */
function text(headers: HeaderPairs, name: string): string | undefined {
  return valuesOf(headers, name).at(-1)?.trim() || undefined;
}

function number(headers: HeaderPairs, name: string, least: number, most: number): number | undefined {
  const value = text(headers, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw unreadable(name, value, `a whole number from ${least} to ${most}`);
  return Math.min(Math.max(Number(value), least), most);
}

function flag(headers: HeaderPairs, name: string): boolean | undefined {
  const value = text(headers, name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw unreadable(name, value, "true or false");
}

function backoff(headers: HeaderPairs): Settings["backoff"] {
  const value = text(headers, "cf-aig-backoff") ?? "constant";
  if (value === "constant" || value === "linear" || value === "exponential") return value;
  throw unreadable("cf-aig-backoff", value, "constant, linear or exponential");
}

function unreadable(name: string, value: string, wanted: string): GatewayRefusal {
  const shown = value.slice(0, 60);
  return new GatewayRefusal(400, errorCodes.badSetting, `${name}: "${shown}" is not ${wanted}.`);
}
