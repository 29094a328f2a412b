// Where does the value of each expected header come from?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import { betaHeader } from "@/lib/run/asked-headers";
import type { WantedHeader } from "@/lib/run/header-check/check-cell";
import type { SetHeaders } from "@/lib/run/header-check/check-headers";
import type { PlaceKind } from "./check-arguments";

/** `sdk` headers are set by nobody here: any value will do. */
export type ValueOrigin = "given" | "environment" | "sdk" | "made up";

export type ExpectedHeader = {
  readonly name: string;
  readonly origin: ValueOrigin;
  /** Empty for `environment` and `sdk`. */
  readonly entries: readonly HeaderEntry[];
};

/** Names that SDKs set themselves. */
const ofSdk = /^(accept|authorization|content-type|user-agent|x-api-key|anthropic-version|x-stainless-.+)$/;

/** What the embedded gateway can read, and a far end can take for what it is. */
const madeUpValues: ReadonlyMap<string, string> = new Map([
  ["cf-aig-authorization", "Bearer made-up-by-check-headers"],
  [betaHeader, "interleaved-thinking-2025-05-14"],
  ["cf-aig-metadata", '{"made-up":"by-check-headers"}'],
  ["cf-aig-skip-cache", "true"],
  ["cf-skip-cache", "true"],
  ["cf-aig-cache-ttl", "60"],
  ["cf-cache-ttl", "60"],
  ["cf-aig-collect-log", "true"],
  ["cf-aig-collect-log-payload", "true"],
  ["cf-aig-request-timeout", "60000"],
  ["cf-aig-max-attempts", "1"],
  ["cf-aig-retry-delay", "0"],
  ["cf-aig-backoff", "constant"],
  ["cf-aig-zdr", "true"],
]);

/** @param environment names that `ANTHROPIC_CUSTOM_HEADERS` holds already */
export function expectedHeaders(
  names: readonly string[],
  given: readonly HeaderEntry[],
  environment: readonly string[],
): ExpectedHeader[] {
  return names.map((name) => {
    const key = name.toLowerCase();
    const isOf = (each: { name: string }) => each.name.toLowerCase() === key;
    const entries = given.filter(isOf);
    if (entries.length > 0) return { name, origin: "given", entries };
    if (environment.some((each) => isOf({ name: each }))) return { name, origin: "environment", entries };
    if (ofSdk.test(key)) return { name, origin: "sdk", entries };
    const value = madeUpValues.get(key) ?? "made-up-by-check-headers";
    return { name, origin: "made up", entries: [{ name, value }] };
  });
}

/** @returns every header the runs set: the expected ones, and those that were given beside them */
export function headersToSet(
  expected: readonly ExpectedHeader[],
  given: readonly HeaderEntry[],
): HeaderEntry[] {
  const madeUp = expected.filter(({ origin }) => origin === "made up");
  return [...given, ...madeUp.flatMap(({ entries }) => entries)];
}

/** @returns the headers put where the kind says, and where each expected one has to come from */
export function headersInPlace(
  kind: PlaceKind,
  expected: readonly ExpectedHeader[],
  entries: readonly HeaderEntry[],
): SetHeaders {
  const sources = { default: "default", "per-request": "per-request", environment: "environment" } as const;
  const wanted = expected.map(
    ({ name, origin }): WantedHeader => ({
      name,
      source: origin === "sdk" ? null : origin === "environment" ? "environment" : sources[kind],
    }),
  );
  return {
    default: kind === "default" ? entries : [],
    perRequest: kind === "per-request" ? entries : [],
    params: {},
    wanted,
  };
}
