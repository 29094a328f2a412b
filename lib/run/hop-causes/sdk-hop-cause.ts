// What does the SDK do to the headers it is asked to send, and which of its versions loses one?
import type { RunConfig } from "@/lib/protocol/run-config";
import { type AskedSource, betaHeader, effectiveHeaders, sourceWords } from "../asked-headers";
import type { Hop, HopCause } from "../header-hop-cause";
import { holdsValue } from "../header-lookup";
import { betaReplacedBy } from "./beta-replaced-by";
import { headerLostBy } from "./header-lost-by";

/** @param hop from what was asked for in code to what the SDK handed to fetch */
export function sdkHopCause(hop: Hop): HopCause {
  const { key, change, before, after } = hop;
  const by = engineWords(hop.config);
  if (change === "added") return { by, why: "It sets this header itself.", fix: null, intended: true };
  if (change === "renamed") {
    return {
      by,
      why: "It writes the name in another case; names mean the same in any.",
      fix: null,
      intended: true,
    };
  }
  if (change === "changed" && before !== null && after !== null) {
    if (before.values.every((value) => holdsValue(after, value))) {
      return { by, why: "It adds to the list that was asked for.", fix: null, intended: true };
    }
    if (key === betaHeader) {
      const source = sourceOf(key, hop.config);
      const replaced = source === null ? null : betaReplacedBy(hop, source);
      if (replaced !== null) return { by, ...replaced, intended: false };
    }
  }
  const source = sourceOf(key, hop.config);
  const lost = source === null || change !== "missing" ? null : headerLostBy(hop, source);
  if (lost !== null) return { by, ...lost, intended: false };
  const from = source === null ? "" : ` from ${sourceWords[source]}`;
  return {
    by,
    why:
      change === "missing"
        ? `It did not send the header${from}.`
        : `It sent another value than the one${from}.`,
    fix: "Set it on the client (defaultHeaders) and on every call of the loop; a later source replaces an earlier one.",
    intended: false,
  };
}

function sourceOf(key: string, config: RunConfig | null): AskedSource | null {
  return effectiveHeaders(config).find(({ name }) => name.toLowerCase() === key)?.source ?? null;
}

/** @returns who builds the requests, as it stands at the beginning of a sentence */
export function engineWords(config: RunConfig | null): string {
  if (config?.engine.kind === "ai-sdk") return "The AI SDK";
  return config?.engine.kind === "tool-runner" ? "The SDK's tool runner" : "The SDK";
}
