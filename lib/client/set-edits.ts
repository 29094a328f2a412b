// What can be done with whole tool sets?
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { randomId } from "./random-id";
import { currentSet, type ToolSet, takeSet, withoutSet } from "./tool-set";
import { changeTools, restoreTools, setsOf, toolStore } from "./tool-store";

export function openSet(id: string): void {
  changeTools((state) => (state.currentId === id ? state : { ...state, currentId: id }));
}

/** Adds a set and goes to it. */
export function addSet(name = "New tool set", tools: readonly ToolItem[] = []): void {
  changeTools((state) =>
    takeSet(state, { id: randomId(), name: freeSetName(name, state.sets), tools, taken: false }),
  );
}

export function duplicateSet(): void {
  const { name, tools } = currentSet(toolStore.getState());
  addSet(
    name,
    tools.map((tool) => ({ ...tool, id: randomId() })),
  );
}

/** A set with a name of its own is somebody's work. */
export function renameSet(id: string, name: string): void {
  changeTools((state) => ({
    ...state,
    sets: state.sets.map((set) => (set.id === id ? { ...set, name, taken: false } : set)),
  }));
}

/** @returns puts the set back */
export function removeSet(id: string): () => void {
  const before = setsOf(toolStore.getState());
  changeTools((state) => withoutSet(state, id));
  return () => restoreTools(before);
}

function freeSetName(name: string, sets: readonly ToolSet[]): string {
  const taken = new Set(sets.map((set) => set.name));
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name} ${count}`)) count += 1;
  return `${name} ${count}`;
}
