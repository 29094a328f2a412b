// Which of the runs to compare are loaded, and what is wrong with the others?

import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Run } from "@/lib/run/run";
import { apiFetch } from "./api-fetch";
import { readLog } from "./read-log";

export type ComparedRun =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly run: Run }
  | { readonly status: "not-found" }
  | { readonly status: "error"; readonly message: string };

type ComparedRuns = Readonly<Record<string, ComparedRun>>;

/** A run that goes on is read again after this time. */
const againMs = 1_500;
const loading: ComparedRun = { status: "loading" };

export const comparedRuns = createStore<ComparedRuns>(() => ({}));

/**
 * Reads the logs of these runs, each once; a run that goes on is read again until it ends.
 *
 * @returns stops reading; what was read stays
 */
export function followRuns(ids: readonly string[]): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const abort = new AbortController();
  const follow = async (id: string) => {
    const read = await readRun(id, abort.signal);
    if (abort.signal.aborted) return;
    comparedRuns.setState({ [id]: read });
    if (read.status === "ready" && read.run.end === null)
      timers.add(setTimeout(() => void follow(id), againMs));
  };
  for (const id of ids) if (!isSettled(comparedRuns.getState()[id])) void follow(id);
  const stopWatching = comparedRuns.subscribe((now, before) => {
    for (const id of ids) if (now[id] === loading && before[id] !== loading) void follow(id);
  });
  return () => {
    stopWatching();
    abort.abort();
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Has a run that could not be read read again by whoever follows it. */
export function readAgain(id: string): void {
  comparedRuns.setState({ [id]: loading });
}

/** @returns how each of the runs stands, in the order asked for */
export function useComparedRuns(ids: readonly string[]): readonly ComparedRun[] {
  const key = ids.join(",");
  useEffect(() => followRuns(key === "" ? [] : key.split(",")), [key]);
  const known = useStore(comparedRuns);
  return ids.map((id) => known[id] ?? loading);
}

function isSettled(known: ComparedRun | undefined): boolean {
  return known?.status === "ready" && known.run.end !== null;
}

async function readRun(id: string, signal: AbortSignal): Promise<ComparedRun> {
  try {
    const response = await apiFetch(`/api/runs/${encodeURIComponent(id)}/log`, { signal });
    if (response.status === 404 || response.status === 400) return { status: "not-found" };
    if (!response.ok) return { status: "error", message: `The server answered ${response.status}.` };
    const log = await readLog(await response.text());
    return log.ok ? { status: "ready", run: log.run } : { status: "error", message: log.problem };
  } catch {
    const message = "The Toolscope server cannot be reached: check that it is still running.";
    return { status: "error", message };
  }
}
