// Is the run on screen going on, and how did it end?
import { useStore } from "zustand";
import type { RunOutcome } from "@/lib/protocol/run-event";
import type { Run } from "@/lib/run/run";
import type { RunState } from "./run-state";
import { runStore } from "./run-store";

/**
 * `opening` is a run of which nothing has arrived yet, `waiting` one that waits for a person, `lost` one whose log ended
 * without its last event.
 */
export type RunStatus = "none" | "opening" | "running" | "waiting" | "not-found" | "lost" | RunOutcome;

export function runStatusOf({ runId, whole, connection }: RunState): RunStatus {
  if (runId === null) return "none";
  if (connection === "not-found") return "not-found";
  if (whole.end !== null) return whole.end.outcome;
  if (connection === "ended") return "lost";
  return statusWithin(whole);
}

function statusWithin(run: Run): RunStatus {
  if (run.end !== null) return run.end.outcome;
  if (run.lastSeq < 0) return "opening";
  return run.pauses.some((pause) => pause.endAt === null) ? "waiting" : "running";
}

/** How the run stands, whatever moment of it is on screen: what can be done with it follows from this. */
export function useRunStatus(): RunStatus {
  return useStore(runStore, runStatusOf);
}

/** How the run stands, or stood at the moment that is on screen. */
export function useShownStatus(): RunStatus {
  return useStore(runStore, (state) =>
    state.moment === null ? runStatusOf(state) : statusWithin(state.run),
  );
}

/** True while a run can be stopped. */
export function isGoingOn(status: RunStatus): boolean {
  return status === "opening" || status === "running" || status === "waiting";
}
