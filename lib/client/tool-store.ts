// Where are the tool sets of this browser, and how are they changed and changed back?
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { keptStorage } from "./kept-storage";
import { readStoredSets, storableSets } from "./stored-tools";
import { currentSet, defaultToolSets, type ToolSet, type ToolSets } from "./tool-set";
import { toolsOfOldSetup } from "./tools-before";

export type ToolState = ToolSets & {
  /** What was there before each change, newest last. */
  readonly past: readonly ToolSets[];
  /** What was taken back, newest last. */
  readonly future: readonly ToolSets[];
  /** What the newest change was about: more of the same (typing) is one step to take back. */
  readonly lastEdit: { readonly key: string; readonly at: number } | null;
};

const storageKey = "toolscope:tools";
const mostSteps = 200;
const sameEditMs = 1_500;

export const toolStore = createStore<ToolState>()(
  persist((): ToolState => ({ ...defaultToolSets, past: [], future: [], lastEdit: null }), {
    name: storageKey,
    storage: keptStorage(),
    version: 1,
    partialize: (state): unknown => storableSets(state),
    migrate: readStoredSets,
    merge: (stored, state) => ({
      ...state,
      ...(stored === undefined ? firstSets() : readStoredSets(stored)),
    }),
  }),
);

/** Nothing stored yet: what an earlier version kept in the setup comes over, before the setup is stored without it. */
function firstSets(): ToolSets {
  return toolsOfOldSetup(globalThis.localStorage?.getItem("toolscope:setup") ?? null) ?? defaultToolSets;
}

if (globalThis.localStorage?.getItem(storageKey) === null) toolStore.setState({});

/** Another page of this browser changed the sets: both show the same. */
globalThis.addEventListener?.("storage", (event) => {
  if (event.key === storageKey && event.newValue !== null) void toolStore.persist.rehydrate();
});

/** @returns the part of the tool sets a component shows */
export function useTools<T>(pick: (state: ToolState) => T): T {
  return useStore(toolStore, pick);
}

/** @returns the set the setup sends and the workbench shows */
export function useCurrentSet(): ToolSet {
  return useStore(toolStore, currentSet);
}

/**
 * Changes the sets; undo takes it back.
 *
 * @param key what the change is about; changes under one key that follow each other quickly are one step. Empty: a step
 *   of its own
 */
export function changeTools(change: (sets: ToolSets) => ToolSets, key = ""): void {
  const state = toolStore.getState();
  const before = setsOf(state);
  const next = change(before);
  if (next === before) return;
  const at = Date.now();
  const goesOn = key !== "" && state.lastEdit?.key === key && at - state.lastEdit.at < sameEditMs;
  const past = goesOn ? state.past : [...state.past.slice(1 - mostSteps), before];
  toolStore.setState({ ...next, past, future: [], lastEdit: { key, at } });
}

export function undoTools(): void {
  const state = toolStore.getState();
  const before = state.past.at(-1);
  if (before === undefined) return;
  const future = [...state.future, setsOf(state)];
  toolStore.setState({ ...before, past: state.past.slice(0, -1), future, lastEdit: null });
}

export function redoTools(): void {
  const state = toolStore.getState();
  const next = state.future.at(-1);
  if (next === undefined) return;
  const past = [...state.past, setsOf(state)];
  toolStore.setState({ ...next, past, future: state.future.slice(0, -1), lastEdit: null });
}

/** Puts sets in place that were there before. */
export function restoreTools(sets: ToolSets): void {
  changeTools(() => setsOf(sets));
}

export function setsOf({ sets, currentId }: ToolSets): ToolSets {
  return { sets, currentId };
}
