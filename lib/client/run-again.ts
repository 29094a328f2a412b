// How does one page ask another to do something with a stored run?
import { isJsonObject } from "@/lib/protocol/json-object";
import { runStore } from "./run-store";

/** `run`: start it once more; `edit`: fill the setup from it; `replay`: let its replies answer a new run. */
export const wishes = ["run", "edit", "replay"] as const;
export type Wish = (typeof wishes)[number];

/** Kept for this tab only, and never in an address: a link must not start anything. */
const key = "toolscope:wish";

/** Opens the run, where the wish is carried out as soon as the run is there. */
export function openWithWish(runId: string, wish: Wish): void {
  sessionStorage.setItem(key, JSON.stringify({ runId, wish }));
  window.location.assign(`/runs/${encodeURIComponent(runId)}`);
}

/** @returns what was wished for this run, once; null where nothing was */
export function takeWish(runId: string | null): Wish | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  try {
    const wish: unknown = JSON.parse(text ?? "null");
    if (!isJsonObject(wish) || wish.runId !== runId) return null;
    return wishes.find((each) => each === wish.wish) ?? null;
  } catch {
    return null;
  }
}

/** Does it once the run on screen is there with its end; never where another run is opened before. */
export function whenRunEnded(work: () => void): void {
  const { runId } = runStore.getState();
  const stop = runStore.subscribe(look);
  function look(): void {
    const state = runStore.getState();
    const isHere = state.runId === runId;
    if (isHere && state.whole.end === null) return;
    stop();
    // After whoever else follows the run has seen its end.
    if (isHere) setTimeout(work);
  }
  look();
}
