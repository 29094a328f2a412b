// Which known way of losing a header fits one that was asked for and did not leave?
import type { AskedSource } from "../asked-headers";
import type { Hop } from "../header-hop-cause";
import { isBefore, sdkVersionOf } from "../sdk-version";

/** `by` is given where it was not the SDK. */
export type KnownCause = { readonly by?: string; readonly why: string; readonly fix: string };
type Lost = Pick<Hop, "request" | "kind" | "config">;

/** @returns the cause with its remedy, null where none is known. Versions: measured with the published packages */
export function headerLostBy(hop: Lost, source: AskedSource): KnownCause | null {
  if (source === "per-request") return perCallCause(hop);
  if (source === "environment") return environmentCause(hop);
  return source === "betas" ? betasCause(hop) : defaultCause(hop);
}

function perCallCause({ request, kind, config }: Lost): KnownCause | null {
  if (config?.engine.kind !== "tool-runner") return null;
  const version = sdkVersionOf(request);
  if (isBefore(version, [0, 64, 0])) {
    return {
      why: "The tool runner of SDK 0.63 ignores its second argument, and with it the headers of the call.",
      fix: "Put it in the default headers, or use SDK 0.64 or newer.",
    };
  }
  if (kind === "compaction" && isBefore(version, [0, 84, 0])) {
    return {
      why: "The tool runner of SDK 0.71.2 to 0.82 sends its compaction request without the headers of the call.",
      fix: "Put it in the default headers, or use SDK 0.84 or newer.",
    };
  }
  return null;
}

/** Source: SDK 0.71.2, 0.80.0, 0.82.0 and 0.90.0, `BetaToolRunner.js`; since 0.129 the request of the run is sent. */
function betasCause({ request, kind, config }: Lost): KnownCause | null {
  const isOfRunner = config?.engine.kind === "tool-runner" && kind === "compaction";
  if (!isOfRunner || !isBefore(sdkVersionOf(request), [0, 129, 0])) return null;
  return {
    why: "The tool runner of SDK 0.71.2 to 0.128 makes its compaction request of model and messages alone, without the betas parameter.",
    fix: "Name every beta in the default headers as well.",
  };
}

function environmentCause({ request, config }: Lost): KnownCause | null {
  const fix = "Put it in the default headers.";
  if (config?.engine.kind === "ai-sdk")
    return { why: "The AI SDK does not read ANTHROPIC_CUSTOM_HEADERS.", fix };
  if (isBefore(sdkVersionOf(request), [0, 81, 0])) {
    return { why: "SDK 0.80 and older do not read ANTHROPIC_CUSTOM_HEADERS.", fix };
  }
  return null;
}

/** Source: SDK 1.11.0 `client.js`, `{ ...parsed, ...options.defaultHeaders }`; merged with `buildHeaders` since 1.12.0. */
function defaultCause({ request, config, kind }: Lost): KnownCause | null {
  if (config?.mishaps?.includes("drop-default-headers-on-follow-up") && kind !== "first") {
    return {
      by: "Our mishap",
      why: "The client of this request was made without its default headers.",
      fix: "Run again without the mishap: give every request the same client.",
    };
  }
  const spread = (request.headerSets.fetch ?? []).some(([name]) => /^\d+$/.test(name));
  if (!spread || !isBefore(sdkVersionOf(request), [1, 12, 0])) return null;
  return {
    why: "SDK versions before 1.12 take default headers given as pairs apart as soon as ANTHROPIC_CUSTOM_HEADERS is set: each leaves under its number instead of its name.",
    fix: "Give defaultHeaders as an object, use SDK 1.12 or newer, or leave ANTHROPIC_CUSTOM_HEADERS out.",
  };
}
