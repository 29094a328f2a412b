// What does a verdict say, in a few words and in whole sentences?
import { sourceWords } from "../asked-headers";
import { requestsText } from "../findings/place-text";
import { linesText } from "../header-cell-text";
import { requestKindWords } from "../request-kind";
import type { CheckFate, CheckVerdict, FollowUp } from "./check-verdict";
import type { HeaderBreak, HeaderVerdict } from "./header-verdict";

export const fateWords: Readonly<Record<CheckFate, string>> = {
  arrived: "arrived",
  renamed: "renamed",
  replaced: "replaced",
  lost: "lost",
  failed: "run failed",
  "not-shown": "not shown",
};

/** @returns what a cell of a table has room for: `"lost on compaction (request 2) at fetch"` */
export function verdictText(verdict: CheckVerdict): string {
  const { fate, headers, requests, error, unseen } = verdict;
  if (fate === "failed") return error === null ? "run broke off" : `run failed: ${error.code}`;
  if (fate === "not-shown")
    return `no ${unseen.map((kind) => requestKindWords[kind]).join(", no ")} was made`;
  const worst = headers.find((header) => header.fate === fate);
  return worst === undefined ? arrivedOn(requests) : headerFateText(worst, requests);
}

/** @returns the same for one header; `requests` is how many there were in all */
export function headerFateText({ fate, carriedBy, breaks }: HeaderVerdict, requests: number): string {
  if (fate === "renamed") return `travels as ${carriedBy}`;
  const [first] = breaks;
  return first === undefined
    ? arrivedOn(requests)
    : `${fateWords[fate]} on ${placesText(breaks, requests)} at ${first.point}`;
}

function arrivedOn(requests: number): string {
  return requests === 1 ? "arrived on the only request" : `arrived on all ${requests} requests`;
}

/** @returns one sentence or two about one header, without the fix */
export function headerVerdictText(header: HeaderVerdict, { requests, seenUpTo }: CheckVerdict): string {
  const { name, source, fate, carriedBy, breaks, note } = header;
  const what = source === null ? name : `${name} from ${sourceWords[source]}`;
  const [first] = breaks;
  if (first === undefined) {
    const kept = note === "" ? "" : ` ${note}`;
    if (fate === "renamed") {
      const who =
        carriedBy === "authorization" ? "SDK 1.0 and newer send" : "SDKs before 1.0, and the AI SDK, send";
      return `The key is in ${carriedBy} on every request, not in ${name}: ${who} it so.${kept}`;
    }
    const how = seenUpTo === null ? "" : `, seen up to ${seenUpTo}`;
    const all = requests === 1 ? "the only request" : `all ${requests} requests`;
    return `${what} is on ${all}${how}.${kept}`;
  }
  const where = `${placesText(breaks, requests)} at ${first.point}`;
  const found = first.found === null ? "" : ` It says ${linesText(first.found)} instead.`;
  return `${what} is ${first.fate === "missing" ? "missing" : "replaced"} on ${where}.${found}${causeText(first)}`;
}

/** A known fault of an SDK names its culprit itself; elsewhere the hop has to be named. */
function causeText({ cause, point }: HeaderBreak): string {
  if (cause === null) return "";
  const { by, why } = cause;
  return point === "fetch" && !why.startsWith("It ") ? ` ${why}` : ` ${by}: ${why}`;
}

/** @returns what to do about a header that is not as it should be, null where nothing is known */
export function headerFix({ fate, name, carriedBy, breaks }: HeaderVerdict): string | null {
  if (fate === "renamed") return `Look for the key in ${carriedBy}, or choose an SDK that sends ${name}.`;
  return breaks[0]?.cause?.fix ?? null;
}

/** @returns what a follow-up leaves out of the conversation, or null where it carries all of it */
export function followUpText(followUp: FollowUp): string | null {
  const { hasSystem, hasTools, number, thread } = followUp;
  const missing = [...(hasSystem ? [] : ["system"]), ...(hasTools ? [] : ["tools"])];
  if (missing.length === 0 && thread !== "continue") return null;
  const without = missing.length === 0 ? "" : `, without ${missing.join(" and ")}`;
  return `Request ${number} ${thread === "continue" ? "continues a thread" : "goes out"}${without}: what is not sent has to be known to the provider.`;
}

/** @returns `"every request"`, `"compaction (request 2)"`, `"follow-up and retry (requests 2 and 3)"` */
function placesText(breaks: readonly HeaderBreak[], requests: number): string {
  if (breaks.length === requests) return requests === 1 ? "the only request" : "every request";
  const kinds = [...new Set(breaks.map(({ kind }) => requestKindWords[kind]))];
  return `${kinds.join(" and ")} (${requestsText(breaks.map(({ number }) => number))})`;
}
