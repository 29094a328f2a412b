// Which headers did the user ask for, in code or by the environment?
import type { HeaderValue } from "@/lib/protocol/header-set";
import type { RunConfig } from "@/lib/protocol/run-config";
import { type HeaderLines, headerLines } from "./header-lookup";

/** In the order in which a later one replaces an earlier one, as the SDK's `buildHeaders` merges them. */
export const askedSources = ["environment", "default", "betas", "per-request"] as const;
export type AskedSource = (typeof askedSources)[number];

export type AskedHeader = {
  readonly name: string;
  readonly value: HeaderValue;
  readonly source: AskedSource;
};

/** Where a header was asked for, as it stands in a sentence after "from". */
export const sourceWords: Readonly<Record<AskedSource, string>> = {
  environment: "the environment",
  default: "the default headers",
  betas: "the betas parameter",
  "per-request": "the per-request headers",
};

/** The one header whose sources a user expects to be added up, since each names features of its own. */
export const betaHeader = "anthropic-beta";

/** @returns everything that was asked for, in the order of `askedSources`, what a later source replaces included */
export function allAskedHeaders(config: RunConfig | null): AskedHeader[] {
  if (config === null) return [];
  const { headers, params } = config;
  const betas = Array.isArray(params.betas) ? params.betas.filter((beta) => typeof beta === "string") : [];
  const from = (source: AskedSource, entries: readonly { name: string; value: HeaderValue }[]) =>
    entries.map(({ name, value }) => ({ name, value, source }));
  return [
    ...from("environment", headers.environment),
    ...from("default", headers.default),
    // Betas are no secret, so their text is what they are compared by.
    ...from(
      "betas",
      betas.length === 0
        ? []
        : [{ name: betaHeader, value: { shown: betas.join(","), redacted: false, fingerprint: "" } }],
    ),
    ...from("per-request", headers.perRequest),
  ];
}

/** @returns what should leave by the SDK's own rule: of each name only what its last source says, repeats kept */
export function effectiveHeaders(config: RunConfig | null): AskedHeader[] {
  const all = allAskedHeaders(config);
  const last = new Map(all.map(({ name, source }) => [name.toLowerCase(), source]));
  return all.filter(({ name, source }) => last.get(name.toLowerCase()) === source);
}

/** @returns the effective headers as a header set has them, by name in lower case */
export function askedLines(config: RunConfig | null): ReadonlyMap<string, HeaderLines> {
  return headerLines(effectiveHeaders(config).map(({ name, value }) => [name, value]));
}
