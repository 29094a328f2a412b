// Which headers does a kind of check set, where, and which must arrive?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import type { JsonObject } from "@/lib/protocol/json-object";
import { betaHeader } from "../asked-headers";
import type { WantedHeader } from "./check-cell";
import type { HeaderKind } from "./check-choice";

export type SetHeaders = {
  readonly default: readonly HeaderEntry[];
  readonly perRequest: readonly HeaderEntry[];
  readonly params: JsonObject;
  readonly wanted: readonly WantedHeader[];
};

/** Real betas that change nothing about an answer without the parameters they open. */
const clientBeta = "interleaved-thinking-2025-05-14";
const callBeta = "context-management-2025-06-27";

const nothing: SetHeaders = { default: [], perRequest: [], params: {}, wanted: [] };

/** @param environment names that `ANTHROPIC_CUSTOM_HEADERS` holds where the run goes on */
export function headersOfKind(kind: HeaderKind, environment: readonly string[]): SetHeaders {
  switch (kind) {
    case "default":
      return headersAt("default", [{ name: "X-Check-Default", value: "of-the-client" }]);
    case "per-request":
      return headersAt("per-request", [{ name: "X-Check-Call", value: "of-the-call" }]);
    case "environment":
      return { ...nothing, wanted: environment.map((name) => ({ name, source: "environment" })) };
    case "beta":
      return headersAt("default", [{ name: betaHeader, value: clientBeta }]);
    case "betas": {
      const ofClient = headersAt("default", [{ name: betaHeader, value: clientBeta }]);
      return {
        ...ofClient,
        params: { betas: [callBeta] },
        wanted: [...ofClient.wanted, { name: betaHeader, source: "betas" }],
      };
    }
    case "key":
      return { ...nothing, wanted: [{ name: "x-api-key", source: null }] };
  }
}

/** @returns headers that are set in one place and have to arrive from there */
export function headersAt(
  place: "default" | "per-request",
  entries: readonly HeaderEntry[],
  wanted: readonly WantedHeader[] = entries.map(({ name }) => ({ name, source: place })),
): SetHeaders {
  return place === "default"
    ? { ...nothing, default: entries, wanted }
    : { ...nothing, perRequest: entries, wanted };
}
