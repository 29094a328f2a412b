// What of a run does its entry in the history say?
import type { RunEntry } from "@/lib/protocol/run-entry";
import type { Finding } from "@/lib/protocol/run-summary";
import type { Run } from "./run";
import { askedText, summaryOf } from "./run-summary";

/** Enough to find a run by what was asked, few enough for ten thousand entries in memory. */
const longestText = 1_000;

/** @returns everything the history lists and searches; name, pin and scope, which are a person's, at their default */
export function entryOf(run: Run, findings: readonly Finding[]): RunEntry {
  const requests = run.turns.flatMap((turn) => turn.requests);
  const { scenario } = run.config ?? {};
  return {
    ...summaryOf(run, findings.length),
    name: "",
    text: askedText(run).slice(0, longestText),
    tools: unique(run.turns.flatMap((turn) => turn.batch?.calls ?? []).map((call) => call.name)),
    headers: unique(
      requests.flatMap(({ headerSets }) =>
        Object.values(headerSets).flatMap((set) => (set ?? []).map(([name]) => name.toLowerCase())),
      ),
    ),
    codes: unique(findings.map((finding) => finding.code)),
    scenario: typeof scenario === "string" ? scenario : "",
    scope: "",
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
