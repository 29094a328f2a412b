// How does the history come to say of each run how it ended?
import { setImmediate as nextTurn } from "node:timers/promises";
import { findingsOf } from "@/lib/run/findings";
import { runOf } from "@/lib/run/reduce-run";
import type { Run } from "@/lib/run/run";
import { entryOf } from "@/lib/run/run-entry";
import type { Machine } from "../machine";
import { closeInterrupted } from "../store/close-interrupted";
import { logEvents } from "../store/log-events";
import type { AdoptedLog } from "../store/run-store";

/** How often runs of servers that are gone are looked for, where others may have been, in milliseconds. */
const sweepMs = 2_500;

type Kept = Pick<Machine, "store" | "reader">;

/** Closes what a crash left open and describes what it left undescribed: once, and again where servers come and go. */
export function keepSweeping(machine: Kept): void {
  void sweep(machine);
  if (machine.store.shared) setInterval(() => void sweep(machine), sweepMs).unref();
}

/** The same at a moment of somebody's choosing. */
export async function sweep(machine: Kept): Promise<void> {
  // A store that cannot be read says so to whoever asks for a run.
  const { store } = machine;
  for (const runId of await store.abandoned().catch(() => [])) {
    const adopted = await store.adopt(runId).catch(() => null);
    if (adopted !== null) await closeAbandoned(machine, runId, adopted).catch(() => undefined);
    else await describeRunAnew(machine, runId);
    await nextTurn();
  }
  for (const runId of await store.undescribed().catch(() => [])) {
    await describeRunAnew(machine, runId);
    await nextTurn();
  }
}

/** Ends a log whose server is gone; one that holds nothing at all is taken away. */
export async function closeAbandoned(machine: Kept, runId: string, adopted: AdoptedLog): Promise<void> {
  if (adopted.lines.length === 0) {
    await adopted.writer.close();
    await machine.store.remove(runId);
    return;
  }
  try {
    await closeInterrupted(runId, adopted);
  } finally {
    await adopted.writer.close();
    machine.reader.forget(runId);
  }
  await describeRunAnew(machine, runId);
}

/**
 * Puts into the history what the log says now; what a log cannot say (name, pin, import, scope) stays.
 *
 * @param held the whole log, where it is at hand and stored; else it is read from the store
 */
export async function describeRunAnew(
  { store }: Pick<Machine, "store">,
  runId: string,
  held?: readonly string[],
): Promise<void> {
  try {
    const lines = held ?? (await store.read(runId));
    if (lines === null || lines.length === 0) return;
    const run = runOfLines(runId, lines);
    const before = await store.entry(runId);
    // A run has an entry from its beginning: whoever holds the lines of one without it holds those of a deleted run.
    if (held !== undefined && before === undefined) return;
    const { name = "", pinned = false, imported = false, scope = "" } = before ?? {};
    await store.describe({ ...entryOf(run, findingsOf(run)), name, pinned, imported, scope });
  } catch {
    // A damaged log is told of when somebody opens it.
  }
}

/** @throws StoreFailure naming the first damaged line */
export function runOfLines(runId: string, lines: readonly string[]): Run {
  return runOf(logEvents(runId, lines));
}
