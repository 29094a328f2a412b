// How are runs deleted so that it can still be undone?
import { notify } from "@/components/ui/toast-queue";
import { type ApiProblem, callApi } from "@/lib/client/api-call";
import { runApiPath } from "@/lib/client/change-run";
import { countOf } from "@/lib/run/quantity-text";

/** What the page does meanwhile. */
type Screen = {
  readonly hide: () => void;
  readonly show: () => void;
  /** Once the server has forgotten them, or has not. */
  readonly settled?: () => Promise<void>;
};

/** Taken off the screen, and not yet deleted. */
const doomed = new Set<string>();

/** Takes runs off the screen; they are deleted when the message with its Undo is gone, or the page is left. */
export function deleteRuns(ids: readonly string[], screen: Screen): void {
  if (ids.length === 0) return;
  window.addEventListener("pagehide", deleteNow);
  screen.hide();
  for (const id of ids) doomed.add(id);
  notify({
    title: `${countOf(ids.length, "run")} deleted`,
    action: {
      label: "Undo",
      run: () => {
        for (const id of ids) doomed.delete(id);
        screen.show();
      },
    },
    onGone: () =>
      void deleteForGood(
        ids.filter((id) => doomed.delete(id)),
        screen,
      ),
  });
}

async function deleteForGood(ids: readonly string[], screen: Screen): Promise<void> {
  if (ids.length === 0) return;
  let problem: ApiProblem | null = null;
  for (const id of ids) {
    const answer = await callApi(runApiPath(id), { method: "DELETE" });
    // A run that is gone already is what was wanted.
    if (!answer.ok && answer.status !== 404) problem = answer.error;
  }
  await screen.settled?.();
  if (problem === null) return;
  notify({ title: "Not every run could be deleted", detail: problem.message, tone: "error" });
}

/** Leaving the page is the last word: what was deleted on screen is deleted. */
function deleteNow(): void {
  for (const id of doomed) void callApi(runApiPath(id), { method: "DELETE", keepalive: true });
  doomed.clear();
}
