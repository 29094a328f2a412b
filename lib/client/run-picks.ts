// Which row of the history has the cursor, and which runs are picked?
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { runHistory, shownRows } from "./run-history";

export type RunPicks = {
  /** The row that keys act on; null before the first key or click. */
  readonly active: string | null;
  /** In the order of picking: the first is the baseline of a comparison. */
  readonly picked: readonly string[];
  /** Where a range begins. */
  readonly anchor: string | null;
  /** The row whose title is being written. */
  readonly renaming: string | null;
};

export const runPicks = createStore<RunPicks>(() => ({
  active: null,
  picked: [],
  anchor: null,
  renaming: null,
}));

export function activate(runId: string | null): void {
  runPicks.setState({ active: runId, anchor: runId });
}

/** Moves the cursor by so many rows, to an end at most. @returns the index it came to, -1 in an empty list */
export function moveActive(step: number, extend = false): number {
  const rows = shownRows(runHistory.getState());
  const { active, anchor } = runPicks.getState();
  const from = rows.findIndex((run) => run.id === active);
  const index = from < 0 ? (step < 0 ? rows.length - 1 : 0) : clamp(from + step, rows.length - 1);
  const row = rows[index];
  if (row === undefined) return -1;
  if (extend) pickRange(anchor ?? active ?? row.id, row.id);
  else activate(row.id);
  return index;
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(index, last));
}

export function togglePick(runId: string): void {
  const { picked } = runPicks.getState();
  runPicks.setState({
    active: runId,
    anchor: runId,
    picked: picked.includes(runId) ? picked.filter((id) => id !== runId) : [...picked, runId],
  });
}

/** Picks everything from one row to another, besides what is picked already. */
export function pickRange(from: string, to: string): void {
  const ids = shownRows(runHistory.getState()).map((run) => run.id);
  const ends = [ids.indexOf(from), ids.indexOf(to)].sort((one, other) => one - other);
  const range = ids.slice(Math.max(0, ends[0] ?? 0), (ends[1] ?? 0) + 1);
  const { picked } = runPicks.getState();
  runPicks.setState({ active: to, anchor: from, picked: [...new Set([...picked, ...range])] });
}

export function pickAll(): void {
  runPicks.setState({ picked: shownRows(runHistory.getState()).map((run) => run.id) });
}

export function clearPicks(): void {
  runPicks.setState({ picked: [], anchor: null });
}

/** Forgets runs that are gone, and moves the cursor off them to the row that takes their place. */
export function leaveRows(ids: readonly string[]): void {
  const gone = new Set(ids);
  const rows = shownRows(runHistory.getState());
  const { active, picked } = runPicks.getState();
  const index = rows.findIndex((run) => run.id === active);
  const after = rows.slice(Math.max(0, index)).find((run) => !gone.has(run.id));
  const before = rows.slice(0, Math.max(0, index)).findLast((run) => !gone.has(run.id));
  runPicks.setState({
    picked: picked.filter((id) => !gone.has(id)),
    anchor: null,
    ...(active !== null && gone.has(active) && { active: (after ?? before)?.id ?? null }),
  });
}

export function startRenaming(runId: string | null): void {
  runPicks.setState({ renaming: runId, ...(runId !== null && { active: runId }) });
}

/** @returns the part of cursor and picks a component shows */
export function useRunPicks<Part>(pick: (picks: RunPicks) => Part): Part {
  return useStore(runPicks, pick);
}
