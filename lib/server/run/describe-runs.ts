// What can be said about the runs of this server, newest first?
import type { RunEntry } from "@/lib/protocol/run-entry";
import type { RunList, RunListQuery } from "@/lib/protocol/run-list";
import type { RunChange, RunDetail, RunSummary } from "@/lib/protocol/run-summary";
import { findingsOf } from "@/lib/run/findings";
import type { Run } from "@/lib/run/run";
import { entryOf } from "@/lib/run/run-entry";
import { parseRunQuery } from "@/lib/run/run-query";
import { summaryOf } from "@/lib/run/run-summary";
import { FieldError } from "../door/field-error";
import { linesOf, type Machine } from "../machine";
import { isRunId } from "../store/run-id";
import { runOfLines } from "./history";

/** @returns one run's summary with its findings; null where there is no such run, or it never began */
export async function describeRun(machine: Machine, runId: string): Promise<RunDetail | null> {
  const run = await foldedRun(machine, runId);
  if (run === null) return null;
  const findings = findingsOf(run);
  const entry = await machine.store.entry(runId);
  const { pinned = false, name = "", imported = false } = entry ?? {};
  const summary = summaryOf(run, findings.length);
  return { ...summary, title: name || summary.title, pinned, imported, findings };
}

/**
 * @returns one page of the runs that fit, and how many fit in all
 * @throws FieldError for a query or a cursor that means nothing
 */
export async function listRuns(
  machine: Machine,
  { query, cursor, order, limit }: RunListQuery,
): Promise<RunList> {
  const parsed = parseRunQuery(query);
  if (!parsed.ok) throw new FieldError("query", parsed.problem);
  const isAfter = cursor === undefined ? () => true : afterCursor(cursor, order);
  const fitting = (await machine.store.entries())
    .map((stored) => currentEntry(machine, stored))
    .filter(parsed.matches);
  const following = inOrder(fitting, order).filter(isAfter);
  const page = following.slice(0, limit);
  const last = page.at(-1);
  const more = last !== undefined && following.length > limit;
  return {
    runs: page.map(summaryOfEntry),
    nextCursor: more ? cursorOf(last, order) : null,
    total: fitting.length,
  };
}

/** @param entries newest first */
function inOrder(entries: readonly RunEntry[], order: RunListQuery["order"]): readonly RunEntry[] {
  if (order === "newest") return entries;
  return [...entries.filter((entry) => entry.pinned), ...entries.filter((entry) => !entry.pinned)];
}

const pinnedMark = "pinned:";

function cursorOf({ id, pinned }: RunEntry, order: RunListQuery["order"]): string {
  return order === "pinned" && pinned ? pinnedMark + id : id;
}

/** By place, not by position: what is added or deleted between two pages repeats nothing and hides nothing. */
function afterCursor(cursor: string, order: RunListQuery["order"]): (entry: RunEntry) => boolean {
  const lastPinned = cursor.startsWith(pinnedMark);
  const lastId = lastPinned ? cursor.slice(pinnedMark.length) : cursor;
  if (!isRunId(lastId)) throw new FieldError("cursor", "give the nextCursor of the page before");
  if (order === "newest") return ({ id }) => id < lastId;
  return ({ id, pinned }) => (pinned === lastPinned ? id < lastId : lastPinned);
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
  const entry = await machine.store.entry(runId);
  if (entry === undefined) return null;
  const { name = entry.name, pinned = entry.pinned } = change;
  const changed = { ...entry, name, pinned };
  await machine.store.describe(changed);
  return summaryOfEntry(currentEntry(machine, changed));
}

/** The entry of a run that goes on here is as old as the run: what it came to so far is in its log. */
function currentEntry({ live }: Machine, entry: RunEntry): RunEntry {
  const running = live.get(entry.id);
  if (entry.outcome !== null || running === undefined || running.log.length() === 0) return entry;
  const run = runOfLines(entry.id, running.log.slice(0, running.log.length()));
  const { name, pinned, imported, scope } = entry;
  return { ...entryOf(run, findingsOf(run)), name, pinned, imported, scope };
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

function summaryOfEntry({
  name,
  text,
  tools,
  headers,
  codes,
  scenario,
  scope,
  ...summary
}: RunEntry): RunSummary {
  return { ...summary, title: name || summary.title };
}
