// How does the list of hooks change, with a way back for what is lost?
import { notify } from "@/components/ui/toast-queue";
import type { HookRow } from "@/lib/client/hook-row";
import { editSetup, replaceSetup, setupStore } from "@/lib/client/setup-store";

export function changeHook(id: string, part: Partial<HookRow>): void {
  const { hooks } = setupStore.getState().draft;
  editSetup({ hooks: hooks.map((hook) => (hook.id === id ? { ...hook, ...part } : hook)) });
}

/** @param step -1 for one place up, 1 for one down */
export function moveHook(id: string, step: -1 | 1): void {
  const { hooks } = setupStore.getState().draft;
  const from = hooks.findIndex((hook) => hook.id === id);
  const hook = hooks[from];
  if (hook === undefined || from + step < 0 || from + step >= hooks.length) return;
  editSetup({ hooks: hooks.toSpliced(from, 1).toSpliced(from + step, 0, hook) });
}

export function removeHook(id: string): void {
  const { draft } = setupStore.getState();
  const undo = replaceSetup({ ...draft, hooks: draft.hooks.filter((hook) => hook.id !== id) });
  notify({ title: "Hook removed", action: { label: "Undo", run: undo } });
}
