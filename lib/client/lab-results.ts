// How does each cell of the header lab stand, also after a reload?
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { CheckVerdict } from "@/lib/run/header-check/check-verdict";

export type LabResult =
  | { readonly status: "waiting" }
  | { readonly status: "starting" }
  | { readonly status: "running"; readonly runId: string }
  | { readonly status: "ended"; readonly runId: string; readonly verdict: CheckVerdict }
  /** By the user; without a run where it had not begun. */
  | { readonly status: "stopped"; readonly runId: string | null }
  | { readonly status: "unreadable"; readonly runId: string; readonly message: string }
  | { readonly status: "refused"; readonly message: string };

export type LabResults = {
  /** By the id of the cell. A cell without one has never been run. */
  readonly results: Readonly<Record<string, LabResult>>;
  /** The last run of each cell, which is what outlives the page: verdicts are read from the runs again. */
  readonly runIds: Readonly<Record<string, string>>;
  /** What is being carried out: how many cells in all, and since when they were pressed; null while nothing is. */
  readonly batch: { readonly total: number; readonly done: number } | null;
  /** Why everything was given up. */
  readonly problem: string | null;
};

export const labStore = createStore<LabResults>()(
  persist((): LabResults => ({ results: {}, runIds: {}, batch: null, problem: null }), {
    name: "toolscope:header-lab",
    version: 1,
    partialize: ({ runIds }) => ({ runIds }),
    merge: (stored, current) => ({ ...current, runIds: readRunIds(stored) }),
  }),
);

function readRunIds(stored: unknown): Record<string, string> {
  const runIds = isJsonObject(stored) && isJsonObject(stored.runIds) ? stored.runIds : {};
  return Object.fromEntries(
    Object.entries(runIds).flatMap(([cell, runId]) => (typeof runId === "string" ? [[cell, runId]] : [])),
  );
}

/** Says how a cell stands now; null forgets it. */
export function setResult(cellId: string, result: LabResult | null): void {
  labStore.setState(({ results, runIds }) => {
    const { [cellId]: _, ...others } = results;
    const { [cellId]: known, ...otherIds } = runIds;
    if (result === null) return { results: others, runIds: otherIds };
    const runId = "runId" in result ? result.runId : (known ?? null);
    return {
      results: { ...others, [cellId]: result },
      runIds: runId === null ? otherIds : { ...otherIds, [cellId]: runId },
    };
  });
}

export function useLab<T>(pick: (lab: LabResults) => T): T {
  return useStore(labStore, pick);
}
