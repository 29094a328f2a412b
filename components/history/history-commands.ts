// What can a person do with the runs of the history, by key, button or menu?
import { deleteRuns } from "@/components/content/delete-runs";
import { notify } from "@/components/ui/toast-queue";
import type { ApiProblem } from "@/lib/client/api-call";
import { changeRun } from "@/lib/client/change-run";
import { hideRuns, patchRow, refreshHistory, runHistory } from "@/lib/client/run-history";
import { leaveRows, startRenaming } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";

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

export function deleteRows(ids: readonly string[]): void {
  deleteRuns(ids, {
    hide: () => {
      leaveRows(ids);
      hideRuns(ids, true);
    },
    show: () => hideRuns(ids, false),
    settled: async () => {
      await refreshHistory();
      hideRuns(ids, false);
    },
  });
}
