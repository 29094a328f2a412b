// How does a component see the run on screen?
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { Run } from "@/lib/run/run";
import type { Connection } from "./run-state";
import { runStore } from "./run-store";

/**
 * @param select picks or derives what the component shows; it re-renders when the result differs (compared one level
 *   deep, so a selector may build a fresh list or object)
 * @returns the selected part; of `emptyRun` while no run is open
 */
export function useRun<T>(select: (run: Run) => T): T {
  return useStore(
    runStore,
    useShallow((state) => select(state.run)),
  );
}

/** @returns how the browser is connected to the run */
export function useConnection(): Connection {
  return useStore(runStore, (state) => state.connection);
}

/** @returns the newest event that could not be read, in words; null where all could */
export function useRunProblem(): string | null {
  return useStore(runStore, (state) => state.problem);
}
