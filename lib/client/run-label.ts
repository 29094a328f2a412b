// What does the history say of the run on screen: its name, whether it is kept at hand, whether it went on when it was opened?
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { isJsonObject } from "@/lib/protocol/json-object";
import type { RunChange } from "@/lib/protocol/run-summary";
import { type ApiProblem, callApi } from "./api-call";
import { changeRun } from "./change-run";
import { flagOf, objectsIn, textOf } from "./json-fields";

/** What is no part of the run's log, or known before all of that is there. */
export type RunLabel = { readonly title: string; readonly pinned: boolean; readonly goesOn: boolean };

const labelStore = createStore<{ readonly runId: string | null; readonly label: RunLabel | null }>(() => ({
  runId: null,
  label: null,
}));

/** Shows the label of another run as soon as it is known. One that cannot be had is no trouble: the prompt stands for it. */
export async function loadLabel(runId: string | null): Promise<void> {
  labelStore.setState({ runId, label: null });
  if (runId === null) return;
  const answer = await callApi(`/api/runs?limit=1&query=${encodeURIComponent(runId)}`);
  if (answer.ok) show(runId, objectsIn(answer.value, "runs")[0]);
}

/** Renames or pins the run on screen. @returns what went wrong; null where it is done */
export async function changeLabel(change: RunChange): Promise<ApiProblem | null> {
  const { runId } = labelStore.getState();
  if (runId === null) return null;
  const answer = await changeRun(runId, change);
  if (!answer.ok) return answer.error;
  show(runId, answer.value);
  return null;
}

function show(runId: string, summary: unknown): void {
  if (!isJsonObject(summary) || labelStore.getState().runId !== runId) return;
  const { title, pinned, outcome } = summary;
  labelStore.setState({
    label: { title: textOf(title, ""), pinned: flagOf(pinned, false), goesOn: outcome === null },
  });
}

/** @returns null while it is not known */
export function useRunLabel(): RunLabel | null {
  return useStore(labelStore, (state) => state.label);
}

export function runLabel(): RunLabel | null {
  return labelStore.getState().label;
}
