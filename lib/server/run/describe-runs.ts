// What can be said about the runs of this server, newest first?
import type { RunDetail, RunList, RunSummary } from "@/lib/protocol/run-summary";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import type { Run } from "@/lib/run/run";
import { summaryOf } from "@/lib/run/run-summary";
import { linesOf, type Machine } from "../machine";
import { logEvents } from "../store/log-events";
import { StoreFailure } from "../store/store-failure";

const pageSize = 50;
/** Summaries of ended runs, which cannot change any more. Bounded by the least recently listed. */
const known = new Map<string, RunSummary>();
const mostKnown = 10_000;

/** @returns one run's summary with its findings; null where there is no such run, or it never began */
export async function describeRun(machine: Machine, runId: string): Promise<RunDetail | null> {
  const run = await foldedRun(machine, runId);
  if (run === null) return null;
  const findings = findingsOf(run);
  return { ...summaryOf(run, findings.length), findings };
}

/**
 * @param query words that must all occur in id, title, model, provider or outcome; blank for all runs
 * @param cursor the `nextCursor` of the page before, null for the first
 */
export async function listRuns(machine: Machine, query: string, cursor: string | null): Promise<RunList> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const runs: RunSummary[] = [];
  for (const runId of await machine.store.list()) {
    if (cursor !== null && runId >= cursor) continue;
    if (runs.length === pageSize) return { runs, nextCursor: runs.at(-1)?.id ?? null };
    const summary = await summaryById(machine, runId);
    if (summary !== null && matches(summary, words)) runs.push(summary);
  }
  return { runs, nextCursor: null };
}

async function summaryById(machine: Machine, runId: string): Promise<RunSummary | null> {
  const before = known.get(runId);
  if (before !== undefined) return before;
  const detail = await describedOrNull(machine, runId);
  if (detail === null) return null;
  const summary = { ...detail, findings: detail.findings.length };
  if (summary.outcome !== null) known.set(runId, summary);
  const oldest = known.keys().next().value;
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return summary;
}

/** One damaged log must not hide all the others: it is left out of the list, and says what is wrong when opened. */
async function describedOrNull(machine: Machine, runId: string): Promise<RunDetail | null> {
  try {
    return await describeRun(machine, runId);
  } catch (error) {
    if (error instanceof StoreFailure) return null;
    throw error;
  }
}

function matches({ id, title, model, provider, outcome }: RunSummary, words: readonly string[]): boolean {
  const text = [id, title, model, provider, outcome ?? "running"].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** @returns the run as far as it has come; null where there is no such run, or it never began */
export async function foldedRun(machine: Machine, runId: string): Promise<Run | null> {
  const lines = await linesOf(machine, runId);
  if (lines === null || lines.length() === 0) return null;
  return runOf(logEvents(runId, lines.slice(0, lines.length())));
}
