// What took the place of the betas that were asked for?
import { type AskedSource, allAskedHeaders, askedSources, betaHeader, sourceWords } from "../asked-headers";
import type { Hop } from "../header-hop-cause";
import { linesOf } from "../header-lookup";
import type { KnownCause } from "./header-lost-by";

/**
 * `anthropic-beta` is replaced, not merged: later sources win, and the runner's thread beta wins over everything but the
 * headers of the call, to which it is added. Source: SDK 1.11.0 `buildHeaders`, `ThreadState.js`.
 *
 * @param source where the betas that are gone were asked for
 */
export function betaReplacedBy(
  { request, kind, config }: Pick<Hop, "request" | "kind" | "config">,
  source: AskedSource,
): KnownCause | null {
  const later = askedSources.slice(askedSources.indexOf(source) + 1);
  const winner = allAskedHeaders(config).findLast(
    (each) => each.name.toLowerCase() === betaHeader && later.includes(each.source),
  )?.source;
  if (winner === "betas") {
    return {
      why: "The betas parameter replaces the header, it is not added to it.",
      fix: "Name every beta in params.betas, and leave the header out.",
    };
  }
  if (winner !== undefined) {
    return {
      why: `The header from ${sourceWords[winner]} replaces it, the two are not added up.`,
      fix: `Name every beta in ${sourceWords[winner]}.`,
    };
  }
  const sent = linesOf(request.headerSets.fetch, betaHeader)?.values[0]?.shown ?? "";
  if (sent.includes("message-threads-")) {
    return {
      why: "The tool runner's own thread beta replaces the header, it is not added to it.",
      fix: "Put it in the call's headers (per-request headers), to which the runner adds its own, or run without threads (thread: false).",
    };
  }
  if (kind === "count-tokens") {
    return {
      why: "countTokens sets a beta of its own, which replaces the header.",
      fix: "Put it in the betas of that call.",
    };
  }
  return null;
}
