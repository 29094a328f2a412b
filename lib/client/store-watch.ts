// Can the server store runs, as far as this page knows?
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { isJsonObject } from "@/lib/protocol/json-object";
import { callApi, onStoreTrouble } from "./api-call";

/** The server is asked again after this time: sooner while something is wrong, in milliseconds. */
const troubledMs = 2_000;
const calmMs = 6_000;

const storeWatch = createStore<{ readonly problem: string | null }>(() => ({ problem: null }));

/** Asks the server now. One that cannot be reached says nothing about its store. */
export async function checkStore(): Promise<void> {
  const answer = await callApi("/api/environment");
  if (!answer.ok || !isJsonObject(answer.value)) return;
  const { storeProblem } = answer.value;
  storeWatch.setState({ problem: typeof storeProblem === "string" ? storeProblem : null });
}

/** Keeps asking while the page is looked at, and at once when a call failed for the store's sake. @returns ends it */
export function followStore(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const look = async () => {
    clearTimeout(timer);
    if (!document.hidden) await checkStore();
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), storeWatch.getState().problem === null ? calmMs : troubledMs);
  };
  const now = () => void look();
  const stopListening = onStoreTrouble(now);
  document.addEventListener("visibilitychange", now);
  now();
  return () => {
    ended = true;
    clearTimeout(timer);
    stopListening();
    document.removeEventListener("visibilitychange", now);
  };
}

/** @returns what is wrong, where, and what to do; null where all is well */
export function useStoreProblem(): string | null {
  return useStore(storeWatch, (state) => state.problem);
}
