// What happens when Run is pressed?
import type { CallOrder } from "@/lib/run/call-order";
import { recentRuns } from "./catalogues";
import { comparePath } from "./compare-address";
import { draftInOrder, ordersOf } from "./draft-order";
import { formField } from "./form-field";
import type { SetupDraft } from "./setup-draft";
import { setupStore } from "./setup-store";
import { type StartedRun, startRun } from "./start-run";
import { currentSet } from "./tool-set";
import { toolStore } from "./tool-store";
import { pushPath, urlParam } from "./url-params";

/** Starts a run from the setup and goes to it; what stands in the way is told at its field. @returns true if it started */
export async function submitSetup(): Promise<boolean> {
  const ids = await startEach((draft) => [draft]);
  const [runId] = ids ?? [];
  if (runId === undefined) return false;
  const tab = urlParam("tab", "");
  pushPath(`/runs/${runId}${tab === "" ? "" : `?tab=${tab}`}`);
  return true;
}

/**
 * Starts the setup once in every order its calls may have, at the same time, and goes to where the runs stand side by
 * side.
 *
 * @returns true if all of them started
 */
export async function submitInEachOrder(): Promise<boolean> {
  const ids = await startEach((draft) =>
    ordersOf(draft).map((order: CallOrder) => draftInOrder(draft, order)),
  );
  if (ids === null) return false;
  window.location.assign(comparePath(ids));
  return true;
}

/** @returns the ids of the runs; null where one could not start, and then its problem is in the store */
async function startEach(
  draftsOf: (draft: SetupDraft) => readonly SetupDraft[],
): Promise<readonly string[] | null> {
  const { draft, apiKey, starting } = setupStore.getState();
  if (starting) return null;
  setupStore.setState({ starting: true, problem: null });
  const started = await Promise.all(draftsOf(draft).map((each) => startDraft(each, apiKey)));
  setupStore.setState({ starting: false });
  recentRuns.reload();
  const failed = started.find((each) => !each.ok);
  if (failed !== undefined && !failed.ok) {
    setupStore.setState({ problem: failed.error });
    return null;
  }
  return started.flatMap((each) => (each.ok ? [each.runId] : []));
}

/** @returns the run's id, or what stands in the way by the name of its form field */
async function startDraft(draft: SetupDraft, apiKey: string): Promise<StartedRun> {
  // The schema library comes with the first run, not with the first page.
  const loaded = await import("./draft-request").catch(() => null);
  if (loaded === null) {
    const message = "A part of the page could not be loaded: check that the server is running, then reload.";
    return { ok: false, error: { code: "unreachable", message } };
  }
  const { tools } = currentSet(toolStore.getState());
  const request = loaded.draftRequest(draft, tools, apiKey);
  if (!request.ok) return { ok: false, error: request.problem };
  const started = await startRun(request.body);
  if (started.ok) return started;
  const { code, message, field } = started.error;
  // At its field, the message needs no path in front.
  return {
    ok: false,
    error: { code, message: message.replace(`${field}: `, ""), ...formField(draft, tools, field) },
  };
}
