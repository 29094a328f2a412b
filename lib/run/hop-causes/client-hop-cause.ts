// What does Node's fetch do to the headers it is given?
import type { Hop, HopCause } from "../header-hop-cause";
import { isConnectionHeader } from "../header-vocabulary";
import { hidesSpelling } from "../hidden-spelling";
import { engineWords } from "./sdk-hop-cause";

/** Names that undici writes or replaces on its own. */
const computed: ReadonlySet<string> = new Set(["accept-encoding", "accept-language", "sec-fetch-mode"]);

/** @param hop from what the SDK handed to fetch to what was written to the socket */
export function clientHopCause({ key, change, request, config }: Hop): HopCause {
  const by = "The HTTP client";
  if (change === "added")
    return { by, why: "Node's fetch adds it to every request.", fix: null, intended: true };
  if (change === "renamed") {
    return {
      // Node's fetch writes names as it was given them, so one that was hidden at fetch was changed before.
      by: hidesSpelling(request.headerSets.fetch ?? []) ? engineWords(config) : by,
      why: "It writes the name in another case; names mean the same in any.",
      fix: null,
      intended: true,
    };
  }
  if (isConnectionHeader(key) || computed.has(key)) {
    return {
      by,
      why: "Node's fetch computes this header itself.",
      fix: "Leave it out: it cannot be chosen.",
      intended: false,
    };
  }
  const why = change === "missing" ? "Node's fetch did not write it." : "Node's fetch wrote another value.";
  return { by, why, fix: "Use another name for it: this one belongs to the HTTP client.", intended: false };
}
