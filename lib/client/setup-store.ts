// What does the setup form hold, and what of it outlives the page?
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { ApiProblem } from "./api-call";
import { defaultDraft, type SetupDraft } from "./setup-draft";
import { readStoredDraft, storableDraft } from "./stored-draft";
import { type ToolSet, takeSet } from "./tool-set";
// Before this store is read: it takes over the tools that an earlier version kept in the stored setup.
import { changeTools, restoreTools, setsOf, toolStore } from "./tool-store";

export type SetupState = {
  readonly draft: SetupDraft;
  /** Kept in this page's memory only. */
  readonly apiKey: string;
  /** What the last attempt to run stumbled over; `field` is the name of a form field. */
  readonly problem: ApiProblem | null;
  readonly starting: boolean;
};

const version = 2;

export const setupStore = createStore<SetupState>()(
  persist((): SetupState => ({ draft: defaultDraft, apiKey: "", problem: null, starting: false }), {
    name: "toolscope:setup",
    version,
    partialize: (state): { draft: unknown } => ({ draft: storableDraft(state.draft) }),
    migrate: (stored) => ({ draft: readStored(stored) }),
    merge: (stored, state) => ({ ...state, draft: readStored(stored) }),
  }),
);

function readStored(stored: unknown): SetupDraft {
  const holder =
    typeof stored === "object" && stored !== null && "draft" in stored ? stored.draft : undefined;
  return readStoredDraft(holder);
}

/** @returns the part of the setup a component shows */
export function useSetup<T>(pick: (state: SetupState) => T): T {
  return useStore(setupStore, pick);
}

/** Changes some fields of the draft; what was wrong with the last attempt is forgotten. */
export function editSetup(change: Partial<SetupDraft>): void {
  setupStore.setState(({ draft }) => ({ draft: { ...draft, ...change }, problem: null }));
}

export function setApiKey(apiKey: string): void {
  setupStore.setState({ apiKey, problem: null });
}

/**
 * Puts another draft in place, and a tool set where one comes with it.
 *
 * @returns puts back what was there before, for an "Undo"
 */
export function replaceSetup(draft: SetupDraft, tools?: ToolSet): () => void {
  const before = setupStore.getState().draft;
  const toolsBefore = setsOf(toolStore.getState());
  setupStore.setState({ draft, problem: null });
  if (tools !== undefined) changeTools((sets) => takeSet(sets, tools));
  return () => {
    setupStore.setState({ draft: before, problem: null });
    if (tools !== undefined) restoreTools(toolsBefore);
  };
}
