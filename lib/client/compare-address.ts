// Which runs does the address put side by side, and in which order?
import { setUrlParam } from "./url-params";

export const fewestCompared = 2;
export const mostCompared = 6;

/** @returns the ids of `run_a,run_b`, each once; more than fit are left out and counted */
export function parseRunIds(text: string): { readonly ids: readonly string[]; readonly left: number } {
  const all = [...new Set(text.split(",").map((id) => id.trim()))].filter((id) => id !== "");
  return { ids: all.slice(0, mostCompared), left: Math.max(0, all.length - mostCompared) };
}

/** @returns where runs stand side by side: `/compare?runs=run_a,run_b` */
export function comparePath(ids: readonly string[]): string {
  return ids.length === 0 ? "/compare" : `/compare?runs=${ids.map(encodeURIComponent).join(",")}`;
}

/** Puts these runs side by side, in this order. */
export function showRuns(ids: readonly string[]): void {
  setUrlParam("runs", ids.join(","));
}

/** @returns the list with one run moved by one place; unchanged at either end */
export function movedRun(ids: readonly string[], id: string, step: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const other = ids[from + step];
  if (from < 0 || other === undefined) return ids;
  return ids.with(from, other).with(from + step, id);
}
