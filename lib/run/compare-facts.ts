// What was each run, and what did it come to, side by side?
import type { RunConfig } from "@/lib/protocol/run-config";
import { callOrderOf, callOrderTexts } from "./call-order";
import { type CompareMark, marksDiffer, referenceColumn } from "./compare-mark";
import type { ComparedRuns } from "./compare-turns";
import { engineText } from "./engine-text";
import { bytesText, countText, meanText } from "./quantity-text";
import type { Run } from "./run";
import { runTotals } from "./run-totals";
import { sdkVersionText } from "./sdk-version-text";

export type FactCell = { readonly mark: CompareMark; readonly text: string };
export type FactRow = {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly FactCell[];
  readonly differs: boolean;
};
export type FactGroup = { readonly title: string; readonly rows: readonly FactRow[] };

type Fact = readonly [label: string, read: (run: Run) => string];

const setupFacts: readonly Fact[] = [
  ["Engine", ({ config }) => (config === null ? "" : engineText(config.engine))],
  ["SDK", sdkVersionText],
  ["Provider", ({ config }) => (config === null ? "" : providerText(config.provider))],
  ["Model", ({ config }) => config?.model ?? ""],
  ["Streaming", ({ config }) => (config?.stream === false ? "off" : "on")],
  ["Order of calls", ({ config }) => (config === null ? "" : callOrderTexts[callOrderOf(config)])],
  ["Scenario", ({ config }) => (typeof config?.scenario === "string" ? config.scenario : "")],
  ["Mishaps", ({ config }) => (config?.mishaps ?? []).join(", ")],
];

const outcomeFacts: readonly Fact[] = [
  ["Outcome", outcomeText],
  ["Turns", (run) => countText(run.turns.length)],
  ["Requests", (run) => countText(totalsOf(run).requests)],
  ["Retries", (run) => countText(totalsOf(run).retries)],
  ["Tool calls", (run) => countText(totalsOf(run).calls)],
  ["Failed calls", (run) => countText(totalsOf(run).failedCalls)],
  ["Calls a calling turn", (run) => meanText(totalsOf(run).callsPerCallingTurn)],
  ["Input tokens", (run) => countText(totalsOf(run).inputTokens)],
  ["Output tokens", (run) => countText(totalsOf(run).outputTokens)],
  ["Tokens read from the cache", (run) => countText(totalsOf(run).cacheReadTokens)],
  ["Bytes sent", (run) => bytesText(totalsOf(run).bytesSent)],
];

/** @returns how the runs were set up and what came of them; a fact no run has is left out */
export function compareFacts(runs: ComparedRuns, baseline: number): FactGroup[] {
  return [
    { title: "Setup", rows: factRows(setupFacts, runs, baseline) },
    { title: "What came of it", rows: factRows(outcomeFacts, runs, baseline) },
  ];
}

function factRows(facts: readonly Fact[], runs: ComparedRuns, baseline: number): FactRow[] {
  const reference = referenceColumn(
    runs.map((run) => run !== null),
    baseline,
  );
  return facts.flatMap(([label, read]) => {
    const texts = runs.map((run) => (run === null ? null : read(run)));
    if (texts.every((text) => text === null || text === "")) return [];
    const cells = texts.map((text): FactCell => {
      if (text === null) return { mark: "nothing", text: "" };
      return { mark: markOf(texts[reference] ?? "", text), text };
    });
    return [{ key: label, label, cells, differs: marksDiffer(cells.map(({ mark }) => mark)) }];
  });
}

function markOf(before: string, text: string): CompareMark {
  if (before === text) return text === "" ? "absent" : "same";
  if (before === "") return "added";
  return text === "" ? "missing" : "changed";
}

function totalsOf(run: Run) {
  return runTotals(run, 0);
}

function providerText(provider: RunConfig["provider"]): string {
  const { kind, baseURL, runId = "" } = provider;
  const who = kind === "custom" ? baseURL : kind === "recorded" ? `replies of ${runId}` : kind;
  return provider.gateway === true ? `${who} through the gateway` : who;
}

function outcomeText({ end }: Run): string {
  if (end === null) return "running";
  if (end.outcome === "completed") return `completed, ${end.stopReason}`;
  if (end.outcome === "failed") return `failed: ${end.error.message}`;
  return end.outcome;
}
