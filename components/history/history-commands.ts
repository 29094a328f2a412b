// What can a person do with the runs of the history, by key, button or menu?
import { notify } from "@/components/ui/toast-queue";
import { type ApiProblem, callApi } from "@/lib/client/api-call";
import { changeRun, runApiPath } from "@/lib/client/change-run";
import { hideRuns, patchRow, refreshHistory, runHistory } from "@/lib/client/run-history";
import { leaveRows, startRenaming } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { countOf } from "@/lib/run/quantity-text";

export const runAddress = (runId: string) => `/runs/${encodeURIComponent(runId)}`;

export function openRun(runId: string): void {
  window.location.assign(runAddress(runId));
}

/** Writes the name down; blank gives back the title made from the prompt. */
export async function renameRun(run: RunSummary, name: string): Promise<void> {
  startRenaming(null);
  const wanted = name.trim();
  if (wanted === run.title) return;
  if (wanted !== "") patchRow(run.id, { title: wanted });
  const answer = await changeRun(run.id, { name: wanted });
  if (answer.ok) return refreshHistory();
  patchRow(run.id, { title: run.title });
  notify({ title: "The run could not be renamed", detail: answer.error.message, tone: "error" });
}

export async function togglePin(run: RunSummary): Promise<void> {
  await setPinned([run.id], !run.pinned);
}

/** Pins what is picked; where all of it is pinned already, takes the pins off. */
export async function pinRuns(ids: readonly string[]): Promise<void> {
  const runs = runHistory.getState().rows.filter((run) => ids.includes(run.id));
  await setPinned(ids, !runs.every((run) => run.pinned));
}

async function setPinned(ids: readonly string[], pinned: boolean): Promise<void> {
  for (const id of ids) patchRow(id, { pinned });
  let problem: ApiProblem | null = null;
  for (const id of ids) {
    const answer = await changeRun(id, { pinned });
    if (!answer.ok) problem = answer.error;
  }
  if (problem !== null) {
    const what = pinned ? "pinned" : "unpinned";
    notify({ title: `Not every run could be ${what}`, detail: problem.message, tone: "error" });
  }
  await refreshHistory();
}

/** Taken off the screen, and not yet deleted. */
const doomed = new Set<string>();

/** Takes runs off the screen; they are deleted when the message with its Undo is gone, or the page is left. */
export function deleteRuns(ids: readonly string[]): void {
  if (ids.length === 0) return;
  leaveRows(ids);
  hideRuns(ids, true);
  for (const id of ids) doomed.add(id);
  notify({
    title: `${countOf(ids.length, "run")} deleted`,
    action: {
      label: "Undo",
      run: () => {
        for (const id of ids) doomed.delete(id);
        hideRuns(ids, false);
      },
    },
    onGone: () => void deleteForGood(ids.filter((id) => doomed.delete(id))),
  });
}

async function deleteForGood(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  let problem: ApiProblem | null = null;
  for (const id of ids) {
    const answer = await callApi(runApiPath(id), { method: "DELETE" });
    // A run that is gone already is what was wanted.
    if (!answer.ok && answer.status !== 404) problem = answer.error;
  }
  await refreshHistory();
  hideRuns(ids, false);
  if (problem === null) return;
  notify({ title: "Not every run could be deleted", detail: problem.message, tone: "error" });
}

/** Leaving the page is the last word: what was deleted on screen is deleted. @returns ends it */
export function deleteOnLeaving(): () => void {
  const onLeave = () => {
    for (const id of doomed) void callApi(runApiPath(id), { method: "DELETE", keepalive: true });
    doomed.clear();
  };
  window.addEventListener("pagehide", onLeave);
  return () => window.removeEventListener("pagehide", onLeave);
}
