// How does a component show the run's time as it passes?
import { useSyncExternalStore } from "react";
import { readRunClock, subscribeRunClock } from "./run-clock";

/** @returns milliseconds since the run began, growing with every frame while it goes on */
export function useRunClock(): number {
  return useSyncExternalStore(subscribeRunClock, readRunClock, () => 0);
}
