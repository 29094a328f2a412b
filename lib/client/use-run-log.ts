// How does a component see the raw event log of the run on screen?
import { useStore } from "zustand";
import type { RunEvent } from "@/lib/protocol/run-event";
import { runStore } from "./run-store";

/** @returns every event folded so far, in order; a fresh list per folded frame, the same one in between */
export function useRunLog(): { readonly events: readonly RunEvent[]; readonly length: number } {
  const events = useStore(runStore, (state) => state.events);
  return { events, length: events.length };
}
