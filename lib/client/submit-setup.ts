// What happens when Run is pressed?
import { recentRuns } from "./catalogues";
import { formField } from "./form-field";
import type { SetupDraft } from "./setup-draft";
import { setupStore } from "./setup-store";
import { type StartedRun, startRun } from "./start-run";
import { pushPath, urlParam } from "./url-params";

/** Starts a run from the setup and goes to it; what stands in the way is told at its field. @returns true if it started */
export async function submitSetup(): Promise<boolean> {
  const { draft, apiKey, starting } = setupStore.getState();
  if (starting) return false;
  setupStore.setState({ starting: true, problem: null });
  const started = await startDraft(draft, apiKey);
  setupStore.setState({ starting: false });
  if (!started.ok) {
    setupStore.setState({ problem: started.error });
    return false;
  }
  const tab = urlParam("tab", "");
  pushPath(`/runs/${started.runId}${tab === "" ? "" : `?tab=${tab}`}`);
  recentRuns.reload();
  return true;
}

/** @returns the run's id, or what stands in the way by the name of its form field */
async function startDraft(draft: SetupDraft, apiKey: string): Promise<StartedRun> {
  // The schema library comes with the first run, not with the first page.
  const loaded = await import("./draft-request").catch(() => null);
  if (loaded === null) {
    const message = "A part of the page could not be loaded: check that the server is running, then reload.";
    return { ok: false, error: { code: "unreachable", message } };
  }
  const request = loaded.draftRequest(draft, apiKey);
  if (!request.ok) return { ok: false, error: request.problem };
  const started = await startRun(request.body);
  if (started.ok) return started;
  const { code, message, field } = started.error;
  // At its field, the message needs no path in front.
  return {
    ok: false,
    error: { code, message: message.replace(`${field}: `, ""), ...formField(draft, field) },
  };
}
