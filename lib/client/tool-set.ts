// What is a tool set, and which is there at first?
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";
import type { ToolItem } from "@/lib/tool-design/tool-item";

/** Tools that are worked on and sent together. */
export type ToolSet = {
  readonly id: string;
  readonly name: string;
  readonly tools: readonly ToolItem[];
  /** Brought by a scenario or a run: the next one takes its place, unless somebody edited it. */
  readonly taken: boolean;
};

export type ToolSets = {
  /** Never empty. */
  readonly sets: readonly ToolSet[];
  /** The set that the setup sends and the workbench shows. */
  readonly currentId: string;
};

const builtinSet: ToolSet = {
  id: "builtin",
  name: "Built-in tools",
  taken: false,
  tools: builtinToolNames.map((name) => ({ id: `builtin-${name}`, enabled: true, kind: "builtin", name })),
};

export const defaultToolSets: ToolSets = { sets: [builtinSet], currentId: builtinSet.id };

/** @returns the set that is worked on */
export function currentSet({ sets, currentId }: ToolSets): ToolSet {
  return sets.find(({ id }) => id === currentId) ?? sets[0] ?? builtinSet;
}

/** @returns the sets with the current one changed; from then on it is somebody's own work */
export function changeCurrent(state: ToolSets, change: (set: ToolSet) => ToolSet): ToolSets {
  const current = currentSet(state);
  return { ...state, sets: state.sets.map((set) => (set.id === current.id ? change(set) : set)) };
}

/** @returns the sets with this one added and current; one that was only taken from elsewhere makes room for it */
export function takeSet(state: ToolSets, set: ToolSet): ToolSets {
  const kept = state.sets.filter(({ taken }) => !(taken && set.taken));
  return { sets: [...kept, set], currentId: set.id };
}

/** @returns the sets without this one; the one beside it becomes current, and the built-in tools where none is left */
export function withoutSet(state: ToolSets, id: string): ToolSets {
  const place = state.sets.findIndex((set) => set.id === id);
  const sets = state.sets.filter((set) => set.id !== id);
  if (sets.length === 0) return defaultToolSets;
  const beside = sets[Math.min(Math.max(place, 0), sets.length - 1)];
  return { sets, currentId: state.currentId === id && beside !== undefined ? beside.id : state.currentId };
}
