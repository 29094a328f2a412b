// What can be said about the runs of this server, newest first?
import type { RunEntry } from "@/lib/protocol/run-entry";
import type { RunChange, RunDetail, RunList, RunSummary } from "@/lib/protocol/run-summary";
import { findingsOf } from "@/lib/run/findings";
import type { Run } from "@/lib/run/run";
import { entryOf } from "@/lib/run/run-entry";
import { parseRunQuery } from "@/lib/run/run-query";
import { summaryOf } from "@/lib/run/run-summary";
import { FieldError } from "../door/field-error";
import { linesOf, type Machine } from "../machine";
import { runOfLines } from "./history";

const pageSize = 50;

/** @returns one run's summary with its findings; null where there is no such run, or it never began */
export async function describeRun(machine: Machine, runId: string): Promise<RunDetail | null> {
  const run = await foldedRun(machine, runId);
  if (run === null) return null;
  const findings = findingsOf(run);
  const entry = await entryById(machine, runId);
  const { pinned = false, name = "" } = entry ?? {};
  const summary = summaryOf(run, findings.length);
  return { ...summary, title: name || summary.title, pinned, findings };
}

/**
 * @param query as `parseRunQuery` reads it; blank for all runs
 * @param cursor the `nextCursor` of the page before, null for the first
 * @throws FieldError for a query that means nothing
 */
export async function listRuns(machine: Machine, query: string, cursor: string | null): Promise<RunList> {
  const parsed = parseRunQuery(query);
  if (!parsed.ok) throw new FieldError("query", parsed.problem);
  const runs: RunSummary[] = [];
  for (const stored of await machine.store.entries()) {
    if (cursor !== null && stored.id >= cursor) continue;
    const entry = currentEntry(machine, stored);
    if (!parsed.matches(entry)) continue;
    if (runs.length === pageSize) return { runs, nextCursor: runs.at(-1)?.id ?? null };
    runs.push(summaryOfEntry(entry));
  }
  return { runs, nextCursor: null };
}

/**
 * Changes what a person says of a run.
 *
 * @returns its summary; null where there is no such run
 */
export async function changeEntry(
  machine: Machine,
  runId: string,
  change: RunChange,
): Promise<RunSummary | null> {
  const entry = await entryById(machine, runId);
  if (entry === undefined) return null;
  const { name = entry.name, pinned = entry.pinned } = change;
  const changed = { ...entry, name, pinned };
  await machine.store.describe(changed);
  return summaryOfEntry(currentEntry(machine, changed));
}

async function entryById({ store }: Machine, runId: string): Promise<RunEntry | undefined> {
  return (await store.entries()).find((entry) => entry.id === runId);
}

/** The entry of a run that goes on here is as old as the run: what it came to so far is in its log. */
function currentEntry({ live }: Machine, entry: RunEntry): RunEntry {
  const running = live.get(entry.id);
  if (entry.outcome !== null || running === undefined || running.log.length() === 0) return entry;
  const run = runOfLines(entry.id, running.log.slice(0, running.log.length()));
  const { name, pinned } = entry;
  return { ...entryOf(run, findingsOf(run)), name, pinned };
}

/** @returns the run as far as it has come; null where there is no such run, or it never began */
export async function foldedRun(machine: Machine, runId: string): Promise<Run | null> {
  const lines = await linesOf(machine, runId);
  if (lines === null) return null;
  // A run that began this moment, perhaps on another server, is one as soon as its first line is stored.
  if (lines.length() === 0) await lines.more(0);
  if (lines.length() === 0) return null;
  return runOfLines(runId, lines.slice(0, lines.length()));
}

function summaryOfEntry({ name, text, tools, headers, codes, scenario, ...summary }: RunEntry): RunSummary {
  return { ...summary, title: name || summary.title };
}
